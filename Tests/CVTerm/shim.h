#ifndef NIANBAO_CVTERM_SHIM_H
#define NIANBAO_CVTERM_SHIM_H
#include <vterm.h>
#endif
