// What has to be C: the process's environment, and macros over its state.

#define _GNU_SOURCE
#include "terminal_program.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int start(char *const words[]) {
  posix_spawnattr_t attributes;
  int error = posix_spawnattr_init(&attributes);
  if (error != 0) return -error;
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  pid_t process = -1;
  error = posix_spawnp(&process, words[0], NULL, &attributes, words, environ);
  posix_spawnattr_destroy(&attributes);
  return error != 0 ? -error : process;
}

int terminal_program_start(const char *words, int count) {
  char **pointers = calloc((size_t)count + 1, sizeof *pointers);
  if (pointers == NULL) return -ENOMEM;
  for (int index = 0; index < count; index++) {
    pointers[index] = (char *)words;
    words += strlen(words) + 1;
  }
  int process = start(pointers);
  free(pointers);
  return process;
}

enum terminal_program_state terminal_program_look(int process, int *detail) {
  int status = 0;
  pid_t changed = waitpid(process, &status, WNOHANG | WUNTRACED);
  if (changed != process) return TERMINAL_PROGRAM_RUNS;
  if (WIFSTOPPED(status)) return TERMINAL_PROGRAM_STOPPED;
  if (WIFSIGNALED(status)) {
    *detail = WTERMSIG(status);
    return TERMINAL_PROGRAM_KILLED;
  }
  *detail = WEXITSTATUS(status);
  return TERMINAL_PROGRAM_EXITED;
}
