import DiscourseModel
import Markup

/// Makes a comment's text of the lines that may hold it.
struct BodyText {
    let document: TextDocument
    let lines: [TextLine]

    /// The lines that hold words: furniture at both ends is dropped, and lines that recur from record to record wherever they stand.
    func trim(_ body: Range<Int>, recurs: (Int) -> Bool, names: Set<String>) -> [Int] {
        var kept = body.filter { index in !(recurs(index) && !lines[index].has(.prose)) }
        func isWaste(_ index: Int) -> Bool {
            let line = lines[index]
            if line.has([.furniture, .rule, .alt, .number]) || (line.isSubject && line.words <= 12) || line.isLabelledSubject { return true }
            if line.has(.postTime), line.tokens.count <= 4 { return true }
            if line.has(.opensRecord), line.words == 0 { return true }
            if line.has(.unposted), line.words <= 9, !line.has(.prose) { return true }
            return !line.sameness.isEmpty && (names.contains(line.sameness) || (line.words <= 8 && names.contains { line.isPortrait(of: $0) }))
        }
        while let last = kept.last, isWaste(last) || lines[last].isMembership, kept.count > 1 || !lines[last].has(.number) { kept.removeLast() }
        // "Contributor", alone in the first line, is who speaks.
        if let first = kept.firstIndex(where: { !isWaste($0) && !lines[$0].isRole }) { kept.removeFirst(first) }
        return kept
    }

    /// The words of lines: an empty line between paragraphs, a line feed within one, bullets kept.
    func join(_ kept: [Int]) -> String {
        var out: [UInt8] = []
        for (position, index) in kept.enumerated() {
            let line = document.lines[index]
            if position > 0 { out += line.blankBefore > 0 ? [0x0A, 0x0A] : [0x0A] }
            if position > 0 { out += mark(line) }
            append(line.range, to: &out)
        }
        return String(decoding: out, as: UTF8.self)
    }

    private func mark(_ line: TextDocument.Line) -> [UInt8] {
        switch line.bullet {
        case .none: return []
        case .disc: return Array("• ".utf8)
        case .dash: return Array("- ".utf8)
        case .star: return Array("* ".utf8)
        case .number:
            var start = line.start
            while start > 0, document.bytes[start - 1] == 0x20 || document.bytes[start - 1] == 0x09 { start -= 1 }
            var first = start
            while first > 0, document.bytes[first - 1] == 0x2E || (0x30...0x39).contains(document.bytes[first - 1]) { first -= 1 }
            return first < start ? Array(document.bytes[first..<start]) + [0x20] : []
        }
    }

    /// Runs of white space become one space.
    private func append(_ range: Range<Int>, to out: inout [UInt8]) {
        var isSpace = false
        for byte in document.bytes[range] {
            if byte <= 0x20 {
                isSpace = true
                continue
            }
            if isSpace, let last = out.last, last != 0x0A { out.append(0x20) }
            isSpace = false
            out.append(byte)
        }
    }
}

extension TextLine {
    /// "Jo's picture", "Contact jo": a name and nothing else but known words.
    func isPortrait(of name: String) -> Bool {
        guard name.utf8.count >= 3, sameness.contains(name), tokens.contains(where: { !$0.classes.isDisjoint(with: .furniture) }) else { return false }
        return tokens.filter(\.isUnknownWord).allSatisfy { name.contains($0.folded) || $0.folded.count == 1 || $0.folded.hasSuffix("'s") || $0.folded == "user" }
    }
}
