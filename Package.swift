// swift-tools-version: 6.2

import PackageDescription

/// The house rules of every Swift target: language mode 6, no warning survives, and imports
/// show who depends on whom.
///
/// The last one makes the compiler name the types that generic code is used with, instead of having them looked
/// up by name when they are first used: each look-up passes over all conformances of the program,
/// which took a seventh of an export's time.
let houseRules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags([
    "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
  ]),
]

let package = Package(
  name: "nianbao",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Pure: values in, values out.
    .target(name: "SafeText", swiftSettings: houseRules),
    .target(name: "JSONText", swiftSettings: houseRules),
    .target(name: "ReportModel", dependencies: ["JSONText"], swiftSettings: houseRules),
    .target(
      name: "FormCatalog",
      dependencies: ["JSONText", "ReportModel", "SafeText"],
      resources: [
        .embedInCode("Forms/disclosure_2021.json"),
        .embedInCode("Forms/disclosure_2019.json"),
      ],
      swiftSettings: houseRules),
    .target(name: "CCellWidth"),
    .target(
      name: "CellGrid", dependencies: ["CCellWidth", "SafeText"], swiftSettings: houseRules),
    .target(
      name: "Wording", dependencies: ["ReportModel", "CellGrid", "SafeText"],
      swiftSettings: houseRules),
    .target(
      name: "Editor", dependencies: ["ReportModel", "CellGrid", "Wording", "Documents"],
      swiftSettings: houseRules),
    .target(
      name: "Documents", dependencies: ["ReportModel", "FormCatalog", "SafeText"],
      swiftSettings: houseRules),

    .target(name: "CXML", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    .target(name: "CZip"),
    .target(name: "CXLSXWriter"),
    .target(
      name: "Formats",
      dependencies: [
        "ReportModel", "FormCatalog", "Documents", "SafeText", "CXML", "CZip", "CXLSXWriter",
      ],
      swiftSettings: houseRules + [.strictMemorySafety()]),

    // The world: files and the terminal.
    .target(name: "CFiles"),
    .target(
      name: "Storage",
      dependencies: [
        "JSONText", "ReportModel", "FormCatalog", "CFiles",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: houseRules),
    .target(name: "CPrograms"),
    .target(
      name: "Programs", dependencies: ["CPrograms"],
      swiftSettings: houseRules + [.strictMemorySafety()]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "CTerminal"),
    .target(
      name: "Terminal",
      dependencies: ["CellGrid", "CCellWidth", "CNcurses", "CTerminal", "SafeText"],
      swiftSettings: houseRules + [.strictMemorySafety()]),

    // The program.
    .executableTarget(
      name: "nianbao",
      dependencies: [
        "JSONText", "ReportModel", "FormCatalog", "CellGrid", "Wording", "Editor", "Documents",
        "Formats", "Programs", "Storage", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Samples/demo.json")],
      swiftSettings: houseRules),

    // Tests, one folder a target.
    .testTarget(
      name: "ArchitectureTests", dependencies: ["FormCatalog", "ReportModel"],
      swiftSettings: houseRules),
    .testTarget(name: "SafeTextTests", dependencies: ["SafeText"], swiftSettings: houseRules),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: houseRules),
    .target(
      name: "Simulation", dependencies: ["ReportModel"], path: "Tests/Simulation",
      swiftSettings: houseRules),
    .target(
      name: "PublishedReports",
      dependencies: ["JSONText", "ReportModel", "FormCatalog", "Documents", "Storage"],
      path: "Tests/PublishedReports", swiftSettings: houseRules),
    .testTarget(
      name: "ReportModelTests",
      dependencies: [
        "ReportModel", "FormCatalog", "JSONText", "Storage", "Simulation", "PublishedReports",
      ],
      swiftSettings: houseRules),
    .testTarget(
      name: "FormCatalogTests", dependencies: ["FormCatalog", "ReportModel", "JSONText"],
      swiftSettings: houseRules),
    .testTarget(name: "CellGridTests", dependencies: ["CellGrid"], swiftSettings: houseRules),
    .target(
      name: "Noise", dependencies: ["Editor", "ReportModel", "CellGrid", "Terminal", "Simulation"],
      path: "Tests/Noise", swiftSettings: houseRules),
    .target(
      name: "FuzzBodies",
      dependencies: [
        "ReportModel", "FormCatalog", "Storage", "Documents", "Formats", "CellGrid", "Wording",
        "Editor", "Terminal", "Simulation",
      ],
      path: "Tests/FuzzBodies", swiftSettings: houseRules),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzBodies"], swiftSettings: houseRules),
    .testTarget(
      name: "EditorTests",
      dependencies: [
        "Editor", "ReportModel", "CellGrid", "Wording", "Documents", "FormCatalog", "Storage",
        "Terminal", "Noise",
      ],
      exclude: ["Golden"], swiftSettings: houseRules),
    .testTarget(
      name: "DocumentsTests",
      dependencies: [
        "Documents", "ReportModel", "FormCatalog", "JSONText", "Storage", "PublishedReports",
      ],
      exclude: ["Golden"], swiftSettings: houseRules),
    .testTarget(
      name: "FormatsTests",
      dependencies: [
        "Formats", "Programs", "Documents", "ReportModel", "FormCatalog", "JSONText", "Storage",
        "PublishedReports", "Simulation",
      ],
      swiftSettings: houseRules),
    .testTarget(
      name: "ProgramsTests", dependencies: ["Programs"],
      swiftSettings: houseRules),
    .target(
      name: "Faults",
      dependencies: ["Storage", "ReportModel", "FormCatalog", "Simulation"], path: "Tests/Faults",
      swiftSettings: houseRules),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "ReportModel", "FormCatalog", "JSONText", "PublishedReports", "Simulation",
        "Faults",
      ],
      swiftSettings: houseRules),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "CellGrid", "CCellWidth"],
      swiftSettings: houseRules),
    .executableTarget(
      name: "pictures",
      dependencies: ["Editor", "CellGrid", "Wording", "ReportModel", "Storage", "Terminal"],
      path: "Tests/Pictures", swiftSettings: houseRules),
    .systemLibrary(
      name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "nianbao", "pictures", "CVTerm", "CPseudoTerminal", "Formats", "JSONText", "SafeText",
      ],
      swiftSettings: houseRules),
  ]
)
