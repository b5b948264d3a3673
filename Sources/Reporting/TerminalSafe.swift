/// Text that a terminal prints and does not obey: control characters (C0 but tab and line feed, DEL, C1), line and paragraph
/// separators and bidirectional controls become visible escapes (`\x1b`, `\u{202e}`).
///
/// For everything that came from a page, a file name or a pattern file and goes to standard output or standard error (CWE-150).
package func terminalSafe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isPrintable($0) }) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if isPrintable(scalar) { safe.append(scalar) } else { safe.append(contentsOf: visibleEscape(scalar).unicodeScalars) }
    }
    return String(safe)
}

/// The same for text that must stay on one line: tabs and line feeds become spaces.
package func terminalSafeLine(_ text: String) -> String {
    terminalSafe(String(decoding: text.utf8.map { $0 == 0x0A || $0 == 0x09 || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self))
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0x00..<0x20, 0x7F..<0xA0: false
    default: !isDirectionControl(scalar)
    }
}

/// Characters that reorder or break lines without showing themselves (Unicode Standard Annex 9, and U+2028, U+2029).
func isDirectionControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
}

private func visibleEscape(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16)
    return scalar.value < 0x100 ? "\\x" + (hex.utf8.count < 2 ? "0" : "") + hex : "\\u{\(hex)}"
}
