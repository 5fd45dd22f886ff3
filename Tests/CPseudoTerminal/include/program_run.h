#ifndef NIANBAO_PROGRAM_RUN_H
#define NIANBAO_PROGRAM_RUN_H

#include <stddef.h>

/// What a program left behind.
struct program_result {
  /// The exit code, 128 and the signal where one ended it, -1 where it did not end in time.
  int status;
  char *output;
  size_t output_count;
  char *errors;
  size_t errors_count;
};

/// Runs a program without a terminal, its streams on pipes, and waits for its end.
///
/// `arguments` and `variables` end in NULL; a `directory` of NULL is this process's own. Returns 0,
/// or -1 where the program could not be started.
int program_run(char *const arguments[], char *const variables[], const char *directory,
                const char *input, size_t input_count, int milliseconds,
                struct program_result *result);

/// Gives back what `program_run` filled in.
void program_result_free(struct program_result *result);

#endif
