#ifndef NIANBAO_CPSEUDOTERMINAL_H
#define NIANBAO_CPSEUDOTERMINAL_H

#include <stddef.h>
#include <sys/types.h>

/// Starts a program on a new pseudo-terminal and returns its process id; -1 where it cannot.
///
/// `arguments` and `variables` end in NULL; a `directory` of NULL is this process's own.
pid_t pseudo_terminal_start(char *const arguments[], char *const variables[],
                            const char *directory, int columns, int rows, int *terminal);

/// Gives the window another size; the kernel tells the program.
int pseudo_terminal_resize(int terminal, int columns, int rows);

/// Reads what the program wrote: 0 at its end, -1 if nothing came within `milliseconds`.
ssize_t pseudo_terminal_read(int terminal, char *bytes, size_t count, int milliseconds);

/// Writes as much as the program's side takes now and returns how much; -1 once it is gone.
ssize_t pseudo_terminal_write(int terminal, const char *bytes, size_t count);

/// Whether the terminal is in the modes a shell leaves it in: lines, echo, signals.
int pseudo_terminal_is_cooked(int terminal);

/// One number for all modes of the terminal: equal where every mode is.
unsigned long pseudo_terminal_modes(int terminal);

/// Waits for a process: 1 once it has ended, with its code in `status` (128 + signal where one
/// ended it), 0 if it still runs after `milliseconds`.
int pseudo_terminal_ended(pid_t process, int milliseconds, int *status);

/// Sends a signal to a process.
int pseudo_terminal_kill(pid_t process, int signal);

/// Ends the program if it still runs and closes the terminal.
void pseudo_terminal_end(pid_t process, int terminal);

/// Milliseconds on a clock that only goes forward.
long pseudo_terminal_clock(void);

#endif
