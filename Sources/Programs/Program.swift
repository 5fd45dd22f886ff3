/// A program to be run, with all that it gets to know.
package struct Program: Equatable, Sendable {
  /// The name, looked for in `PATH`, or a path.
  package var name: String
  package var arguments: [String]
  /// What it reads from its standard input.
  package var input: [UInt8]
  /// Variables that it gets beside `LC_ALL`, `PATH` and `HOME`; nothing else is handed on.
  package var environment: [String: String]
  package var limits: Limits

  /// What a program may take.
  package struct Limits: Equatable, Sendable {
    /// From its start to its end.
    package var seconds: Int
    /// Of one processor's time.
    package var processorSeconds: Int
    /// Of what it writes to its standard output.
    package var outputBytes: Int
    /// Of the memory it addresses.
    package var memoryBytes: Int

    package init(seconds: Int, processorSeconds: Int, outputBytes: Int, memoryBytes: Int) {
      self.seconds = seconds
      self.processorSeconds = processorSeconds
      self.outputBytes = outputBytes
      self.memoryBytes = memoryBytes
    }
  }

  package init(
    _ name: String, _ arguments: [String], input: [UInt8] = [],
    environment: [String: String] = [:], limits: Limits
  ) {
    self.name = name
    self.arguments = arguments
    self.input = input
    self.environment = environment
    self.limits = limits
  }
}

/// What a program left behind that ended by itself.
package struct ProgramResult: Equatable, Sendable {
  package var output: [UInt8]
  /// The first of what it wrote to its standard error.
  package var complaint: [UInt8]
  package var exitCode: Int
}

/// Why a program gave no result.
package enum ProgramError: Error, Equatable, Sendable {
  /// No file of this name in `PATH` may be run.
  case notFound
  /// The system refused, with its error number.
  case notStarted(error: Int)
  /// It did not end within this many seconds, of the clock or of a processor.
  case tooSlow(seconds: Int)
  /// It wrote more than this many bytes.
  case tooMuchOutput(limit: Int)
  /// It was ended by a signal that is not one of its limits.
  case killed(signal: Int)
}
