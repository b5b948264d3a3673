internal import DiscourseModel

/// HTML where tags say so; else plain text.
func mediaType(_ bytes: [UInt8]) -> Page.Media {
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
                // A text may list the tags that its comment form allows, or hold a few lines of code to be copied; markup closes what it opens, and is full of it.
                if tags >= 4 && closing >= 2 && at <= 2_000 * tags || tags >= 64 { return .html }
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

/// What a file that is no text looks like; `nil` for text in any encoding.
func binaryKind(_ bytes: [UInt8]) -> String? {
    if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) { return "a tar archive: unpack it and give the folder" }
    for (kind, start) in magic where bytes.starts(with: start) { return kind }
    // UTF-16 and UTF-32 hold NULs in half of their bytes; without their mark, only text whose NULs all stand on one side counts.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || utf16Order(bytes) != nil { return nil }
    // A few NULs are damage, and become U+FFFD; where every third byte is one, there is no text.
    var control = 0, nul = 0
    let head = bytes.prefix(65_536)
    head.withUnsafeBytes { head in
        var at = 0
        while at < head.count {
            // Eight bytes at a look: none of them is below 0x20.
            if at + 8 <= head.count {
                let block = head.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                if (block &- 0x2020_2020_2020_2020) & ~block & 0x8080_8080_8080_8080 == 0 {
                    at += 8
                    continue
                }
            }
            for byte in head[at..<min(at + 8, head.count)] where byte < 0x20 && !(0x08...0x0D).contains(byte) && byte != 0x1B {
                if byte == 0 { nul += 1 } else { control += 1 }
            }
            at += 8
        }
    }
    guard control * 20 > head.count || nul * 3 > head.count else { return nil }
    return "binary data (\(control + nul) control characters in the first \(head.count) bytes)"
}

/// How files begin that are no text.
private let magic: [(String, [UInt8])] = [
    ("a PDF document", Array("%PDF-".utf8)), ("a program (ELF)", [0x7F, 0x45, 0x4C, 0x46]), ("a PNG picture", [0x89, 0x50, 0x4E, 0x47]),
    ("a JPEG picture", [0xFF, 0xD8, 0xFF]), ("a GIF picture", Array("GIF8".utf8)), ("gzip data five times over, or damaged", [0x1F, 0x8B]),
    ("an empty zip archive", [0x50, 0x4B, 0x05, 0x06]), ("bzip2 data five times over, or damaged", Array("BZh91AY".utf8)),
    ("xz data five times over, or damaged", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), ("a WebP or RIFF file", Array("RIFF".utf8)), ("a font", Array("wOF".utf8)), ("an SQLite database", Array("SQLite format 3\0".utf8)),
]
