package import DiscourseModel
internal import Digest
package import Markup

/// Bytes → what is known of the page, and its document.
///
/// - Throws: `ReadingError` where there is no page to read; every page that is one gives a document.
package func readPage(_ raw: RawPage) throws(ReadingError) -> ReadPage { try parsePage(try decodePage(raw)) }

/// The same for a page that no container says anything of.
package func readPage(_ bytes: [UInt8], source: String, url: String? = nil, captured: Timestamp? = nil) throws(ReadingError) -> ReadPage {
    try readPage(RawPage(source: source, bytes: bytes, url: url, captured: captured))
}

/// A page that was read.
package struct ReadPage: Sendable {
    package var page: Page
    package var document: Document
    package var notes: [Note]
}

/// A page as UTF-8, before its markup is read.
package struct DecodedPage: Sendable {
    package var page: Page
    package var utf8: [UInt8]
    package var notes: [Note]
}

/// Why an input is no page.
package enum ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    /// Not text, or text of another kind: what it looks like.
    case binary(String)
    /// The system gave no memory for its tree.
    case noMemory

    package var description: String {
        switch self {
        case .empty: "empty input; save the page again"
        case .binary(let kind): "not a page: \(kind); give saved HTML or plain text"
        case .noMemory: "limit:memory: memory ran out while the page was read; close other programs or allow more (ulimit -v), and run the same command again"
        }
    }

    package var kind: ReadingProblem.Kind {
        switch self {
        case .empty: .empty
        case .binary: .notAPage
        case .noMemory: .limit
        }
    }
}

/// The first step: the page's bytes as text.
package func decodePage(_ raw: RawPage) throws(ReadingError) -> DecodedPage {
    guard raw.bytes.contains(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else { throw ReadingError.empty }
    if let kind = binaryKind(raw.bytes) { throw ReadingError.binary(kind) }
    let decoded = raw.isUTF8 ? utf8(raw.bytes) : decode(raw.bytes, headerCharset: raw.charset)
    if let kind = foreignXMLKind(decoded.utf8) { throw ReadingError.binary(kind) }
    let page = Page(
        id: SHA256.hex(raw.bytes), source: raw.source, url: raw.url, captured: raw.captured, media: raw.media ?? mediaType(decoded.utf8),
        encoding: decoded.encoding, byteCount: raw.bytes.count, replacedBytes: decoded.replaced)
    var notes = raw.notes
    if decoded.replaced > 0 {
        notes.append(Note(.reading, .lost, "\(decoded.replaced) bytes could not be read as \(decoded.encoding) or were NUL; each is shown as U+FFFD"))
    }
    if decoded.isGuessed { notes.append(Note(.reading, .doubt, "encoding: guessed; the page states none that fits, and was read as \(decoded.encoding)")) }
    return DecodedPage(page: page, utf8: decoded.utf8, notes: notes)
}

/// The second step: its markup as a document.
package func parsePage(_ decoded: DecodedPage, limits: MarkupLimits = MarkupLimits()) throws(ReadingError) -> ReadPage {
    var page = decoded.page
    var notes = decoded.notes
    guard page.media == .html else { return ReadPage(page: page, document: .text(TextDocument(utf8: decoded.utf8)), notes: notes) }
    var text = decoded.utf8
    var html = HTMLDocument(utf8: text, limits: limits)
    if let source = viewedSource(html) {
        notes.append(Note(.reading, .info, "a browser's view of the page's source was saved; the page was read out of it"))
        text = source
        html = HTMLDocument(utf8: text, limits: limits)
    }
    guard html.isWhole else { throw .noMemory }
    notes += html.limits.map { Note(.reading, .limit, $0) }
    let address = addresses(in: html)
    page.canonicalURL = address.canonical
    if page.url == nil { page.url = savedFrom(text) ?? address.canonical }
    return ReadPage(page: page, document: .html(html), notes: notes)
}

private func addresses(in html: HTMLDocument) -> (canonical: String?, open: String?) {
    var canonical: String?, open: String?
    for node in 0..<html.count {
        switch html.name(node) {
        case .link where canonical == nil && html.hasToken(node, .rel, Array("canonical".utf8)): canonical = html.attribute(node, .href)
        case .meta where open == nil && html.attribute(node, .property) == "og:url": open = html.attribute(node, .content)
        default: continue
        }
        if canonical != nil, open != nil { break }
    }
    func absolute(_ url: String?) -> String? {
        guard let url, url.hasPrefix("http://") || url.hasPrefix("https://") else { return nil }
        return url
    }
    return (absolute(canonical) ?? absolute(open), absolute(open))
}

/// The address that browsers write into a saved page: `<!-- saved from url=(0023)http://… -->`.
private func savedFrom(_ bytes: [UInt8]) -> String? {
    let mark = Array("saved from url=(".utf8)
    let head = bytes.prefix(2_000)
    guard head.contains(mark), let at = head.indices.first(where: { head[$0...].starts(with: mark) }) else { return nil }
    let rest = head[(at + mark.count)...].drop { $0 != 0x29 }.dropFirst()
    let url = String(decoding: rest.prefix { $0 > 0x20 && $0 != 0x3E }, as: UTF8.self)
    return url.hasPrefix("http") ? url : nil
}
