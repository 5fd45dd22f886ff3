#include "czip.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

static struct zip_functions functions;
static bool is_loaded;

static void load(void) {
  // The functions used here are the same in both.
  void *library = dlopen("libzip.so.5", RTLD_LAZY | RTLD_LOCAL);
  if (!library) library = dlopen("libzip.so.4", RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
#define ZIP_LOAD(name)                                            \
  functions.name = (__typeof__(&name))dlsym(library, #name);     \
  if (!functions.name) return;
  ZIP_FUNCTIONS(ZIP_LOAD)
#undef ZIP_LOAD
  is_loaded = true;
}

const struct zip_functions *zip_functions(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded ? &functions : NULL;
}
