/// A page as the parser gets it: without what it would read needlessly, beyond a limit or wrongly. Every place leads back to the page as it was.
struct ParserPage {
    private(set) var bytes: [UInt8] = []
    /// What scripts and style sheets hold is not in `bytes`, for the parser reads it sign by sign and gives it back as it is: where each
    /// would stand, and where it stands in the page as it was.
    private(set) var rawTexts: [(place: Int, range: Range<Int>)] = []
    /// Attributes beyond the limit, which are in no element.
    private(set) var droppedAttributes = 0
    /// Behind these places of `bytes`, the page as it was is so many bytes ahead.
    private var ahead: [(place: Int, bytes: Int)] = []

    /// - Parameters:
    ///   - limit: attributes that an element may have.
    ///   - keepsRawText: whether the parser is to find scripts and style sheets by itself.
    init(_ source: UnsafeBufferPointer<UInt8>, attributes limit: Int, keepsRawText: Bool) {
        bytes.reserveCapacity(source.count)
        var tags = StartTags(source, attributes: limit)
        var taken = 0
        while let found = tags.next() {
            switch found {
            case .excess(let range, let count):
                droppedAttributes += count
                append(source, taken..<range.lowerBound)
                taken = range.upperBound
            case .rawText(let range) where !keepsRawText:
                append(source, taken..<range.lowerBound)
                rawTexts.append((bytes.count, range))
                taken = range.upperBound
            case .rawText(let range):
                append(source, taken..<range.lowerBound)
                bytes += source[range]
                taken = range.upperBound
                continue
            }
            ahead.append((bytes.count, taken - bytes.count))
        }
        append(source, taken..<source.count)
    }

    /// The same place in the page as it was.
    func original(_ place: Int) -> Int {
        var low = 0, high = ahead.count
        while low < high {
            let middle = (low + high) / 2
            if ahead[middle].place <= place { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? place : place + ahead[low - 1].bytes
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
