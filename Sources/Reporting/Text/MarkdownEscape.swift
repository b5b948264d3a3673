/// Text as CommonMark and GitHub's dialect show it unchanged: nothing in it becomes markup, a link, a mention or an entity.
/// Line feeds stay; a line's leading spaces go; controls and bidirectional controls become visible escapes.
func escapedMarkdown(_ text: String) -> String {
    let lines = terminalSafe(text).utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.map { escapedLine(Array($0.drop { $0 == 0x20 || $0 == 0x09 })) }.joined(separator: "\n")
}

/// The same within a line: line feeds become spaces, and spaces at the ends stay.
func escapedMarkdownInline(_ text: String) -> String { escapedLine(Array(terminalSafeLine(text).utf8)) }

private func escapedLine(_ line: [UInt8]) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(line.count + 8)
    let digits = line.prefix { (0x30...0x39).contains($0) }.count
    for (at, byte) in line.enumerated() {
        switch byte {
        case 0x26: escaped.append(contentsOf: "&amp;".utf8)
        case 0x3C: escaped.append(contentsOf: "&lt;".utf8)
        // \ ` * _ [ ] > | ~ # $ @ mean something anywhere.
        case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3E, 0x7C, 0x7E, 0x23, 0x24, 0x40: escaped += [0x5C, byte]
        // + - = at the beginning of a line: lists, rules, underlined headings.
        case 0x2B, 0x2D, 0x3D: escaped += at == 0 ? [0x5C, byte] : [byte]
        // A number with . or ) begins a list; `www.` and `://` make links.
        case 0x2E, 0x29: escaped += at > 0 && (at == digits || line[..<at].suffix(3).allSatisfy { $0 | 0x20 == 0x77 }) ? [0x5C, byte] : [byte]
        case 0x3A: escaped += at + 1 < line.count && line[at + 1] == 0x2F ? [0x5C, byte] : [byte]
        case 0x09: escaped.append(0x20)
        default: escaped.append(byte)
        }
    }
    return String(decoding: escaped, as: UTF8.self)
}

/// A Markdown link, or the text alone where the address may not be linked.
func markdownLink(_ text: String, to address: String?) -> String {
    guard let address = safeLink(address) else { return escapedMarkdownInline(text) }
    var target = ""
    for byte in address.utf8 {
        switch byte {
        case 0x28: target += "%28"
        case 0x29: target += "%29"
        case 0x3C: target += "%3C"
        case 0x3E: target += "%3E"
        case 0x5C: target += "%5C"
        case 0x80...: target += "%" + hex(byte)
        default: target.unicodeScalars.append(Unicode.Scalar(byte))
        }
    }
    return "[" + escapedMarkdownInline(text) + "](" + target + ")"
}

private func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }

/// A table: cells are Markdown already, on one line each.
func markdownTable(_ header: [String], _ rows: [[String]], right: Set<Int> = []) -> String {
    let rule = header.indices.map { right.contains($0) ? "--:" : "---" }
    return ([header, rule] + rows).map { "| " + $0.map { $0.replacing("\n", with: " ") }.joined(separator: " | ") + " |" }.joined(separator: "\n")
}
