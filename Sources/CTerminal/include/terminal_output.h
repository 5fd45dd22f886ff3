#ifndef NIANBAO_TERMINAL_OUTPUT_H
#define NIANBAO_TERMINAL_OUTPUT_H

#include <stdio.h>

/// Opens a second way to the terminal on standard output, for one writer; NULL where there is none.
///
/// It stays open for as long as the process.
FILE *terminal_output_open(void);

/// Gathers what is written on that way, until `terminal_output_release`.
///
/// A screen that arrives in pieces is shown in pieces. Where nothing can gather, the pieces go
/// through as they come.
void terminal_output_hold(void);

/// Sends what was gathered in one piece, as far as the terminal takes it.
void terminal_output_release(void);

#endif
