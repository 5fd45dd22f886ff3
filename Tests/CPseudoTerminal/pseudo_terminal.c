#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static void become(const char *path, char *const arguments[], char *const variables[],
                   const char *directory) {
  // Only what may be called between fork and exec in a program with threads.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  setsid();
  int side = open(path, O_RDWR);
  if (side < 0 || ioctl(side, TIOCSCTTY, 0) != 0) _exit(125);
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(side, descriptor);
  if (side > 2) close(side);
  if (directory != NULL && chdir(directory) != 0) _exit(126);
  execve(arguments[0], arguments, variables);
  _exit(127);
}

pid_t pseudo_terminal_start(char *const arguments[], char *const variables[],
                            const char *directory, int columns, int rows, int *terminal) {
  // forkpty leaves the terminal open in programs that other tests start at the same moment.
  int own = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  char path[64];
  if (own < 0) return -1;
  if (grantpt(own) != 0 || unlockpt(own) != 0 || ptsname_r(own, path, sizeof path) != 0 ||
      pseudo_terminal_resize(own, columns, rows) != 0) {
    close(own);
    return -1;
  }
  pid_t process = fork();
  if (process == 0) become(path, arguments, variables, directory);
  if (process < 0)
    close(own);
  else
    *terminal = own;
  return process;
}

int pseudo_terminal_resize(int terminal, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

ssize_t pseudo_terminal_read(int terminal, char *bytes, size_t count, int milliseconds) {
  struct pollfd descriptor = {.fd = terminal, .events = POLLIN};
  if (poll(&descriptor, 1, milliseconds) <= 0) return -1;
  ssize_t got = read(terminal, bytes, count);
  if (got >= 0) return got;
  // The last program on the other side has closed it: Linux says EIO.
  return errno == EIO ? 0 : -1;
}

ssize_t pseudo_terminal_write(int terminal, const char *bytes, size_t count) {
  ssize_t put = write(terminal, bytes, count);
  if (put >= 0) return put;
  return errno == EAGAIN || errno == EINTR ? 0 : -1;
}

int pseudo_terminal_is_cooked(int terminal) {
  struct termios modes;
  if (tcgetattr(terminal, &modes) != 0) return 0;
  tcflag_t wanted = ICANON | ECHO | ISIG;
  return (modes.c_lflag & wanted) == wanted && (modes.c_oflag & OPOST) != 0 &&
         (modes.c_iflag & ICRNL) != 0;
}

unsigned long pseudo_terminal_modes(int terminal) {
  struct termios modes;
  if (tcgetattr(terminal, &modes) != 0) return 0;
  unsigned long digest = 5381;
  tcflag_t flags[4] = {modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag};
  for (int index = 0; index < 4; index++) digest = digest * 33 + flags[index];
  for (int index = 0; index < NCCS; index++) digest = digest * 33 + modes.c_cc[index];
  return digest;
}

int pseudo_terminal_ended(pid_t process, int milliseconds, int *status) {
  int watch = (int)syscall(SYS_pidfd_open, process, 0);
  if (watch >= 0) {
    struct pollfd descriptor = {.fd = watch, .events = POLLIN};
    poll(&descriptor, 1, milliseconds);
    close(watch);
  }
  int word = 0;
  if (waitpid(process, &word, WNOHANG) != process) return 0;
  *status = WIFSIGNALED(word) ? 128 + WTERMSIG(word) : WEXITSTATUS(word);
  return 1;
}

int pseudo_terminal_kill(pid_t process, int signal) { return kill(process, signal); }

void pseudo_terminal_end(pid_t process, int terminal) {
  if (process > 0) {
    kill(process, SIGKILL);
    waitpid(process, NULL, 0);
  }
  close(terminal);
}

long pseudo_terminal_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
