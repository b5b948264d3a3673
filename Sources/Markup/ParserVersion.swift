internal import CLibXML2

/// The version of libxml2 that the program was built with.
package let htmlParserVersion = LIBXML_DOTTED_VERSION
