// swift-tools-version: 6.2

import PackageDescription

/// The archive with libFuzzer, without its `main`: `.ci/fuzz` finds it beside the compiler.
let libFuzzer = Context.environment["NIANBAO_LIBFUZZER"] ?? "libclang_rt.fuzzer_no_main.a"

/// The language of the main package, watched for coverage and for wrong use of memory.
let watched: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer,address"]),
]

let watchedC: [CSetting] = [.unsafeFlags(["-fsanitize=address"])]

/// Fuzzing, a package of its own: everything in it is built with sanitizers.
///
/// Its targets are links to the main package's sources: only so are the `package` declarations
/// visible here.
let package = Package(
  name: "nianbao-fuzz",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
  ],
  targets: [
    .target(name: "SafeText", swiftSettings: watched),
    .target(name: "JSONText", swiftSettings: watched),
    .target(name: "ReportModel", dependencies: ["JSONText"], swiftSettings: watched),
    .target(
      name: "FormCatalog",
      dependencies: ["JSONText", "ReportModel", "SafeText"],
      resources: [
        .embedInCode("Forms/disclosure_2021.json"),
        .embedInCode("Forms/disclosure_2019.json"),
      ],
      swiftSettings: watched),
    .target(name: "CFiles", cSettings: watchedC),
    .target(
      name: "Storage",
      dependencies: [
        "JSONText", "ReportModel", "FormCatalog", "CFiles",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: watched),
    .target(
      name: "Documents", dependencies: ["ReportModel", "FormCatalog", "SafeText"],
      swiftSettings: watched),
    .target(
      name: "CXML",
      cSettings: [.unsafeFlags(["-I/usr/include/libxml2", "-fsanitize=address"])]),
    .target(name: "CZip", cSettings: watchedC),
    .target(name: "CXLSXWriter", cSettings: watchedC),
    .target(
      name: "Formats",
      dependencies: [
        "ReportModel", "FormCatalog", "Documents", "SafeText", "CXML", "CZip", "CXLSXWriter",
      ],
      swiftSettings: watched + [.strictMemorySafety()]),
    .target(name: "CCellWidth", cSettings: watchedC),
    .target(name: "CellGrid", dependencies: ["CCellWidth", "SafeText"], swiftSettings: watched),
    .target(
      name: "Wording", dependencies: ["ReportModel", "CellGrid", "SafeText"], swiftSettings: watched
    ),
    .target(
      name: "Editor", dependencies: ["ReportModel", "CellGrid", "Wording", "Documents"],
      swiftSettings: watched),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "CTerminal", cSettings: watchedC),
    .target(
      name: "Terminal",
      dependencies: ["CellGrid", "CCellWidth", "CNcurses", "CTerminal", "SafeText"],
      swiftSettings: watched + [.strictMemorySafety()]),
    .target(name: "Simulation", dependencies: ["ReportModel"], swiftSettings: watched),
    .target(
      name: "FuzzBodies",
      dependencies: [
        "ReportModel", "FormCatalog", "Storage", "Documents", "Formats", "CellGrid", "Wording",
        "Editor", "Terminal", "Simulation",
      ],
      swiftSettings: watched),
    .systemLibrary(name: "CLibFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: ["CLibFuzzer", "FuzzBodies"], swiftSettings: watched,
      linkerSettings: [
        .unsafeFlags(["-sanitize=address", libFuzzer]), .linkedLibrary("stdc++"),
      ]),
  ]
)
