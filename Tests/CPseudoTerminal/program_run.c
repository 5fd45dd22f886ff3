#define _GNU_SOURCE
#include "program_run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pseudo_terminal.h"

enum { READ_END, WRITE_END };

static void become(char *const arguments[], char *const variables[], const char *directory,
                   const int sides[3]) {
  // Only what may be called between fork and exec in a program with threads.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  setsid();
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(sides[descriptor], descriptor);
  if (directory != NULL && chdir(directory) != 0) _exit(126);
  execve(arguments[0], arguments, variables);
  _exit(127);
}

static int open_pipes(int pipes[3][2]) {
  for (int index = 0; index < 3; index++) {
    if (pipe2(pipes[index], O_CLOEXEC) == 0) continue;
    while (index-- > 0) {
      close(pipes[index][READ_END]);
      close(pipes[index][WRITE_END]);
    }
    return -1;
  }
  return 0;
}

static void close_once(struct pollfd *descriptor) {
  close(descriptor->fd);
  descriptor->fd = -1;
}

static void take(struct pollfd *descriptor, char **bytes, size_t *count) {
  char piece[65536];
  ssize_t got = read(descriptor->fd, piece, sizeof piece);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
  char *grown = got > 0 ? realloc(*bytes, *count + (size_t)got) : NULL;
  if (grown == NULL) return close_once(descriptor);
  *bytes = grown;
  for (ssize_t index = 0; index < got; index++) grown[*count + (size_t)index] = piece[index];
  *count += (size_t)got;
}

static void give(struct pollfd *descriptor, const char **bytes, size_t *count) {
  ssize_t put = *count > 0 ? write(descriptor->fd, *bytes, *count) : 0;
  if (put < 0 && (errno == EAGAIN || errno == EINTR)) return;
  // A program that does not read all of its input may do so.
  if (put < 0) return close_once(descriptor);
  *bytes += put;
  *count -= (size_t)put;
  if (*count == 0) close_once(descriptor);
}

static void converse(struct pollfd ends[3], const char *input, size_t input_count, long deadline,
                     struct program_result *result) {
  while (ends[0].fd >= 0 || ends[1].fd >= 0 || ends[2].fd >= 0) {
    long left = deadline - pseudo_terminal_clock();
    if (left <= 0 || (poll(ends, 3, (int)left) < 0 && errno != EINTR)) break;
    if (ends[0].fd >= 0 && ends[0].revents != 0) give(&ends[0], &input, &input_count);
    if (ends[1].fd >= 0 && ends[1].revents != 0)
      take(&ends[1], &result->output, &result->output_count);
    if (ends[2].fd >= 0 && ends[2].revents != 0)
      take(&ends[2], &result->errors, &result->errors_count);
  }
  for (int index = 0; index < 3; index++)
    if (ends[index].fd >= 0) close_once(&ends[index]);
}

int program_run(char *const arguments[], char *const variables[], const char *directory,
                const char *input, size_t input_count, int milliseconds,
                struct program_result *result) {
  int pipes[3][2];
  *result = (struct program_result){.status = -1};
  if (open_pipes(pipes) != 0) return -1;
  int sides[3] = {pipes[0][READ_END], pipes[1][WRITE_END], pipes[2][WRITE_END]};
  pid_t process = fork();
  if (process == 0) become(arguments, variables, directory, sides);
  for (int index = 0; index < 3; index++) close(sides[index]);
  struct pollfd ends[3] = {{.fd = pipes[0][WRITE_END], .events = POLLOUT},
                           {.fd = pipes[1][READ_END], .events = POLLIN},
                           {.fd = pipes[2][READ_END], .events = POLLIN}};
  for (int index = 0; index < 3; index++) fcntl(ends[index].fd, F_SETFL, O_NONBLOCK);
  long deadline = pseudo_terminal_clock() + milliseconds;
  // Writing to a program that has ended must not end this one.
  signal(SIGPIPE, SIG_IGN);
  converse(ends, input, input_count, process < 0 ? 0 : deadline, result);
  if (process < 0) return -1;
  long left = deadline - pseudo_terminal_clock();
  int ended = pseudo_terminal_ended(process, left > 0 ? (int)left : 0, &result->status);
  if (ended != 1) {
    kill(process, SIGKILL);
    waitpid(process, NULL, 0);
  }
  return 0;
}

void program_result_free(struct program_result *result) {
  free(result->output);
  free(result->errors);
}
