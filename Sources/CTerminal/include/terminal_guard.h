#ifndef NIANBAO_TERMINAL_GUARD_H
#define NIANBAO_TERMINAL_GUARD_H

#include <stdbool.h>
#include <stddef.h>

/// Remembers the terminal's modes and catches signals.
///
/// Signals of the job, of the window and of programs started here go into a pipe; a fatal one gives
/// the terminal back first.
bool terminal_guard_install(void);

/// Sets the bytes that a fatal signal writes to give the screen back; cut at 256.
void terminal_guard_set_restore(const char *bytes, size_t count);

/// While another program has the terminal: its Ctrl+C, Ctrl+Z and Ctrl+\ are not for this one.
void terminal_guard_set_lent(bool lent);

/// Lets go: the handlers are as before.
void terminal_guard_release(void);

/// The end of the pipe to poll.
int terminal_guard_pipe(void);

/// The next signal that came, without waiting; 0 for none.
int terminal_guard_next_signal(void);

/// Stops this job as Ctrl+Z would; returns when it goes on.
void terminal_guard_stop(void);

/// Takes the user's locale if it is UTF-8, else one that is; false where there is none.
bool terminal_use_utf8_locale(void);

/// The window's size as the kernel knows it; false where it knows none.
bool terminal_window_size(int *columns, int *rows);

#endif
