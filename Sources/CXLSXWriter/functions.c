#include "cxlsxwriter.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>

static bool load(struct xlsx_functions *functions) {
  // Structures are laid out as the headers of this build have them.
  void *library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return false;
#define XLSX_LOAD(name)                                       \
  functions->name = (__typeof__(&name))dlsym(library, #name); \
  if (!functions->name) return false;
  XLSX_FUNCTIONS(XLSX_LOAD)
#undef XLSX_LOAD
  return true;
}

const struct xlsx_functions *xlsx_functions(void) {
  static struct xlsx_functions functions;
  static enum { UNTRIED, LOADED, MISSING } state;
  if (state == UNTRIED) state = load(&functions) ? LOADED : MISSING;
  return state == LOADED ? &functions : NULL;
}
