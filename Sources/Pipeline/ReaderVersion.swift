internal import Markup
internal import PageReading

/// The library that parses HTML.
package var htmlLibraryVersion: String { htmlParserVersion }

/// The libraries that unpack what is read.
package var unpackingLibraryVersions: String { unpackingLibraries }
