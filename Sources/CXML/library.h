// Opens the library `name_of_library`, and finds those of its functions that FUNCTIONS(X) lists: a
// file that uses one library defines both and includes this, once.

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>

static struct {
#define MEMBER(name) __typeof__(&name) name;
  FUNCTIONS(MEMBER)
#undef MEMBER
} lib;

static bool is_loaded;

static void load(void) {
  void *library = dlopen(name_of_library, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
#define LOAD(name)                                      \
  lib.name = (__typeof__(&name))dlsym(library, #name); \
  if (!lib.name) return;
  FUNCTIONS(LOAD)
#undef LOAD
  is_loaded = true;
}

// Whether the library is there with all of them; any thread may ask.
static bool is_available(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}
