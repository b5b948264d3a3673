/// A line broken between words so that no part is wider than the room; a word that is wider alone is cut.
package func wrapped(_ line: some StringProtocol, to room: Int) -> [String] {
    let room = max(8, room)
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        let columns = terminalWidth(word)
        if used > 0, used + 1 + columns <= room {
            current += " " + word
            used += 1 + columns
            continue
        }
        if used > 0 { lines.append(current) }
        (current, used) = ("", 0)
        guard columns > room else {
            (current, used) = (String(word), columns)
            continue
        }
        for character in word {
            let columns = terminalWidth(String(character))
            if used + columns > room {
                lines.append(current)
                (current, used) = ("", 0)
            }
            current.append(character)
            used += columns
        }
    }
    if used > 0 { lines.append(current) }
    return lines
}

/// Columns that a terminal gives a text: none for marks that combine, two for East Asian wide characters and emoji
/// (Unicode Standard Annex 11, in its main ranges).
package func terminalWidth(_ text: some StringProtocol) -> Int {
    var columns = 0
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x20..<0x300: columns += 1
        case 0x200B...0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: break
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            columns += 2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: break
            default: columns += 1
            }
        }
    }
    return columns
}
