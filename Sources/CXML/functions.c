#include "cxml.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

// The names that both versions of the library have; structures are those of the headers.
#if LIBXML_VERSION >= 21400
static const char *const name_of_library = "libxml2.so.16";
#else
static const char *const name_of_library = "libxml2.so.2";
#endif

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlErrorPtr error_pointer;
#endif

#define FUNCTIONS(X)                  \
  X(htmlReadMemory)                   \
  X(xmlDocGetRootElement)             \
  X(xmlFreeDoc)                       \
  X(xmlFreeTextReader)                \
  X(xmlReaderForMemory)               \
  X(xmlSetStructuredErrorFunc)        \
  X(xmlTextReaderConstLocalName)      \
  X(xmlTextReaderConstValue)          \
  X(xmlTextReaderGetParserLineNumber) \
  X(xmlTextReaderIsEmptyElement)      \
  X(xmlTextReaderMoveToElement)       \
  X(xmlTextReaderMoveToNextAttribute) \
  X(xmlTextReaderNodeType)            \
  X(xmlTextReaderRead)

static struct {
#define MEMBER(name) __typeof__(&name) name;
  FUNCTIONS(MEMBER)
#undef MEMBER
} lib;

// What is wrong with a document is told by who reads it.
static void ignore(void *context, error_pointer error) {
  (void)context;
  (void)error;
}

static bool load(void) {
  void *library = dlopen(name_of_library, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return false;
#define LOAD(name)                                      \
  lib.name = (__typeof__(&name))dlsym(library, #name); \
  if (!lib.name) return false;
  FUNCTIONS(LOAD)
#undef LOAD
  lib.xmlSetStructuredErrorFunc(NULL, ignore);
  return true;
}

bool xml_is_available(void) {
  static enum { UNTRIED, LOADED, MISSING } state;
  if (state == UNTRIED) state = load() ? LOADED : MISSING;
  return state == LOADED;
}

struct xml_pull {
  xmlTextReaderPtr reader;
  bool closes_next;
};

xml_pull *xml_pull_new(const char *bytes, int count) {
  xml_pull *pull = calloc(1, sizeof *pull);
  if (!pull) return NULL;
  pull->reader = lib.xmlReaderForMemory(bytes, count, NULL, NULL, XML_PARSE_NONET);
  if (pull->reader) return pull;
  free(pull);
  return NULL;
}

enum xml_event xml_pull_next(xml_pull *pull) {
  if (pull->closes_next) {
    pull->closes_next = false;
    lib.xmlTextReaderMoveToElement(pull->reader);
    return XML_EVENT_CLOSE;
  }
  for (;;) {
    int result = lib.xmlTextReaderRead(pull->reader);
    if (result < 0) return XML_EVENT_FAILED;
    if (result == 0) return XML_EVENT_END;
    switch (lib.xmlTextReaderNodeType(pull->reader)) {
      case XML_READER_TYPE_ELEMENT:
        pull->closes_next = lib.xmlTextReaderIsEmptyElement(pull->reader) == 1;
        return XML_EVENT_OPEN;
      case XML_READER_TYPE_END_ELEMENT: return XML_EVENT_CLOSE;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return XML_EVENT_TEXT;
      case XML_READER_TYPE_DOCUMENT_TYPE:
      case XML_READER_TYPE_ENTITY_REFERENCE: return XML_EVENT_DOCTYPE;
      default: break;
    }
  }
}

const char *xml_pull_text(xml_pull *pull) {
  const xmlChar *text = lib.xmlTextReaderNodeType(pull->reader) == XML_READER_TYPE_ELEMENT ||
                                lib.xmlTextReaderNodeType(pull->reader) == XML_READER_TYPE_END_ELEMENT
                            ? lib.xmlTextReaderConstLocalName(pull->reader)
                            : lib.xmlTextReaderConstValue(pull->reader);
  return text ? (const char *)text : "";
}

bool xml_pull_next_attribute(xml_pull *pull, const char **name, const char **value) {
  if (lib.xmlTextReaderMoveToNextAttribute(pull->reader) != 1) {
    lib.xmlTextReaderMoveToElement(pull->reader);
    return false;
  }
  *name = (const char *)lib.xmlTextReaderConstLocalName(pull->reader);
  *value = (const char *)lib.xmlTextReaderConstValue(pull->reader);
  return *name && *value;
}

int xml_pull_line(xml_pull *pull) { return lib.xmlTextReaderGetParserLineNumber(pull->reader); }

void xml_pull_free(xml_pull *pull) {
  lib.xmlFreeTextReader(pull->reader);
  free(pull);
}

html_page *html_page_read(const char *bytes, int count) {
  return (html_page *)lib.htmlReadMemory(bytes, count, NULL, "UTF-8",
                                         HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                             HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
}

const html_node *html_page_root(const html_page *page) {
  return (const html_node *)lib.xmlDocGetRootElement((const xmlDoc *)page);
}

const html_node *html_node_first_child(const html_node *node) {
  const xmlNode *element = (const xmlNode *)node;
  return element->type == XML_ELEMENT_NODE ? (const html_node *)element->children : NULL;
}

const html_node *html_node_next(const html_node *node) {
  return (const html_node *)((const xmlNode *)node)->next;
}

const char *html_node_name(const html_node *node) {
  const xmlNode *element = (const xmlNode *)node;
  return element->type == XML_ELEMENT_NODE ? (const char *)element->name : NULL;
}

const char *html_node_text(const html_node *node) {
  const xmlNode *text = (const xmlNode *)node;
  return text->type == XML_TEXT_NODE ? (const char *)text->content : NULL;
}

const char *html_node_attribute(const html_node *node, const char *name) {
  const xmlNode *element = (const xmlNode *)node;
  if (element->type != XML_ELEMENT_NODE) return NULL;
  for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
    if (strcmp((const char *)attribute->name, name) != 0) continue;
    return attribute->children ? (const char *)attribute->children->content : NULL;
  }
  return NULL;
}

int html_node_line(const html_node *node) { return ((const xmlNode *)node)->line; }

void html_page_free(html_page *page) { lib.xmlFreeDoc((xmlDoc *)page); }
