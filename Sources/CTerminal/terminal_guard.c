// What has to be C: handlers that may run at any instruction, and their state.

#define _GNU_SOURCE
#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static const int reported[] = {SIGWINCH, SIGHUP,  SIGTERM, SIGINT,
                               SIGTSTP,  SIGCONT, SIGCHLD, SIGPIPE};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT};
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct sigaction reported_before[COUNT(reported)];
static struct sigaction fatal_before[COUNT(fatal)];
static struct termios modes_before;
static bool has_modes = false, is_installed = false;
static volatile sig_atomic_t is_lent = 0;
static pid_t owner = 0;
static int ends[2] = {-1, -1};
static char restore[256];
static volatile size_t restore_count = 0;
static char stack_memory[64 * 1024];
static stack_t stack_before;

static void report(int signal) {
  int before = errno;
  bool is_for_the_other = is_lent && (signal == SIGINT || signal == SIGTSTP);
  if (signal != SIGPIPE && !is_for_the_other && getpid() == owner) {
    char byte = (char)signal;
    // A full pipe loses the signal; it then holds 65536 that were not read.
    ssize_t ignored = write(ends[1], &byte, 1);
    (void)ignored;
  }
  errno = before;
}

static void give_back_and_die(int signal) {
  if (is_lent && signal == SIGQUIT) return;
  if (getpid() == owner && !is_lent) {
    // A process in the background may not touch the terminal and would be stopped.
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGTTOU, &ignore, NULL);
    ssize_t ignored = write(STDOUT_FILENO, restore, restore_count);
    (void)ignored;
    if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
  }
  // Delivered on return.
  struct sigaction usual = {.sa_handler = SIG_DFL};
  sigaction(signal, &usual, NULL);
  raise(signal);
}

bool terminal_guard_install(void) {
  if (is_installed) return false;
  if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  owner = getpid();
  is_lent = 0;
  has_modes = tcgetattr(STDIN_FILENO, &modes_before) == 0;
  stack_t stack = {.ss_sp = stack_memory, .ss_size = sizeof stack_memory};
  sigaltstack(&stack, &stack_before);
  struct sigaction action = {.sa_handler = report, .sa_flags = SA_RESTART};
  for (size_t i = 0; i < COUNT(reported); i++)
    sigaction(reported[i], &action, &reported_before[i]);
  struct sigaction last = {.sa_handler = give_back_and_die, .sa_flags = SA_ONSTACK};
  for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &last, &fatal_before[i]);
  is_installed = true;
  return true;
}

void terminal_guard_set_restore(const char *bytes, size_t count) {
  restore_count = 0;
  if (count > sizeof restore) count = sizeof restore;
  memcpy(restore, bytes, count);
  restore_count = count;
}

void terminal_guard_set_lent(bool lent) { is_lent = lent; }

void terminal_guard_release(void) {
  if (!is_installed) return;
  for (size_t i = 0; i < COUNT(reported); i++) sigaction(reported[i], &reported_before[i], NULL);
  for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &fatal_before[i], NULL);
  sigaltstack(&stack_before, NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
  is_installed = false;
}

int terminal_guard_pipe(void) { return ends[0]; }

int terminal_guard_next_signal(void) {
  char byte = 0;
  return read(ends[0], &byte, 1) == 1 ? byte : 0;
}

void terminal_guard_stop(void) {
  struct sigaction usual = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &usual, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

static bool is_utf8(void) {
  const char *name = nl_langinfo(CODESET);
  return strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "UTF8") == 0;
}

bool terminal_use_utf8_locale(void) {
  static const char *const names[] = {"", "C.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8"};
  for (size_t i = 0; i < COUNT(names); i++)
    if (setlocale(LC_CTYPE, names[i]) != NULL && is_utf8()) return true;
  return false;
}

bool terminal_window_size(int *columns, int *rows) {
  struct winsize size = {0};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
    return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}
