/// What is known of one saved page before anything is read out of it.
package struct Page: Hashable, Sendable, Codable {
    /// SHA-256 of the bytes as they came in, in lower-case hex: the identity of a capture.
    package var id: String
    /// The path as given, or `-` for standard input.
    package var source: String
    /// The address that was scraped, where the user, a container or the page says so.
    package var url: String?
    /// The address the page gives itself (`<link rel=canonical>`, `og:url`): the identity of the article across captures.
    package var canonicalURL: String?
    /// When the page was scraped: stated by the user, a container, or the page's own clock.
    package var captured: Timestamp?
    package var media: Media
    /// The character encoding the bytes were read in, by its WHATWG name in lower case.
    package var encoding: String
    /// Size of the input, in bytes.
    package var byteCount: Int
    /// Bytes that could not be decoded (each became U+FFFD), and NULs.
    package var replacedBytes: Int
    /// Which page of a thread on several pages this is; `nil` where nothing says that there are several.
    package var position: PagePosition?

    package enum Media: String, Hashable, Sendable, Codable { case html, text }

    package init(
        id: String, source: String, url: String? = nil, canonicalURL: String? = nil, captured: Timestamp? = nil,
        media: Media, encoding: String = "utf-8", byteCount: Int, replacedBytes: Int = 0, position: PagePosition? = nil
    ) {
        self.id = id
        self.source = source
        self.url = url
        self.canonicalURL = canonicalURL
        self.captured = captured
        self.media = media
        self.encoding = encoding
        self.byteCount = byteCount
        self.replacedBytes = replacedBytes
        self.position = position
    }
}

/// A page's place in a thread that is spread over several.
package struct PagePosition: Hashable, Sendable, Codable {
    /// The address that all pages of the thread share: without the page's number.
    package var thread: String
    /// From 1.
    package var number: Int
    /// The greatest number that the page links to; `nil` where it shows none greater.
    package var count: Int?

    package init(thread: String, number: Int, count: Int? = nil) {
        self.thread = thread
        self.number = number
        self.count = count
    }
}
