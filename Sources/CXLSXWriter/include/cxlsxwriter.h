#ifndef NIANBAO_XLSXWRITER_H
#define NIANBAO_XLSXWRITER_H

#include <xlsxwriter.h>

/// The functions of libxlsxwriter that are used here.
#define XLSX_FUNCTIONS(X)                \
  X(format_set_align)                    \
  X(format_set_bg_color)                 \
  X(format_set_bold)                     \
  X(format_set_border)                   \
  X(format_set_font_color)               \
  X(format_set_font_name)                \
  X(format_set_font_size)                \
  X(format_set_num_format)               \
  X(format_set_text_wrap)                \
  X(workbook_add_format)                 \
  X(workbook_add_worksheet)              \
  X(workbook_close)                      \
  X(workbook_new_opt)                    \
  X(workbook_set_properties)             \
  X(worksheet_conditional_format_range)  \
  X(worksheet_fit_to_pages)              \
  X(worksheet_freeze_panes)              \
  X(worksheet_merge_range)               \
  X(worksheet_repeat_rows)               \
  X(worksheet_set_column)                \
  X(worksheet_set_header)                \
  X(worksheet_set_landscape)             \
  X(worksheet_set_paper)                 \
  X(worksheet_set_row)                   \
  X(worksheet_write_blank)               \
  X(worksheet_write_formula_num)         \
  X(worksheet_write_number)              \
  X(worksheet_write_string)

struct xlsx_functions {
#define XLSX_MEMBER(name) __typeof__(&name) name;
  XLSX_FUNCTIONS(XLSX_MEMBER)
#undef XLSX_MEMBER
};

/// The functions, from the library on this machine, opened at the first call; NULL where it is not
/// installed.
///
/// It is not linked: only who writes a workbook should wait for it, or need it.
const struct xlsx_functions *xlsx_functions(void);

/// A file in memory, without a name in any folder; -1 where the system has none to give.
int xlsx_memory_file(void);

#endif
