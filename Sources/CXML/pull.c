#include "cxml.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

// Structures are those of the headers, and the same in every version of this name.
static const char *const name_of_library = "libexpat.so.1";

#define FUNCTIONS(X)                \
  X(XML_GetCurrentLineNumber)       \
  X(XML_Parse)                      \
  X(XML_ParserCreate)               \
  X(XML_ParserFree)                 \
  X(XML_ResumeParser)               \
  X(XML_SetCharacterDataHandler)    \
  X(XML_SetElementHandler)          \
  X(XML_SetStartDoctypeDeclHandler) \
  X(XML_SetUserData)                \
  X(XML_StopParser)

#include "library.h"

bool xml_is_available(void) { return is_available(); }

// How deep elements may stand in each other: what reads them calls itself for each.
enum { DEPTH_LIMIT = 256 };

// How much the parser takes at once: it keeps a copy of what it has not come to.
enum { CHUNK = 1 << 20 };

// Strings one behind the other, each with its zero.
struct strings {
  char *bytes;
  size_t count, capacity;
};

struct xml_pull {
  XML_Parser parser;
  const char *bytes;
  size_t left;
  bool is_stopped;
  bool is_done;
  bool has_failed;
  bool has_doctype;
  int depth;
  // How deep the element stands whose inside is passed over; 0 where none is.
  int skipped;
  // What the parser came upon since it was last stopped, in this order.
  bool has_text, has_open, has_close;
  struct strings text, name, attributes;
  // The text or the name of the last event.
  const char *current;
};

static bool append(struct strings *strings, const char *bytes, size_t count) {
  if (strings->capacity - strings->count < count + 1) {
    size_t capacity = 2 * strings->capacity + count + 64;
    char *grown = realloc(strings->bytes, capacity);
    if (!grown) return false;
    strings->bytes = grown;
    strings->capacity = capacity;
  }
  memcpy(strings->bytes + strings->count, bytes, count);
  strings->count += count;
  strings->bytes[strings->count] = 0;
  return true;
}

static void fail(xml_pull *pull) {
  pull->has_failed = true;
  lib.XML_StopParser(pull->parser, XML_FALSE);
}

static const char *local(const char *name) {
  const char *colon = strchr(name, ':');
  return colon ? colon + 1 : name;
}

static bool append_string(struct strings *strings, const char *string) {
  bool appended = append(strings, string, strlen(string));
  strings->count += appended;
  return appended;
}

static void XMLCALL open_element(void *context, const XML_Char *name, const XML_Char **attributes) {
  xml_pull *pull = context;
  if (++pull->depth > DEPTH_LIMIT) return fail(pull);
  if (pull->skipped) return;
  pull->has_open = true;
  pull->name.count = pull->attributes.count = 0;
  bool kept = append_string(&pull->name, local(name));
  for (; kept && *attributes; attributes += 2) {
    // What declares a name space is none of the element's own.
    if (strncmp(attributes[0], "xmlns", 5) == 0) continue;
    kept = append_string(&pull->attributes, local(attributes[0])) &&
           append_string(&pull->attributes, attributes[1]);
  }
  if (!kept) return fail(pull);
  lib.XML_StopParser(pull->parser, XML_TRUE);
}

static void XMLCALL close_element(void *context, const XML_Char *name) {
  xml_pull *pull = context;
  int depth = pull->depth--;
  if (pull->skipped) {
    if (pull->skipped == depth) pull->skipped = 0;
    return;
  }
  pull->has_close = true;
  // An empty element closes right after it opened, and has its name already.
  if (pull->has_open) return;
  pull->name.count = 0;
  if (!append_string(&pull->name, local(name))) return fail(pull);
  lib.XML_StopParser(pull->parser, XML_TRUE);
}

static void XMLCALL add_text(void *context, const XML_Char *text, int count) {
  xml_pull *pull = context;
  // Blanks around the outermost element belong to nothing.
  if (pull->depth == 0 || pull->skipped) return;
  pull->has_text = true;
  if (!append(&pull->text, text, (size_t)count)) fail(pull);
}

static void XMLCALL meet_doctype(
    void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public, int inner) {
  (void)name, (void)system, (void)public, (void)inner;
  xml_pull *pull = context;
  pull->has_doctype = true;
  fail(pull);
}

xml_pull *xml_pull_new(const char *bytes, int count) {
  xml_pull *pull = calloc(1, sizeof *pull);
  if (!pull) return NULL;
  pull->parser = lib.XML_ParserCreate(NULL);
  if (!pull->parser) {
    free(pull);
    return NULL;
  }
  pull->bytes = bytes;
  pull->left = (size_t)count;
  lib.XML_SetUserData(pull->parser, pull);
  lib.XML_SetElementHandler(pull->parser, open_element, close_element);
  lib.XML_SetCharacterDataHandler(pull->parser, add_text);
  lib.XML_SetStartDoctypeDeclHandler(pull->parser, meet_doctype);
  return pull;
}

// Goes on until the parser stops at an element, at the end or at a mistake.
static void advance(xml_pull *pull) {
  do {
    enum XML_Status status;
    if (pull->is_stopped) {
      status = lib.XML_ResumeParser(pull->parser);
    } else {
      size_t count = pull->left < CHUNK ? pull->left : CHUNK;
      const char *bytes = pull->bytes;
      pull->bytes += count;
      pull->left -= count;
      status = lib.XML_Parse(pull->parser, bytes, (int)count, pull->left == 0);
    }
    if (status == XML_STATUS_ERROR) pull->has_failed = true;
    pull->is_stopped = status == XML_STATUS_SUSPENDED;
  } while (!pull->has_failed && !pull->is_stopped && pull->left > 0);
  pull->is_done = !pull->is_stopped;
}

// The next of what the parser came upon.
static enum xml_event take(xml_pull *pull) {
  if (pull->has_text) {
    pull->has_text = false;
    pull->text.count = 0;
    pull->current = pull->text.bytes;
    return XML_EVENT_TEXT;
  }
  pull->current = pull->name.bytes;
  if (pull->has_open) {
    pull->has_open = false;
    return XML_EVENT_OPEN;
  }
  if (pull->has_close) {
    pull->has_close = false;
    return XML_EVENT_CLOSE;
  }
  return XML_EVENT_END;
}

enum xml_event xml_pull_next(xml_pull *pull) {
  enum xml_event event = take(pull);
  if (event != XML_EVENT_END) return event;
  if (!pull->is_done) advance(pull);
  if (pull->has_failed) return pull->has_doctype ? XML_EVENT_DOCTYPE : XML_EVENT_FAILED;
  return take(pull);
}

const char *xml_pull_text(xml_pull *pull) { return pull->current ? pull->current : ""; }

bool xml_pull_attribute(const xml_pull *pull, long *position, const char **name, const char **value) {
  if (*position < 0 || (size_t)*position >= pull->attributes.count) return false;
  *name = pull->attributes.bytes + *position;
  *value = *name + strlen(*name) + 1;
  *position = *value - pull->attributes.bytes + (long)strlen(*value) + 1;
  return true;
}

const char *xml_pull_value(const xml_pull *pull, const char *name) {
  const char *found = NULL, *other, *value;
  for (long position = 0; xml_pull_attribute(pull, &position, &other, &value);) {
    if (strcmp(other, name) == 0) found = value;
  }
  return found;
}

void xml_pull_skip(xml_pull *pull) {
  // An empty element is behind the parser already.
  if (!pull->has_close) pull->skipped = pull->depth;
  pull->has_close = false;
}

int xml_pull_line(xml_pull *pull) { return (int)lib.XML_GetCurrentLineNumber(pull->parser); }

void xml_pull_free(xml_pull *pull) {
  lib.XML_ParserFree(pull->parser);
  free(pull->text.bytes);
  free(pull->name.bytes);
  free(pull->attributes.bytes);
  free(pull);
}
