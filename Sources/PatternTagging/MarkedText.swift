/// An example with its `[[...]]` taken out. `\[[` and `\]]` stand for the marks themselves.
struct MarkedText {
    var text: String
    var spans: [Range<Int>]

    struct Fault: Error {
        var offset: Int
        var reason: String
    }

    static func parse(_ source: PlacedString) -> Result<MarkedText, Fault> {
        let bytes = source.bytes
        var plain: [UInt8] = []
        var spans: [Range<Int>] = []
        var open: (offset: Int, start: Int)?
        var position = 0
        func isMark(_ byte: UInt8, at place: Int) -> Bool { place + 1 < bytes.count && bytes[place] == byte && bytes[place + 1] == byte }
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\\"), isMark(UInt8(ascii: "["), at: position + 1) || isMark(UInt8(ascii: "]"), at: position + 1) {
                plain += bytes[position + 1...position + 2]
                position += 3
            } else if isMark(UInt8(ascii: "["), at: position) {
                if open != nil { return .failure(Fault(offset: position, reason: "[[ within [[")) }
                open = (position, plain.count)
                position += 2
            } else if isMark(UInt8(ascii: "]"), at: position), let begun = open {
                // In "]]]" the last two close, so that a bracket may stand before them.
                if isMark(UInt8(ascii: "]"), at: position + 1) {
                    plain.append(bytes[position])
                    position += 1
                    continue
                }
                if begun.start == plain.count { return .failure(Fault(offset: begun.offset, reason: "an empty [[span]]")) }
                spans.append(begun.start..<plain.count)
                open = nil
                position += 2
            } else {
                plain.append(bytes[position])
                position += 1
            }
        }
        if let open { return .failure(Fault(offset: open.offset, reason: "[[ without ]]")) }
        return .success(MarkedText(text: String(decoding: plain, as: UTF8.self), spans: spans))
    }

    func text(of span: Range<Int>) -> String { String(decoding: Array(text.utf8)[span], as: UTF8.self) }
}
