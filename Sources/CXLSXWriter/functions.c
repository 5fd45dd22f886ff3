#include "cxlsxwriter.h"

#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

static struct xlsx_functions functions;
static bool is_loaded;

// For each part of a workbook zlib takes a quarter of a MiB and frees it: given back to the system
// each time, every page of it is cleared and faulted in anew.
static void keep_freed_memory(void) {
  mallopt(M_TOP_PAD, 512 << 10);
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
}

static void load(void) {
  // Structures are laid out as the headers of this build have them.
  void *library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
#define XLSX_LOAD(name)                                       \
  functions.name = (__typeof__(&name))dlsym(library, #name); \
  if (!functions.name) return;
  XLSX_FUNCTIONS(XLSX_LOAD)
#undef XLSX_LOAD
  keep_freed_memory();
  is_loaded = true;
}

const struct xlsx_functions *xlsx_functions(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded ? &functions : NULL;
}
