internal import CUchardet
package import DiscourseModel
internal import Digest
package import Markup

/// Bytes → what is known of the page, and its document.
///
/// - Parameters:
///   - source: the path as given, for messages and records.
///   - url, captured: what the user or a container says and the file cannot.
/// - Throws: `ReadingError` where there is no page to read; every page that is one gives a document.
package func readPage(
    _ bytes: [UInt8], source: String, url: String? = nil, captured: Timestamp? = nil, contentTypeCharset: String? = nil
) throws(ReadingError) -> ReadPage {
    guard bytes.contains(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else { throw ReadingError.empty }
    if let kind = binaryKind(bytes) { throw ReadingError.binary(kind) }
    let decoded = decode(bytes, headerCharset: contentTypeCharset)
    let media = mediaType(decoded.utf8)
    var page = Page(
        id: SHA256.hex(bytes), source: source, url: url, captured: captured, media: media, encoding: decoded.encoding,
        byteCount: bytes.count, replacedBytes: decoded.replaced)
    var notes: [Note] = []
    if decoded.replaced > 0 {
        notes.append(
            Note(.reading, .lost, "\(decoded.replaced) bytes could not be read as \(decoded.encoding); each is shown as U+FFFD"))
    }
    if decoded.isGuessed { notes.append(Note(.reading, .doubt, "the page states no encoding; read as \(decoded.encoding)")) }
    switch media {
    case .text:
        return ReadPage(page: page, document: .text(TextDocument(utf8: decoded.utf8)), notes: notes)
    case .html:
        let html = HTMLDocument(utf8: decoded.utf8)
        notes += html.losses.map { Note(.reading, .lost, $0) }
        let address = addresses(in: html)
        page.canonicalURL = address.canonical
        if page.url == nil { page.url = savedFrom(decoded.utf8) ?? address.canonical }
        return ReadPage(page: page, document: .html(html), notes: notes)
    }
}

/// A page that was read.
package struct ReadPage: Sendable {
    package var page: Page
    package var document: Document
    package var notes: [Note]
}

/// Why an input is no page.
package enum ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    /// Not text: what it looks like.
    case binary(String)

    package var description: String {
        switch self {
        case .empty: "the file is empty; save the page again"
        case .binary(let kind): "not a page: \(kind); give saved HTML or plain text"
        }
    }
}

/// What a file that is no text looks like; `nil` for text in any encoding.
private func binaryKind(_ bytes: [UInt8]) -> String? {
    let magic: [(String, [UInt8])] = [
        ("a PDF document", Array("%PDF-".utf8)), ("a program (ELF)", [0x7F, 0x45, 0x4C, 0x46]), ("a PNG picture", [0x89, 0x50, 0x4E, 0x47]),
        ("a JPEG picture", [0xFF, 0xD8, 0xFF]), ("a GIF picture", Array("GIF8".utf8)), ("gzip data, which is not read yet: unpack it first", [0x1F, 0x8B]),
        ("a zip archive", [0x50, 0x4B, 0x03, 0x04]), ("zstd data", [0x28, 0xB5, 0x2F, 0xFD]), ("an SQLite database", Array("SQLite format 3\0".utf8)),
    ]
    for (kind, start) in magic where bytes.starts(with: start) { return kind }
    // UTF-16 and UTF-32 hold NULs in half of their bytes; without their mark, only text whose NULs all stand on one side counts.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || utf16Order(bytes) != nil { return nil }
    var control = 0
    let head = bytes.prefix(65_536)
    for byte in head where byte < 0x20 && !(0x08...0x0D).contains(byte) && byte != 0x1B { control += 1 }
    return control * 20 > head.count ? "binary data (\(control) control characters in the first \(head.count) bytes)" : nil
}

/// HTML where tags say so; else plain text.
private func mediaType(_ bytes: [UInt8]) -> Page.Media {
    bytes.withUnsafeBufferPointer { bytes in
        var tags = 0, closing = 0, at = 0
        let limit = min(bytes.count, 262_144)
        while at < limit {
            guard bytes[at] == 0x3C else {
                at += 1
                continue
            }
            var stop = at + 1
            if stop < limit, bytes[stop] == 0x2F || bytes[stop] == 0x21 { stop += 1 }
            let start = stop
            while stop < limit, stop - start < 12, isLetterOrDigit(bytes[stop]) { stop += 1 }
            if stop > start, stop < bytes.count {
                let word = String(decoding: bytes[start..<stop], as: UTF8.self).lowercased()
                if word == "html" || word == "doctype" || word == "body" || word == "head" { return .html }
                if elementsThatTell.contains(word), [0x20, 0x3E, 0x2F, 0x0A, 0x0D, 0x09].contains(bytes[stop]) {
                    tags += 1
                    if bytes[at + 1] == 0x2F { closing += 1 }
                }
                // A text may list the tags that its comment form allows; markup closes what it opens.
                if tags >= 4, closing >= 2 { return .html }
            }
            at = max(stop, at + 1)
        }
        // One or two tags in a short fragment are still a fragment; in a long text they are somebody's words.
        return tags > 0 && closing > 0 && bytes.count < 2_000 ? .html : .text
    }
}

private let elementsThatTell: Set<String> = [
    "div", "p", "span", "a", "li", "ul", "ol", "table", "tr", "td", "br", "img", "script", "style", "meta", "link", "title", "section",
    "article", "h1", "h2", "h3", "blockquote", "noscript", "form", "dl", "dd", "dt", "b", "i", "strong", "em",
]

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
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
    guard let at = head.indices.first(where: { head[$0...].starts(with: mark) }) else { return nil }
    let rest = head[(at + mark.count)...].drop { $0 != 0x29 }.dropFirst()
    let url = String(decoding: rest.prefix { $0 > 0x20 && $0 != 0x3E }, as: UTF8.self)
    return url.hasPrefix("http") ? url : nil
}
