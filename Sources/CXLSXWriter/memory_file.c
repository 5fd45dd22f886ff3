#define _GNU_SOURCE
#include <sys/mman.h>

#include "cxlsxwriter.h"

int xlsx_memory_file(void) { return memfd_create("workbook", MFD_CLOEXEC); }
