#ifndef NIANBAO_TERMINAL_PROGRAM_H
#define NIANBAO_TERMINAL_PROGRAM_H

/// What a program does that was started here.
enum terminal_program_state {
  TERMINAL_PROGRAM_RUNS,
  TERMINAL_PROGRAM_STOPPED,
  TERMINAL_PROGRAM_EXITED,
  TERMINAL_PROGRAM_KILLED,
};

/// Starts a program, sought in PATH, in this process group and with the usual signals.
///
/// The words stand one after the other, each ended by a zero. Returns its process, or the negative
/// of the error.
int terminal_program_start(const char *words, int count);

/// What a program does now, without waiting; its exit code or signal where it has ended.
enum terminal_program_state terminal_program_look(int process, int *detail);

#endif
