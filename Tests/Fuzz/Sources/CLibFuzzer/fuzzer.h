#pragma once

#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer with the arguments of the process; returns its exit code.
int LLVMFuzzerRunDriver(
    int *argument_count, char ***arguments, int (*feed)(const uint8_t *data, size_t size));
