// What Swift's Glibc module leaves out of the calls on processes.
#ifndef NIANBAO_PROGRAMS_H
#define NIANBAO_PROGRAMS_H

#include <sys/types.h>

// Holds a process within so much memory, in bytes, and so many seconds of a processor, after which
// it gets SIGXCPU, and a second later SIGKILL; it leaves no core. Nothing is said of a process that
// is gone already, which needs no limits.
void program_limit(pid_t process, unsigned long memory, unsigned long seconds);

// Makes a pipe whose ends no other program inherits, from its first moment on; -1 with errno where
// the system refuses.
int program_pipe(int ends[2]);

#endif
