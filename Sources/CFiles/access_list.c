#include "files.h"

#include <stddef.h>
#include <sys/xattr.h>

int file_has_access_list(const char *path) {
  return getxattr(path, "system.posix_acl_access", NULL, 0) > 0;
}
