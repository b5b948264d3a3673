import DiscourseModel
import Markup

/// Passages that posts repeat of another under a line such as "Jo said:", "2 hours ago, Jo wrote:" or "Originally Posted by Jo".
///
/// Such a line looks like the header of a post. What tells them apart: its words stand on the page before, beside that very name, or a button
/// closes the passage ("Click to expand..."). Lines of one make are judged together.
struct QuoteBlocks {
    private let document: TextDocument
    private let lines: [TextLine]
    private let echoes: LineEchoes?
    private var headers: [Int: Header] = [:]

    private struct Header {
        /// Bytes of the document: whose words they are.
        var name: Range<Int>
        /// Bytes of the quoted words that stand behind the header in its own line.
        var rest: Range<Int>?
        var make: String
    }

    /// Finds the headers, and takes from these lines what would make them headers of posts.
    init(document: TextDocument, lines: inout [TextLine]) {
        self.document = document
        var found: [(line: Int, header: Header)] = []
        document.bytes.withUnsafeBufferPointer { bytes in
            for index in lines.indices {
                if let header = QuoteBlocks.header(lines[index], bytes, document.lines[index].range) { found.append((index, header)) }
            }
        }
        guard !found.isEmpty else {
            (self.lines, echoes) = (lines, nil)
            return
        }
        let echoes = LineEchoes(document: document, lines: lines)
        var seen: [String: (all: Int, told: Int, others: Int)] = [:]
        for (line, header) in found {
            let key = QuoteBlocks.squash(document.text(header.name))
            let source = header.rest.map { echoes.source(of: $0, before: line) } ?? (line + 1 < lines.count ? echoes.source(ofLine: line + 1, before: line) : nil)
            let isClosed = header.rest == nil && QuoteBlocks.close(after: line, lines, limit: 40) != nil
            let isTold = isClosed || source.map { echoes.isNear($0, before: line, name: key) } ?? false
            seen[header.make, default: (0, 0, 0)].all += 1
            if isTold { seen[header.make]?.told += 1 } else if source != nil { seen[header.make]?.others += 1 }
        }
        for (line, header) in found {
            guard let make = seen[header.make], header.make.hasPrefix("opens") || header.make == "marked" || make.told > 0 && make.told * 5 >= make.all && make.told > make.others else { continue }
            // A header with the words in its line is one only where these are an echo.
            if let rest = header.rest, echoes.source(of: rest, before: line) == nil { continue }
            headers[line] = header
            lines[line].traits.subtract([.says, .postTime, .byline, .timeOfDay])
            lines[line].traits.insert(.quotes)
        }
        (self.lines, self.echoes) = (lines, headers.isEmpty ? nil : echoes)
    }

    /// Takes the quoted passages out of the lines of a comment. A comment that is nothing but a quotation keeps its words.
    ///
    /// - Parameter join: the text of lines, to tell where a passage stood.
    func take(from kept: [Int], join: ([Int]) -> String) -> (kept: [Int], quoted: [QuotedPassage]) {
        guard let echoes, kept.contains(where: { headers[$0] != nil }) else { return (kept, []) }
        var own: [Int] = [], quoted: [QuotedPassage] = [], position = 0
        while position < kept.count {
            guard let header = headers[kept[position]] else {
                own.append(kept[position])
                position += 1
                continue
            }
            let (passage, next) = passage(kept, position, header, echoes)
            let words = (header.rest.map { [document.text($0)] } ?? []) + passage.map { text(ofLine: $0, header) }
            if !words.isEmpty {
                quoted.append(QuotedPassage(text: words.joined(separator: "\n"), author: document.text(header.name), at: join(own).utf8.count))
            }
            position = next
        }
        guard own.contains(where: { lines[$0].words > 0 }) else { return (kept, []) }
        return (own, quoted)
    }

    /// A line of a passage, without the mark before each line of one.
    private func text(ofLine line: Int, _ header: Header) -> String {
        let words = document.text(document.lines[line])
        return header.make == "marked" ? String(words.drop { $0 == ">" || $0 == " " }) : words
    }

    /// The lines of a passage and where the comment goes on.
    private func passage(_ kept: [Int], _ position: Int, _ header: Header, _ echoes: LineEchoes) -> ([Int], Int) {
        if header.rest == nil, let end = (position + 1..<min(kept.count, position + 60)).first(where: { lines[kept[$0]].closesQuote }) {
            return (kept[(position + 1)..<end].filter { headers[$0] == nil }, end + 1)
        }
        if header.make == "marked" {
            let end = (position + 1..<kept.count).first { headers[kept[$0]] != nil || document.bytes[document.lines[kept[$0]].start] != 0x3E } ?? kept.count
            return (Array(kept[(position + 1)..<end]), end)
        }
        var last = position, at = position + 1
        while at < kept.count, at - last <= 3, headers[kept[at]] == nil {
            if echoes.source(ofLine: kept[at], before: kept[position]) != nil { last = at } else if lines[kept[at]].words >= 5 { break }
            at += 1
        }
        // Words of a post that is not on the page: a paragraph, if the comment goes on behind it.
        if last == position, header.rest == nil, position + 2 < kept.count, headers[kept[position + 1]] == nil { last = position + 1 }
        return (Array(kept[(position + 1)..<(last + 1)]), last + 1)
    }

    private static func close(after line: Int, _ lines: [TextLine], limit: Int) -> Int? {
        (line + 1..<min(lines.count, line + limit)).first { lines[$0].closesQuote }
    }

    // MARK: The looks of a header

    private static func header(_ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Header? {
        if line.words <= 14, !line.tokens.isEmpty {
            // "> Jo wrote:": mail and Markdown mark each line of a passage.
            if bytes[range.lowerBound] == 0x3E, range.count >= 2, bytes[range.lowerBound + 1] == 0x20 {
                var rest = line
                rest.tokens = Array(line.tokens.drop { $0.folded == ">" })
                guard let says = rest.tokens.lastIndex(where: { $0.classes.contains(.says) }), says > 0, rest.tokens[(says + 1)...].allSatisfy({ $0.kind == .mark || $0.kind == .time }), let name = InlineName.find(in: rest)
                else { return nil }
                return Header(name: name, rest: nil, make: "marked")
            }
            if let first = line.tokens.first, Vocabulary.foldedQuoteOpeners.contains(first.folded), line.tokens.count >= 2 {
                var rest = line
                rest.tokens = Array(line.tokens.dropFirst().drop { $0.kind == .mark || !$0.classes.isDisjoint(with: [.by, .posted, .glue]) })
                guard rest.tokens.first?.kind == .word, rest.tokens.contains(where: \.isUnknownWord), let name = InlineName.find(in: rest) else { return nil }
                return Header(name: name, rest: nil, make: "opens " + first.folded)
            }
            if line.has(.says), let says = line.tokens.last(where: { $0.classes.contains(.says) }), let name = InlineName.find(in: line) {
                let when = line.time.map { $0.lowerBound < says.range.lowerBound ? "T " : " T" } ?? ""
                return Header(name: name, rest: nil, make: says.folded + when)
            }
        }
        // "jo wrote:Ships are fine": the words follow in the same line.
        guard range.count > 12, let colon = bytes[range.prefix(60)].firstIndex(of: 0x3A), range.upperBound - colon > 12 else { return nil }
        let head = LineToken.split(bytes, range.lowerBound..<colon)
        guard head.count >= 2, head.count <= 6, let says = head.last, says.classes.contains(.says), head[0].isUnknownWord else { return nil }
        // "Lucia Ferraris ha scritto": small words before the verb are not of the name.
        guard let last = head.dropLast().last(where: \.isUnknownWord) else { return nil }
        return Header(name: head[0].range.lowerBound..<last.range.upperBound, rest: colon + 1..<range.upperBound, make: says.folded + " fused")
    }

    fileprivate static func squash(_ name: String) -> String { Folding.fold(name).filter { !$0.isWhitespace } }
}

extension TextLine {
    /// "Click to expand...": what stands below a passage that a forum shortens.
    var closesQuote: Bool {
        guard words >= 1, words <= 6 else { return false }
        return Vocabulary.quoteClosers.contains { sameness.hasPrefix($0) }
    }
}

/// Where the words of lines stand on the page before.
private struct LineEchoes {
    private let lines: [TextLine]
    private let document: TextDocument
    private var words = PageWords()
    private var index: ShingleIndex
    private var lineOfWord: [Int32] = []
    private var firstSame: [String: Int] = [:]

    init(document: TextDocument, lines: [TextLine]) {
        (self.document, self.lines) = (document, lines)
        for line in document.lines { words.append(document.text(line)) }
        index = ShingleIndex(words: words.hashes.count)
        for line in lines.indices {
            let range = words.words(of: line)
            lineOfWord.append(contentsOf: repeatElement(Int32(line), count: range.count))
            if !lines[line].sameness.isEmpty, firstSame[lines[line].sameness] == nil { firstSame[lines[line].sameness] = line }
            guard range.count >= ShingleIndex.length else { continue }
            for word in range.lowerBound...(range.upperBound - ShingleIndex.length) { index.insert(ShingleIndex.key(words, word), at: word) }
        }
    }

    /// The line that has most of a line's words, where it stands before another.
    func source(ofLine line: Int, before: Int) -> Int? {
        let range = words.words(of: line)
        if range.count >= ShingleIndex.length + 1 { return source(range, in: words, before: before) }
        guard let first = firstSame[lines[line].sameness], first < before, lines[line].words > 0 else { return nil }
        return first
    }

    func source(of bytes: Range<Int>, before: Int) -> Int? {
        var own = PageWords()
        own.append(document.text(bytes))
        return source(0..<own.hashes.count, in: own, before: before)
    }

    private func source(_ range: Range<Int>, in own: PageWords, before: Int) -> Int? {
        guard range.count > ShingleIndex.length else { return nil }
        var hits = 0, found: Int?
        for word in range.lowerBound...(range.upperBound - ShingleIndex.length) {
            guard let at = index.first(ShingleIndex.key(own, word)), Int(lineOfWord[at]) < before else { continue }
            hits += 1
            found = found ?? Int(lineOfWord[at])
        }
        return hits * 10 >= (range.count - ShingleIndex.length + 1) * 6 ? found : nil
    }

    /// Whether a name stands near a line, as that of its post's author does.
    func isNear(_ line: Int, before: Int, name: String) -> Bool {
        guard name.utf8.count >= 2 else { return false }
        func shows(_ near: Int) -> Bool { lines[near].words <= 12 && !lines[near].has(.prose) && lines[near].sameness.contains(name) }
        if (max(0, line - 25)..<min(before, line + 13)).contains(where: shows) { return true }
        // A long post has its header far above.
        guard line > 25, let header = (max(0, line - 400)..<line - 25).last(where: { lines[$0].has(.postTime) && !lines[$0].has(.says) }) else { return false }
        return (max(0, header - 12)..<header + 7).contains(where: shows)
    }
}
