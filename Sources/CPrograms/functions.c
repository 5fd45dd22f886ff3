#define _GNU_SOURCE
#include "programs.h"

#include <fcntl.h>
#include <stddef.h>
#include <sys/resource.h>
#include <unistd.h>

void program_limit(pid_t process, unsigned long memory, unsigned long seconds) {
  const struct rlimit address_space = {memory, memory};
  const struct rlimit processor = {seconds, seconds + 1};
  const struct rlimit core = {0, 0};
  prlimit(process, RLIMIT_AS, &address_space, NULL);
  prlimit(process, RLIMIT_CPU, &processor, NULL);
  prlimit(process, RLIMIT_CORE, &core, NULL);
}

int program_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
