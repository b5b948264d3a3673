internal import Foundation

/// A page as the parser gets it: without what it would read needlessly, beyond a limit or wrongly. Every place leads back to the page as it was.
///
/// libxml2 takes scripts, style sheets and values of attributes sign by sign, a third of its work, and gives most of them back as they were.
/// A mark stands for each that is longer than a mark; whoever receives it asks what it stands for.
struct ParserPage {
    private(set) var bytes: [UInt8] = []
    /// Attributes beyond the limit, which are in no element.
    private(set) var droppedAttributes = 0
    /// What stands behind the marks, by their numbers: places of the page as it was.
    private var marked: [Range<Int>] = []
    /// Behind these places of `bytes`, the page as it was is so many bytes ahead.
    private var ahead: [(place: Int, bytes: Int)] = []

    /// Begins each mark: "delete", the one control character that the parser lets pass. A page that has one is parsed as it is.
    private static let mark: UInt8 = 0x7F
    /// The sign, and four digits of six bits; none is one that markup is made of.
    private static let markSize = 5
    private static let mostMarks = 1 << 24

    /// - Parameters:
    ///   - limit: attributes that an element may have.
    ///   - isMarked: whether marks may stand for long words; `false` for a page that the parser is to read all of.
    init(_ source: UnsafeBufferPointer<UInt8>, attributes limit: Int, isMarked: Bool) {
        let isMarked = isMarked && !source.contains(ParserPage.mark, in: 0..<source.count)
        bytes.reserveCapacity(source.count)
        var tags = StartTags(source, attributes: limit)
        var taken = 0
        tags.read { found in
            let range: Range<Int>, isLeftOut: Bool
            switch found {
            case .excess(let attributes, let count):
                droppedAttributes += count
                (range, isLeftOut) = (attributes, true)
            case .lostValue(let value): (range, isLeftOut) = (value, true)
            case .value(let value):
                // References in a value are the parser's to read.
                if source.contains(0x26, in: value) { return }
                (range, isLeftOut) = (value, false)
            case .rawText(let text): (range, isLeftOut) = (text, false)
            }
            append(source, taken..<range.lowerBound)
            if isLeftOut {
                ahead.append((bytes.count, range.upperBound - bytes.count))
            } else if isMarked, range.count > ParserPage.markSize, marked.count < ParserPage.mostMarks {
                appendMark(for: range)
            } else {
                bytes += source[range]
            }
            taken = range.upperBound
        }
        append(source, taken..<source.count)
    }

    private mutating func appendMark(for range: Range<Int>) {
        let number = marked.count
        bytes.append(ParserPage.mark)
        for shift in [18, 12, 6, 0] { bytes.append(0x40 | UInt8(truncatingIfNeeded: number >> shift) & 0x3F) }
        marked.append(range)
        ahead.append((bytes.count, range.upperBound - bytes.count))
    }

    /// What a mark stands for, as a place of the page as it was; `nil` for anything else.
    func marked(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard text.count == ParserPage.markSize, text[0] == ParserPage.mark else { return nil }
        let number = text.dropFirst().reduce(0) { $0 << 6 | Int($1 & 0x3F) }
        return number < marked.count ? marked[number] : nil
    }

    /// Whether there is a mark in what the parser gave.
    func holdsMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool { !marked.isEmpty && text.contains(ParserPage.mark, in: 0..<text.count) }

    /// The same place in the page as it was.
    ///
    /// - Parameter step: where the last search ended: places are asked for in their order.
    func original(_ place: Int, from step: inout Int) -> Int {
        while step < ahead.count, ahead[step].place <= place { step += 1 }
        return step == 0 ? place : place + ahead[step - 1].bytes
    }

    /// Goes on with a stretch of the page in which the references that libxml2 loses are written out.
    private mutating func append(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var taken = range.lowerBound
        while let reference = lostReference(in: source, taken..<range.upperBound) {
            bytes += source[taken..<reference.range.lowerBound]
            bytes += reference.meaning
            taken = reference.range.upperBound
            ahead.append((bytes.count, taken - bytes.count))
        }
        bytes += source[taken..<range.upperBound]
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
        guard let base = baseAddress, !range.isEmpty else { return false }
        return memchr(base + range.lowerBound, Int32(byte), range.count) != nil
    }
}
