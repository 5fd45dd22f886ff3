// What Swift's Glibc module leaves out of the calls on files.
#ifndef NIANBAO_ACCESS_LIST_H
#define NIANBAO_ACCESS_LIST_H

// Whether the file at path has a POSIX access list, that is rights beyond its mode.
int file_has_access_list(const char *path);

#endif
