import CPrograms
import Glibc

/// Runs a program to its end, and gives what it wrote.
///
/// No shell is asked. The program gets its input while its output is taken, so neither waits for the
/// other, and it may leave its input unread. One that exceeds a limit is killed; in every case it is
/// gone when this returns. Programs that it starts itself are not: they get no more than their pipes
/// closed.
package func run(_ program: Program) throws(ProgramError) -> ProgramResult {
  guard let path = path(of: program.name) else { throw .notFound }
  var pipes = try Pipes()
  let process = try pipes.start(path, program)
  program_limit(
    process, UInt(program.limits.memoryBytes), UInt(program.limits.processorSeconds))
  var talk = Talk(pipes, program)
  do throws(ProgramError) {
    try talk.finish()
    let status = try talk.status(of: process)
    return try talk.result(status)
  } catch {
    if !talk.isReaped { end(process) }
    throw error
  }
}

/// The file that a name means; nil where there is none that may be run.
private func path(of name: String) -> String? {
  guard !name.isEmpty, !name.utf8.contains(0) else { return nil }
  guard !name.utf8.contains(UInt8(ascii: "/")) else { return isProgram(name) ? name : nil }
  let folders = (variable("PATH") ?? defaultPath).split(separator: ":")
  return folders.lazy.map { "\($0)/\(name)" }.first(where: isProgram)
}

let defaultPath = "/usr/local/bin:/usr/bin:/bin"

func variable(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}

private func isProgram(_ path: String) -> Bool {
  var status = stat()
  return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    && access(path, X_OK) == 0
}

/// Kills a process that has not been waited for, and waits for it.
private func end(_ process: pid_t) {
  kill(process, SIGKILL)
  var status: Int32 = 0
  while unsafe waitpid(process, &status, 0) == -1, errno == EINTR {}
}
