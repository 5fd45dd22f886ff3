#include "cxml.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
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

#define FUNCTIONS(X)           \
  X(htmlReadMemory)            \
  X(xmlDocGetRootElement)      \
  X(xmlFreeDoc)                \
  X(xmlSetStructuredErrorFunc)

#include "library.h"

// What is wrong with a document is told by who reads it.
static void ignore(void *context, error_pointer error) {
  (void)context;
  (void)error;
}

bool html_is_available(void) { return is_available(); }

html_page *html_page_read(const char *bytes, int count) {
  // Kept for each thread by itself.
  lib.xmlSetStructuredErrorFunc(NULL, ignore);
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

const html_attribute *html_node_first_attribute(const html_node *node) {
  const xmlNode *element = (const xmlNode *)node;
  return element->type == XML_ELEMENT_NODE ? (const html_attribute *)element->properties : NULL;
}

const html_attribute *html_attribute_next(const html_attribute *attribute) {
  return (const html_attribute *)((const xmlAttr *)attribute)->next;
}

const char *html_attribute_name(const html_attribute *attribute) {
  return (const char *)((const xmlAttr *)attribute)->name;
}

const char *html_attribute_value(const html_attribute *attribute) {
  const xmlNode *value = ((const xmlAttr *)attribute)->children;
  return value && value->content ? (const char *)value->content : "";
}

int html_node_line(const html_node *node) { return ((const xmlNode *)node)->line; }

void html_page_free(html_page *page) { lib.xmlFreeDoc((xmlDoc *)page); }
