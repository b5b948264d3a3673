/// The beginning of a text on one line, cut between words, with an ellipsis where there is more.
///
/// - Parameter limit: code points; a single word that is longer is cut.
func excerpt(_ text: String, limit: Int) -> String {
    var text = text
    return text.withUTF8 { utf8 in
        var words: [UInt8] = []
        var length = 0
        var at = 0
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        while at < utf8.count {
            if isSpace(utf8[at]) {
                at += 1
                continue
            }
            var end = at
            var points = 0
            /// Where the word ends that is cut at the limit.
            var cut = at
            while end < utf8.count, !isSpace(utf8[end]) {
                if utf8[end] & 0xC0 != 0x80 {
                    points += 1
                    if points > limit { break }
                }
                end += 1
                cut = end
            }
            if length > 0, length + 1 + points > limit { return String(decoding: words, as: UTF8.self) + " …" }
            if length > 0 { words.append(0x20) }
            words.append(contentsOf: utf8[at..<cut])
            if points > limit { return String(decoding: words, as: UTF8.self) + "…" }
            length += points + (length > 0 ? 1 : 0)
            at = end
        }
        return String(decoding: words, as: UTF8.self)
    }
}
