// The same answers as the standard library's for characters, without making any of a text that is ASCII alone, as most are.
extension String {
    /// Whether a number stands in it, in whatever script.
    var hasNumber: Bool { utf8.contains { $0 &- 0x30 < 10 } || utf8.contains { $0 >= 0x80 } && contains(where: \.isNumber) }

    /// Whether a letter stands in it, in whatever script.
    var hasLetter: Bool { utf8.contains { ($0 | 0x20) &- 0x61 < 26 } || utf8.contains { $0 >= 0x80 } && contains(where: \.isLetter) }

    /// How many words blanks part it into.
    var wordCount: Int {
        var count = 0, isOpen = false
        for byte in utf8 {
            if byte != 0x20, !isOpen { count += 1 }
            isOpen = byte != 0x20
        }
        return count
    }
}
