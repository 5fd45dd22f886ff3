#ifndef NIANBAO_CELL_WIDTH_H
#define NIANBAO_CELL_WIDTH_H

#include <stdbool.h>
#include <stdint.h>

/// The columns that a terminal gives to one Unicode scalar: 0, 1 or 2; -1 for a control character.
///
/// `ambiguous_is_wide` says what the terminal does with East Asian *ambiguous* characters
/// (“ ” — … × │ ●): one column in most, two in many Chinese ones.
int cell_width(uint32_t scalar, bool ambiguous_is_wide);

/// Makes the `wcwidth` of this process, which ncurses calls, agree with the terminal.
void cell_width_set_ambiguous_is_wide(bool wide);

#endif
