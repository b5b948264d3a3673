package import DiscourseModel

/// A page as it came in, before anything is read out of it: its bytes, and what its container or the user says of them.
package struct RawPage: Sendable {
    /// Where it lies: `page.html`, `-`, `dump.jsonl:17` (a line), `crawl.warc.gz#17` (a record), `saved.zip/news/page.html`.
    package var source: String
    package var bytes: [UInt8]
    /// The address it was scraped from, where its container says so.
    package var url: String?
    /// When it was scraped, where its container says so.
    package var captured: Timestamp?
    /// The charset that the transport stated (`Content-Type`), as it stands there.
    package var charset: String?
    /// Whether the container allows nothing but UTF-8 (JSON, WET).
    package var isUTF8 = false
    /// HTML or text, where the container says so; `nil`: told from the bytes.
    package var media: Page.Media?
    /// What reading the container had to say of this page.
    package var notes: [Note] = []

    package init(source: String, bytes: [UInt8], url: String? = nil, captured: Timestamp? = nil) {
        self.source = source
        self.bytes = bytes
        self.url = url
        self.captured = captured
    }
}

/// Something that could not be read, or not whole: what, where, and what became of it.
package struct ReadingProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, or the record in it.
    package var source: String
    package var kind: Kind
    /// One sentence, with the byte or the numbers.
    package var reason: String
    /// The file that holds the record; `nil` where the file itself is meant.
    package var container: String?

    /// Why, in the words of the summary at the end of a run.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case missing = "not found"
        case unreadable = "cannot be read"
        case special = "not a regular file"
        case empty = "empty"
        case notAPage = "not a page"
        case tooLarge = "over a size limit"
        case limit = "over a limit of time or memory"
        case badRecord = "bad record"
        case damaged = "damaged data"
        case refused = "not stored"

        /// Whether there was no page to lose: such an input is passed over, and the run is still whole.
        package var isHarmless: Bool { [.special, .empty, .notAPage].contains(self) }
    }

    package init(_ kind: Kind, source: String, reason: String, container: String? = nil) {
        self.source = source
        self.kind = kind
        self.reason = reason
        self.container = container
    }

    package var description: String { "\(source): \(reason)" }
}
