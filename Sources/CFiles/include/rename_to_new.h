// What Swift's Glibc module leaves out of the calls on files.
#ifndef NIANBAO_RENAME_TO_NEW_H
#define NIANBAO_RENAME_TO_NEW_H

// Renames a file where nothing has the new name; -1 with errno where something has, or where the
// file system knows no such thing (EINVAL).
int file_rename_to_new(const char *from, const char *to);

#endif
