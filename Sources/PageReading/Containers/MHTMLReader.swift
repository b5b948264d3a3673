internal import DiscourseModel

/// A page that a browser saved as one file (RFC 2557): a mail of parts, of which the first HTML or text is the page.
final class MHTMLReader: RecordReader {
    private let reader: ByteReader
    private let source: String
    private let limits: ReadingLimits
    private var isDone = false

    init(_ reader: ByteReader, source: String, limits: ReadingLimits) {
        self.reader = reader
        self.source = source
        self.limits = limits
    }

    /// Whether the bytes begin with a mail's header that announces parts.
    static func begins(_ head: ArraySlice<UInt8>) -> Bool {
        let name = head.prefix { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D }
        guard !name.isEmpty, head.dropFirst(name.count).first == 0x3A else { return false }
        return Array(head).withUnsafeBufferPointer { headerFields($0) }?.fields["content-type"].map(isMultipart) ?? false
    }

    private static func isMultipart(_ type: String) -> Bool { type.lowercased().hasPrefix("multipart/") && parameter("boundary", of: type) != nil }

    func next() -> PageRecords.Item? {
        guard !isDone else { return nil }
        isDone = true
        guard case .bytes(let bytes, let isCut) = reader.whole(limit: limits.page) else { return .failed(.tooLarge(source, limits)) }
        let from = bytes.firstIndex { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF } ?? 0
        guard let mail = MailPart(bytes[from...]), var page = mail.page(source: source, depth: 0) else {
            return .failed(ReadingProblem(.badRecord, source: source, reason: "the saved page (MHTML) holds no HTML or text part"))
        }
        page.url = page.url ?? mail.fields["snapshot-content-location"] ?? mail.fields["content-location"]
        page.captured = mail.fields["date"].flatMap(mailDate)
        if isCut { page.notes.append(Note(.reading, .lost, "the page ends where its packed data is damaged")) }
        return .page(page)
    }
}

/// One part of a mail: its header and what stands below it.
private struct MailPart {
    let fields: [String: String]
    let body: ArraySlice<UInt8>

    init?(_ bytes: ArraySlice<UInt8>) {
        guard let (fields, size) = bytes.withUnsafeBufferPointer({ headerFields($0) }) else { return nil }
        self.fields = fields
        body = bytes.dropFirst(size)
    }

    /// The first page in it.
    func page(source: String, depth: Int) -> RawPage? {
        let type = fields["content-type"] ?? "text/plain"
        if type.lowercased().hasPrefix("multipart/"), let boundary = parameter("boundary", of: type) {
            guard depth < 4 else { return nil }
            for part in parts(boundary: boundary) { if let page = MailPart(part)?.page(source: source, depth: depth + 1) { return page } }
            return nil
        }
        guard isPageType(type), !type.lowercased().hasPrefix("text/xml") else { return nil }
        let bytes: [UInt8]
        switch fields["content-transfer-encoding"]?.lowercased() {
        case "quoted-printable": bytes = fromQuotedPrintable(body)
        case "base64": bytes = fromBase64(body)
        default: bytes = Array(body)
        }
        var page = RawPage(source: source, bytes: bytes, url: fields["content-location"].flatMap { $0.hasPrefix("http") ? $0 : nil })
        page.charset = charsetParameter(type)
        if type.lowercased().hasPrefix("text/html") || type.lowercased().contains("xhtml") { page.media = .html }
        return page
    }

    /// What stands between the lines `--boundary`.
    private func parts(boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array(("--" + boundary).utf8)
        var parts: [ArraySlice<UInt8>] = []
        var from: Int?
        var line = body.startIndex
        while line < body.endIndex {
            let end = body[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
            if body[line] == 0x2D, body[line..<end].starts(with: mark) {
                if let from { parts.append(body[from..<line]) }
                from = end
                if body[line..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return parts }
            }
            line = end
        }
        // A file that was cut has no closing line.
        if let from, from < body.endIndex { parts.append(body[from...]) }
        return parts
    }
}

/// RFC 2045, 6.7.
func fromQuotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    func digit(_ at: Int) -> UInt8? {
        guard at < bytes.endIndex else { return nil }
        switch bytes[at] {
        case 0x30...0x39: return bytes[at] - 0x30
        case 0x41...0x46, 0x61...0x66: return (bytes[at] | 0x20) - 0x61 + 10
        default: return nil
        }
    }
    while at < bytes.endIndex {
        guard bytes[at] == 0x3D else {
            result.append(bytes[at])
            at += 1
            continue
        }
        if let high = digit(at + 1), let low = digit(at + 2) {
            result.append(high << 4 | low)
            at += 3
            continue
        }
        // A soft line break; anything else stays as it is.
        var end = at + 1
        while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
        if end < bytes.endIndex, bytes[end] == 0x0A {
            at = end + 1
        } else {
            result.append(0x3D)
            at += 1
        }
    }
    return result
}

/// RFC 2045, 6.8; what is no digit of it is passed over.
func fromBase64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3)
    var value: UInt32 = 0, count = 0
    for byte in bytes {
        let digit: UInt8
        switch byte {
        case 0x41...0x5A: digit = byte - 0x41
        case 0x61...0x7A: digit = byte - 0x61 + 26
        case 0x30...0x39: digit = byte - 0x30 + 52
        case 0x2B: digit = 62
        case 0x2F: digit = 63
        case 0x3D: return result
        default: continue
        }
        value = value << 6 | UInt32(digit)
        count += 6
        if count >= 8 {
            count -= 8
            result.append(UInt8(truncatingIfNeeded: value >> UInt32(count)))
            value &= (1 << UInt32(count)) - 1
        }
    }
    return result
}
