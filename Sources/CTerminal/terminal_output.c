#define _GNU_SOURCE
#include "terminal_output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

static FILE *stream;
/// The way to the terminal, what gathers in its place, and the terminal itself.
static int way = -1;
static int store = -1;
static int terminal = -1;
static bool is_held;

FILE *terminal_output_open(void) {
  if (stream != NULL) return stream;
  int copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return NULL;
  stream = fdopen(copy, "w");
  if (stream == NULL) {
    close(copy);
    return NULL;
  }
  way = copy;
  terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  store = memfd_create("screen", MFD_CLOEXEC);
  return stream;
}

void terminal_output_hold(void) {
  if (is_held || store < 0 || terminal < 0) return;
  is_held = dup3(store, way, O_CLOEXEC) >= 0;
}

/// Writes everything, or as much as a terminal that is gone took.
static void write_all(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(terminal, bytes, count);
    if (written >= 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN) {
      struct pollfd output = {.fd = terminal, .events = POLLOUT};
      if (poll(&output, 1, -1) < 0 && errno != EINTR) return;
    } else if (errno != EINTR) {
      return;
    }
  }
}

void terminal_output_release(void) {
  if (!is_held) return;
  is_held = false;
  while (dup3(terminal, way, O_CLOEXEC) < 0 && (errno == EINTR || errno == EBUSY)) continue;
  off_t end = lseek(store, 0, SEEK_CUR);
  char buffer[16384];
  for (off_t start = 0; start < end;) {
    // What an earlier, longer screen left behind its end is none of this one.
    size_t room = end - start < (off_t)sizeof buffer ? (size_t)(end - start) : sizeof buffer;
    ssize_t count = pread(store, buffer, room, start);
    if (count <= 0) break;
    write_all(buffer, (size_t)count);
    start += count;
  }
  lseek(store, 0, SEEK_SET);
  // A screen needs a few thousand bytes; what one large one took is given back.
  if (end > (off_t)sizeof buffer && ftruncate(store, 0) < 0) return;
}
