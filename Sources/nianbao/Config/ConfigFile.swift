import Storage

extension Config {
  /// The most bytes of a config file.
  private static let sizeLimit = 1 << 20

  /// The folder of this person's settings; nil where nothing says where that is.
  static var folder: String? {
    // A relative path there is to be ignored, says the specification of these folders.
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/nianbao"
    }
    return environment("HOME").map { $0 + "/.config/nianbao" }
  }

  /// Where the config file of this process is looked for.
  private static var path: String? { folder.map { $0 + "/config.json" } }

  /// Reads the config file of this process.
  static func read() throws(ConfigError) -> Config {
    guard let path else { return Config() }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(at: path, limit: sizeLimit)
    } catch {
      switch error.cause {
      case .notFound, .notADirectory: return Config()
      default: throw ConfigError(path: path, cause: .file(error))
      }
    }
    return try ConfigReader(path: path, bytes: bytes).config()
  }
}
