#include "cxlsxwriter.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

static struct xlsx_functions functions;
static bool is_loaded;

static void load(void) {
  // Structures are laid out as the headers of this build have them.
  void *library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
#define XLSX_LOAD(name)                                       \
  functions.name = (__typeof__(&name))dlsym(library, #name); \
  if (!functions.name) return;
  XLSX_FUNCTIONS(XLSX_LOAD)
#undef XLSX_LOAD
  is_loaded = true;
}

const struct xlsx_functions *xlsx_functions(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded ? &functions : NULL;
}
