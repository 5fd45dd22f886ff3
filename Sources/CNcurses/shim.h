#ifndef NIANBAO_CNCURSES_SHIM_H
#define NIANBAO_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <term.h>

#endif
