internal import DiscourseModel

/// The fields of a header as WARC, HTTP and mail write it, their names in lower case, and its size with the empty line that ends it;
/// `nil` where no empty line does. Of a field that occurs twice the first counts; folded lines are joined.
func headerFields(_ bytes: UnsafeBufferPointer<UInt8>) -> (fields: [String: String], size: Int)? {
    var fields: [String: String] = [:]
    var last: String?
    var at = 0
    while at < bytes.count {
        var end = at
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        guard end < bytes.count else { return nil }
        let stop = end > at && bytes[end - 1] == 0x0D ? end - 1 : end
        let line = bytes[at..<stop]
        at = end + 1
        if line.isEmpty { return (fields, at) }
        if line.first == 0x20 || line.first == 0x09, let name = last {
            fields[name]? += " " + trimmed(line)
        } else if let colon = line.firstIndex(of: 0x3A) {
            let name = trimmed(line[..<colon]).lowercased()
            if fields[name] == nil {
                fields[name] = trimmed(line[(colon + 1)...])
                last = name
            } else {
                last = nil
            }
        }
    }
    return nil
}

/// A parameter of a header field: `charset` of `text/html; charset="utf-8"`.
func parameter(_ name: String, of field: String) -> String? {
    for part in field.split(separator: ";").dropFirst() {
        guard let mark = part.firstIndex(of: "="), part[..<mark].trimmingSpaces().lowercased() == name else { continue }
        let value = part[part.index(after: mark)...].trimmingSpaces()
        let bare = value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : value
        return bare.isEmpty ? nil : bare
    }
    return nil
}

func charsetParameter(_ contentType: String) -> String? { parameter("charset", of: contentType) }

/// Whether a page may be of that `Content-Type`; one that is not stated may.
func isPageType(_ contentType: String?) -> Bool {
    guard let contentType else { return true }
    let type = contentType.prefix { $0 != ";" }.trimmingSpaces().lowercased()
    return type.isEmpty || ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/xml", "text/xml"].contains(type)
}

/// A mail date (RFC 5322): `Tue, 14 May 2024 09:05:00 +0200`.
func mailDate(_ text: String) -> Timestamp? {
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    guard let at = words.firstIndex(where: { Int($0) != nil }), at + 2 < words.count, let day = Int(words[at]), let year = Int(words[at + 2]),
        let month = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].firstIndex(of: words[at + 1].prefix(3).lowercased())
    else { return nil }
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    var iso = "\(year)-\(two(month + 1))-\(two(day))"
    if at + 3 < words.count { iso += "T" + words[at + 3] }
    if at + 4 < words.count { iso += ["GMT", "UTC", "UT", "Z"].contains(words[at + 4]) ? "Z" : words[at + 4] }
    return Timestamp(iso8601: iso)
}

private func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String { String(decoding: bytes, as: UTF8.self).trimmingSpaces() }

extension StringProtocol {
    func trimmingSpaces() -> String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        var bytes = Substring(self).utf8
        while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
