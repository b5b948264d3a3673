/// Words with what stands to their left and right, on one line each.
struct KeywordInContext: Hashable {
    var left: String
    var keyword: String
    var right: String

    init(left: String, keyword: String, right: String) { (self.left, self.keyword, self.right) = (left, keyword, right) }

    /// - Parameters:
    ///   - range: UTF-8 bytes of the text; what lies beyond its end is cut off.
    ///   - width: code points on each side, less where a word would be cut.
    init(_ range: Range<Int>, in text: String, width: Int = 45) {
        let utf8 = Array(text.utf8)
        let range = range.clamped(to: 0..<utf8.count)
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var from = range.lowerBound, points = 0
        while from > 0, points < width {
            from -= 1
            if utf8[from] & 0xC0 != 0x80 { points += 1 }
        }
        let isCutLeft = from > 0
        if isCutLeft {
            while from < range.lowerBound, !isSpace(utf8[from]) { from += 1 }
            while from < range.lowerBound, isSpace(utf8[from]) { from += 1 }
        }
        var to = range.upperBound
        points = 0
        while to < utf8.count, points < width || utf8[to] & 0xC0 == 0x80 {
            if utf8[to] & 0xC0 != 0x80 { points += 1 }
            to += 1
        }
        let isCutRight = to < utf8.count
        if isCutRight { while to > range.upperBound, !isSpace(utf8[to - 1]) { to -= 1 } }
        func line(_ range: Range<Int>) -> String {
            var line: [UInt8] = []
            for byte in utf8[range] { if !isSpace(byte) { line.append(byte) } else if line.last != 0x20 { line.append(0x20) } }
            return String(decoding: line, as: UTF8.self)
        }
        left = (isCutLeft ? "…" : "") + line(from..<range.lowerBound)
        keyword = line(range)
        right = line(range.upperBound..<to) + (isCutRight ? "…" : "")
    }
}
