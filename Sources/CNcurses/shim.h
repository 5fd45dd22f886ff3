#ifndef NIANBAO_CNCURSES_SHIM_H
#define NIANBAO_CNCURSES_SHIM_H

// The wide API; then only what Swift cannot import: macros, globals and variadic functions.
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <stddef.h>
#include <stdio.h>
#include <term.h>

static inline attr_t curses_bold(void) { return A_BOLD; }
static inline attr_t curses_dim(void) { return A_DIM; }
static inline attr_t curses_underline(void) { return A_UNDERLINE; }
static inline attr_t curses_reverse(void) { return A_REVERSE; }

static inline int curses_color_count(void) { return COLORS; }

/// A string of the terminal's description; NULL where it has none.
static inline const char *curses_capability(const char *name) {
  char *string = tigetstr(name);
  return string == (char *)-1 ? NULL : string;
}

/// Looks up a terminal's description: 1 found, 0 unknown, -1 found but without cursor addressing.
static inline int curses_look_up(const char *name) {
  int found = 0;
  if (setupterm(name, 1, &found) == ERR && found != 1) return 0;
  int result = found != 1 ? 0 : curses_capability("cup") == NULL ? -1 : 1;
  del_curterm(cur_term);
  return result;
}

/// Takes the terminal for standard input and output; NULL where ncurses cannot.
static inline SCREEN *curses_begin(const char *name) {
  SCREEN *screen = newterm(name, stdout, stdin);
  if (screen == NULL) return NULL;
  // Many a terminal that calls itself xterm does not know how to repeat a character.
  repeat_char = NULL;
  raw();
  noecho();
  nonl();
  typeahead(-1);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  // Inserting and deleting within a line tears wide characters; no pane is as wide as the screen.
  idcok(stdscr, FALSE);
  idlok(stdscr, FALSE);
  return screen;
}

/// Places cells that stand in one row; the first in a column.
static inline void curses_put(int y, int x, const cchar_t *cells, int count) {
  mvadd_wchnstr(y, x, cells, count);
}

/// Makes the next refresh send the whole screen.
static inline void curses_repaint(void) { clearok(curscr, TRUE); }

/// Makes the next refresh send a row whatever it is thought to show.
static inline void curses_repaint_row(int y) { wredrawln(stdscr, y, 1); }

/// Sends a string outside of what ncurses knows; it waits in the buffer of standard output.
static inline void curses_send(const char *string) {
  if (string != NULL) putp(string);
}

/// Sends the string that moves the cursor, outside of what ncurses knows.
static inline void curses_send_move(int y, int x) {
  const char *move = curses_capability("cup");
  if (move != NULL) putp(tiparm(move, y, x));
}

/// Lets go what `curses_send` holds; ncurses has a buffer of its own and empties it in `refresh`.
static inline void curses_send_now(void) { fflush(stdout); }

#endif
