#ifndef NIANBAO_CVTERM_SHIM_H
#define NIANBAO_CVTERM_SHIM_H

#include <vterm.h>

// Bit fields, unions and macros, which Swift does not import.

static inline bool vterm_shim_is_bold(const VTermScreenCell *cell) { return cell->attrs.bold; }
static inline bool vterm_shim_is_reverse(const VTermScreenCell *cell) {
  return cell->attrs.reverse;
}
static inline bool vterm_shim_is_underlined(const VTermScreenCell *cell) {
  return cell->attrs.underline != 0;
}

/// The number of a colour in the palette; -1 for the terminal's own.
static inline int vterm_shim_color(const VTermColor *color) {
  if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color)) return -1;
  return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : -1;
}

static inline uint32_t vterm_shim_scalar(const VTermScreenCell *cell, int index) {
  return index < VTERM_MAX_CHARS_PER_CELL ? cell->chars[index] : 0;
}

#endif
