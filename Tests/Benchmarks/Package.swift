// swift-tools-version: 6.2

import PackageDescription

/// The house rules of the main package.
let houseRules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Measurements, a package of their own so that the main one builds and tests without them.
///
/// The targets measured are links to the main package's sources: only so are its `package`
/// declarations visible here.
let package = Package(
  name: "nianbao-benchmarks",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
  ],
  targets: [
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
    .target(name: "CFiles"),
    .target(
      name: "Storage",
      dependencies: [
        "JSONText", "ReportModel", "FormCatalog", "CFiles",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: houseRules),
    .target(
      name: "Documents", dependencies: ["ReportModel", "FormCatalog", "SafeText"],
      swiftSettings: houseRules),
    .target(
      name: "PublishedReports",
      dependencies: ["JSONText", "ReportModel", "FormCatalog", "Documents", "Storage"],
      swiftSettings: houseRules),
    .target(name: "Simulation", dependencies: ["ReportModel"], swiftSettings: houseRules),
    .target(name: "CCellWidth"),
    .target(
      name: "CellGrid", dependencies: ["CCellWidth", "SafeText"], swiftSettings: houseRules),
    .target(
      name: "Wording", dependencies: ["ReportModel", "CellGrid", "SafeText"],
      swiftSettings: houseRules),
    .target(
      name: "Editor", dependencies: ["ReportModel", "CellGrid", "Wording", "Documents"],
      swiftSettings: houseRules),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "CTerminal"),
    .target(
      name: "Terminal",
      dependencies: ["CellGrid", "CCellWidth", "CNcurses", "CTerminal", "SafeText"],
      swiftSettings: houseRules + [.strictMemorySafety()]),
    .target(
      name: "Noise", dependencies: ["Editor", "ReportModel", "CellGrid", "Terminal", "Simulation"],
      swiftSettings: houseRules),
    .executableTarget(
      name: "random-events",
      dependencies: [
        "Editor", "ReportModel", "CellGrid", "Wording", "FormCatalog", "Simulation", "Noise",
      ],
      swiftSettings: houseRules),
    .executableTarget(
      name: "validator-benchmarks",
      dependencies: ["JSONText", "ReportModel", "FormCatalog", "Simulation"],
      swiftSettings: houseRules),
    .target(name: "CPseudoTerminal"),
    .executableTarget(
      name: "editor-benchmarks",
      dependencies: ["ReportModel", "FormCatalog", "Simulation", "Storage", "CPseudoTerminal"],
      swiftSettings: houseRules),
    .executableTarget(name: "file-benchmarks", swiftSettings: houseRules),
    .executableTarget(
      name: "figures",
      dependencies: ["ReportModel", "FormCatalog", "Simulation", "Storage", "PublishedReports"],
      swiftSettings: houseRules),
  ]
)
