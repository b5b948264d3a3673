internal import Markup

/// The library that parses HTML.
package var htmlLibraryVersion: String { htmlParserVersion }
