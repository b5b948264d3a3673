import DiscourseModel
import Markup

/// The rows of a text and what each of them is.
struct TextPage {
    let document: TextDocument
    let rows: [TextRow]
    let kinds: [Kind]

    enum Kind {
        case plain
        /// "Read more": asks for something, or leads elsewhere.
        case call
        /// Opens the comments or the end matter.
        case closing
        /// "Storms of the North (618)".
        case counter
        /// "© Agency/ Photographer".
        case credit
        /// "Home › News › Europe".
        case trail
        /// Copyright, terms, cookies.
        case legal
        /// A post of a social network, or an address alone.
        case embed
        /// A paragraph that the page has twice: of no article's running text.
        case repeated
    }

    init(_ document: TextDocument, claimed: NodeSet) {
        self.document = document
        let rows = TextRow.read(document, claimed: claimed)
        var kinds: [Kind] = []
        kinds.reserveCapacity(rows.count)
        for row in rows { kinds.append(TextPage.kind(row, document)) }
        let prose = rows.indices.filter { kinds[$0] == .plain && rows[$0].isProse }
        for (earlier, later) in TextPage.repeats(prose.map { TextPage.text(rows[$0], document) }) {
            for place in later { kinds[prose[place]] = .repeated }
            // A page that holds its whole article twice (once to be printed, or to be read aloud) has it once.
            let isArticle = later.count >= 4 && later.reduce(0) { $0 + rows[prose[$1]].units } >= 150
            if !isArticle { for place in earlier { kinds[prose[place]] = .repeated } }
        }
        (self.rows, self.kinds) = (rows, kinds)
    }

    /// Runs of texts that stand in the same order farther up, with those; both by their places.
    private static func repeats(_ texts: [String]) -> [(earlier: Range<Int>, later: Range<Int>)] {
        var latest: [String: Int] = [:]
        let earlier = texts.enumerated().map { latest.updateValue($0.offset, forKey: $0.element) }
        var runs: [(earlier: Range<Int>, later: Range<Int>)] = []
        for (place, known) in earlier.enumerated() {
            guard let known else { continue }
            if let last = runs.last, last.later.upperBound == place, last.earlier.upperBound == known {
                runs[runs.count - 1] = (last.earlier.lowerBound..<known + 1, last.later.lowerBound..<place + 1)
            } else {
                runs.append((known..<known + 1, place..<place + 1))
            }
        }
        return runs
    }

    func text(_ index: Int) -> String { TextPage.text(rows[index], document) }

    func block(_ index: Int, _ kind: Block.Kind) -> Block {
        let lines = rows[index].lines
        return Block(
            kind: kind, text: text(index),
            place: Place(start: document.lines[lines.lowerBound].start, end: document.lines[lines.upperBound - 1].end))
    }

    /// Whether a row may be a headline, a caption or a label: words, and not a sentence.
    func isHeadlineLike(_ index: Int) -> Bool {
        let row = rows[index]
        return !row.isClaimed && kinds[index] == .plain && row.units >= 3 && row.units <= 28 && row.letters > 2 * row.digits && row.ending != .colon
            && !row.isLink && !(row.ending == .stop && row.units >= 14)
    }

    /// The row's words. No-break spaces become spaces: they say how a line is set, and would keep equal phrases from matching.
    private static func text(_ row: TextRow, _ document: TextDocument) -> String {
        var bytes: [UInt8] = []
        for index in row.lines {
            if !bytes.isEmpty { bytes.append(0x20) }
            let line = document.bytes[document.lines[index].range]
            var at = line.startIndex
            while at < line.endIndex {
                let isNoBreak = line[at] == 0xC2 && at + 1 < line.endIndex && line[at + 1] == 0xA0
                bytes.append(isNoBreak ? 0x20 : line[at])
                at += isNoBreak ? 2 : 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func kind(_ row: TextRow, _ document: TextDocument) -> Kind {
        if row.isClaimed { return .plain }
        if row.isLink { return .embed }
        let line = document.lines[row.lines.lowerBound]
        let bytes = document.bytes[line.start..<document.lines[row.lines.upperBound - 1].end]
        if bytes.count > 600 { return .plain }
        if SocialPost(bytes) != nil { return .embed }
        if bytes.count <= 300, TextFurniture.isClosing(TextFurniture.fold(text(row, document))) { return .closing }
        if row.isProse, row.units > 18 { return isLegal(bytes) ? .legal : .plain }
        let text = text(row, document)
        if isLegal(bytes) { return .legal }
        if TextCredit(text) != nil { return .credit }
        let folded = TextFurniture.fold(text)
        if row.units <= 20, TextFurniture.isCall(folded) { return .call }
        if TextFurniture.isCounter(text), !row.isProse { return .counter }
        if !row.isProse, TextFurniture.trail(text) != nil { return .trail }
        return .plain
    }

    /// "© 2012 The Paper", "Copyright ...", "All rights reserved".
    private static func isLegal(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count < 400 else { return false }
        let at = bytes.startIndex
        var rest = bytes
        if rest.starts(with: "©".utf8) {
            rest = rest.dropFirst(2).drop { $0 == 0x20 }
        } else if startsWithWord(bytes, "copyright") {
            return true
        } else {
            return bytes.count > 20 && at >= 0 && (startsWithWord(bytes, "all rights reserved") || startsWithWord(bytes, "powered by"))
        }
        return rest.prefix(4).count == 4 && rest.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func startsWithWord(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        guard bytes.count >= word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { zip(bytes, $0).allSatisfy { $0 | 0x20 == $1 | 0x20 } }
    }
}
