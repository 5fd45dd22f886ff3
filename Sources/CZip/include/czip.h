#ifndef NIANBAO_ZIP_H
#define NIANBAO_ZIP_H

#include <zip.h>

/// The functions of libzip that are used here.
#define ZIP_FUNCTIONS(X)        \
  X(zip_close)                  \
  X(zip_discard)                \
  X(zip_error_fini)             \
  X(zip_error_init)             \
  X(zip_fclose)                 \
  X(zip_file_add)               \
  X(zip_file_set_dostime)       \
  X(zip_fopen_index)            \
  X(zip_fread)                  \
  X(zip_get_num_entries)        \
  X(zip_open_from_source)       \
  X(zip_set_file_compression)   \
  X(zip_source_buffer)          \
  X(zip_source_buffer_create)   \
  X(zip_source_close)           \
  X(zip_source_free)            \
  X(zip_source_keep)            \
  X(zip_source_open)            \
  X(zip_source_read)            \
  X(zip_source_stat)            \
  X(zip_stat_index)             \
  X(zip_stat_init)

struct zip_functions {
#define ZIP_MEMBER(name) __typeof__(&name) name;
  ZIP_FUNCTIONS(ZIP_MEMBER)
#undef ZIP_MEMBER
};

/// The functions, from the library on this machine, opened at the first call; NULL where it is not
/// installed.
///
/// It is not linked: only who reads or writes an Office file should wait for it, or need it.
const struct zip_functions *zip_functions(void);

#endif
