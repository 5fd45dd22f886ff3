#ifndef NIANBAO_CNCURSES_SHIM_H
#define NIANBAO_CNCURSES_SHIM_H

// The wide API; then only what Swift cannot import: macros, globals and variadic functions.
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
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

/// Overwrites the beginning of a string of the terminal's description; does nothing where the
/// string does not begin so.
static inline void curses_replace_beginning(const char *name, const char *old, const char *new) {
  // ncurses reads its strings where `tigetstr` points, and no sooner than it sends them.
  char *string = tigetstr(name);
  size_t length = strlen(old), new_length = strlen(new);
  if (string == NULL || string == (char *)-1 || strncmp(string, old, length) != 0) return;
  memcpy(string, new, new_length);
  memmove(string + new_length, string + length, strlen(string + length) + 1);
}

/// Makes the way to a style and back shorter.
///
/// Many descriptions also leave a second set of characters each time, which is never entered here.
static inline void curses_shorten_styles(void) {
  curses_replace_beginning("sgr0", "\033(B\033[m", "\033[m");
  curses_replace_beginning("sgr", "%?%p9%t\033(0%e\033(B%;\033[0", "\033[");
}

/// Takes the terminal for standard input and output; NULL where ncurses cannot.
static inline SCREEN *curses_begin(const char *name) {
  SCREEN *screen = newterm(name, stdout, stdin);
  if (screen == NULL) return NULL;
  // Many a terminal that calls itself xterm does not know how to repeat a character.
  repeat_char = NULL;
  curses_shorten_styles();
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

/// One cell: a character, or one with the marks on it, ended by 0, as it looks.
static inline cchar_t curses_cell(const wchar_t *characters, attr_t attributes, short pair) {
  cchar_t cell;
  setcchar(&cell, characters, attributes, pair, NULL);
  return cell;
}

/// One cell of one character, as it looks.
static inline cchar_t curses_plain_cell(wchar_t character, attr_t attributes, short pair) {
  wchar_t characters[] = {character, 0};
  return curses_cell(characters, attributes, pair);
}

/// Sets how the parts of the screen look in which nothing was placed.
static inline void curses_set_background(attr_t attributes, short pair) {
  cchar_t blank = curses_plain_cell(L' ', attributes, pair);
  bkgrndset(&blank);
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
