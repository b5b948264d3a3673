// libxml2's headers pull in ICU's, whose types clash with those inside Foundation; the HTML parser needs none of them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
