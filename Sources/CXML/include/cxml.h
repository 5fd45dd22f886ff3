#ifndef NIANBAO_XML_H
#define NIANBAO_XML_H

#include <stdbool.h>
#include <stddef.h>

// What is used here of expat, which reads XML, and of libxml2, which mends pages of HTML. They are
// opened at the first use and not linked: only who reads such a file should wait for them, or need
// them. All texts are UTF-8.

/// Whether expat is installed on this machine.
bool xml_is_available(void);

/// A reader that goes through an XML document once; it neither loads nor expands anything.
typedef struct xml_pull xml_pull;

/// What the reader came upon.
enum xml_event {
  XML_EVENT_END,
  /// The document is not well-formed, or elements stand in each other 256 deep; `xml_pull_line`
  /// tells where.
  XML_EVENT_FAILED,
  XML_EVENT_OPEN,
  XML_EVENT_CLOSE,
  XML_EVENT_TEXT,
  /// A document type, which may define entities.
  XML_EVENT_DOCTYPE,
};

/// A reader of the bytes, which must outlive it; NULL where there is no memory.
///
/// - Precondition: `xml_is_available()`.
xml_pull *xml_pull_new(const char *bytes, int count);

/// Goes to the next event. An empty element opens and closes.
enum xml_event xml_pull_next(xml_pull *pull);

/// The name of the element without its prefix, or the text; valid until the next event.
const char *xml_pull_text(xml_pull *pull);

/// An attribute of the element that has just opened, and where the next one is; `position` is 0 for
/// the first. Valid until the next event; false where there are no more.
bool xml_pull_attribute(const xml_pull *pull, long *position, const char **name, const char **value);

/// The value of the attribute with this name, of the last where there are several; NULL where there
/// is none. Valid until the next event.
const char *xml_pull_value(const xml_pull *pull, const char *name);

/// Passes over what is in the element that has just opened, and its end.
void xml_pull_skip(xml_pull *pull);

/// The line in the document, counted from 1.
int xml_pull_line(xml_pull *pull);

void xml_pull_free(xml_pull *pull);

/// Whether libxml2 is installed on this machine.
bool html_is_available(void);

/// A page of HTML as a browser would mend it.
typedef struct html_page html_page;

/// An element or a text of a page.
typedef struct html_node html_node;

/// Reads a page in UTF-8, whatever it says of its encoding; NULL where nothing is in it.
///
/// - Precondition: `html_is_available()`.
html_page *html_page_read(const char *bytes, int count);

const html_node *html_page_root(const html_page *page);
const html_node *html_node_first_child(const html_node *node);
const html_node *html_node_next(const html_node *node);

/// The name of an element, in lower case; NULL where the node is none.
const char *html_node_name(const html_node *node);

/// The text of a node that is one; NULL where it is none.
const char *html_node_text(const html_node *node);

/// An attribute of an element.
typedef struct html_attribute html_attribute;

/// The first attribute of a node; NULL where it has none.
const html_attribute *html_node_first_attribute(const html_node *node);

/// The attribute behind another of the same node; NULL behind the last.
const html_attribute *html_attribute_next(const html_attribute *attribute);

const char *html_attribute_name(const html_attribute *attribute);

/// The value of an attribute; an empty text where it has none.
const char *html_attribute_value(const html_attribute *attribute);

/// The line in the page, counted from 1; stays behind in very long pages.
int html_node_line(const html_node *node);

void html_page_free(html_page *page);

#endif
