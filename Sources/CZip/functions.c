#include "czip.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>

static bool load(struct zip_functions *functions) {
  // The functions used here are the same in both.
  void *library = dlopen("libzip.so.5", RTLD_LAZY | RTLD_LOCAL);
  if (!library) library = dlopen("libzip.so.4", RTLD_LAZY | RTLD_LOCAL);
  if (!library) return false;
#define ZIP_LOAD(name)                                            \
  functions->name = (__typeof__(&name))dlsym(library, #name);     \
  if (!functions->name) return false;
  ZIP_FUNCTIONS(ZIP_LOAD)
#undef ZIP_LOAD
  return true;
}

const struct zip_functions *zip_functions(void) {
  static struct zip_functions functions;
  static enum { UNTRIED, LOADED, MISSING } state;
  if (state == UNTRIED) state = load(&functions) ? LOADED : MISSING;
  return state == LOADED ? &functions : NULL;
}
