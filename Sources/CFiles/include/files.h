// What Swift's Glibc module leaves out of the calls on files.
#ifndef NIANBAO_FILES_H
#define NIANBAO_FILES_H

// Whether the file at path has a POSIX access list, that is rights beyond its mode.
int file_has_access_list(const char *path);

// Renames a file where nothing has the new name; -1 with errno where something has, or where the
// file system knows no such thing (EINVAL).
int file_rename_to_new(const char *from, const char *to);

#endif
