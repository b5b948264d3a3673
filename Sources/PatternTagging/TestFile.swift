/// Lines of text with the tags that are expected of them, apart from the pattern files.
///
///     # a note
///     hit attack/name-calling: You [[moron]].
///     ok attack/name-calling: He is not an idiot.
///     answering: You moron.
///     hit reasoning/turning-the-charge: You're one to talk.
///     todo hit reasoning/whataboutism: And the emails?
///
/// `hit`: the tag must be found, in exactly the marked words where some are marked. `ok`: it must not. `todo`: it does not yet do as
/// expected, which is no failure. `answering`: the comment that the next line answers.
package struct PatternTestFile: Sendable {
    package struct Line: Hashable, Sendable {
        /// From 1.
        package var number: Int
        package var tag: String
        package var text: String
        package var expectsMatch: Bool
        package var isTodo: Bool
        package var outcome: Outcome
    }

    package enum Outcome: Hashable, Sendable {
        case passed
        /// What is found instead.
        case failed(String)
    }

    package var lines: [Line] = []
    /// Lines that cannot be read, by place.
    package var problems: [PatternProblem] = []
}

extension PatternLibrary {
    /// Tries every line of a test file.
    package func check(_ file: PatternFile) -> PatternTestFile {
        var result = PatternTestFile()
        var source = SourceText(file)
        let tagger = makeTagger()
        var parent: String?
        var offset = 0
        for (index, bytes) in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            defer { offset += bytes.count + 1 }
            let line = TestLine(bytes)
            switch line.kind {
            case .nothing: continue
            case .answering:
                parent = line.text
                continue
            case .unknown(let word):
                source.add(.error, at: offset, width: max(1, word.unicodeScalars.count), "a line begins with hit, ok, todo or answering",
                    suggestion: suggestion(for: word, among: ["hit", "ok", "todo", "answering"]) ?? "write: hit TAG: text")
                continue
            case .hit, .ok: break
            }
            let expectsMatch = line.kind == .hit
            defer { parent = nil }
            guard let tag = line.tag, hasTag(within: tag) else {
                let name = line.tag ?? ""
                source.add(.error, at: offset + line.tagOffset, width: max(1, name.unicodeScalars.count),
                    name.isEmpty ? "no tag is named" : "there is no tag `\(name)`",
                    suggestion: name.isEmpty ? "write: hit TAG: text" : adviceOnTag(name) ?? "`rejoinder patterns list` names them")
                continue
            }
            var placed = PlacedString()
            placed.append(line.text, at: offset + line.textOffset)
            guard case .success(let marked) = MarkedText.parse(placed), expectsMatch || marked.spans.isEmpty else {
                source.add(.error, at: offset + line.textOffset, width: max(1, line.text.unicodeScalars.count),
                    expectsMatch ? "the [[marks]] are not whole" : "an `ok` line has no [[span]]")
                continue
            }
            let example = TagExample(
                text: marked.text, spans: marked.spans, parent: parent, expectsMatch: expectsMatch, place: offset + line.textOffset)
            let faults = rules.filter { isTag($0.id, within: tag) }.map { tagger.faults(of: example, $0) }
            // Of several tags (one a language, or nested ones) one must hit, or none may.
            let isFine = expectsMatch ? faults.contains(where: \.isEmpty) : faults.allSatisfy(\.isEmpty)
            let instead = faults.flatMap { $0 }.first ?? ""
            result.lines.append(
                .init(number: index + 1, tag: tag, text: line.text, expectsMatch: expectsMatch, isTodo: line.isTodo,
                    outcome: isFine ? .passed : .failed(instead)))
        }
        result.problems = source.problems
        return result
    }
}

/// `todo hit TAG: text`, taken apart.
private struct TestLine {
    enum Kind: Equatable { case nothing, hit, ok, answering, unknown(String) }
    var kind: Kind
    var isTodo = false
    var tag: String?
    var tagOffset = 0
    var text = ""
    var textOffset = 0

    init(_ bytes: ArraySlice<UInt8>) {
        var at = bytes.startIndex
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        func skipBlanks() { while at < bytes.endIndex, isBlank(bytes[at]) { at += 1 } }
        func word() -> String {
            let start = at
            while at < bytes.endIndex, !isBlank(bytes[at]), bytes[at] != UInt8(ascii: ":") { at += 1 }
            return String(decoding: bytes[start..<at], as: UTF8.self)
        }
        skipBlanks()
        guard at < bytes.endIndex, bytes[at] != UInt8(ascii: "#") else {
            kind = .nothing
            return
        }
        var first = word()
        if first == "todo" {
            isTodo = true
            skipBlanks()
            first = word()
        }
        switch first {
        case "hit": kind = .hit
        case "ok": kind = .ok
        case "answering" where !isTodo: kind = .answering
        default: kind = .unknown(first)
        }
        skipBlanks()
        if kind == .hit || kind == .ok {
            tagOffset = at - bytes.startIndex
            let name = word()
            tag = name.isEmpty ? nil : name
            skipBlanks()
        }
        if at < bytes.endIndex, bytes[at] == UInt8(ascii: ":") { at += 1 } else if kind != .nothing { tag = nil }
        skipBlanks()
        textOffset = at - bytes.startIndex
        var end = bytes.endIndex
        while end > at, isBlank(bytes[end - 1]) { end -= 1 }
        text = String(decoding: bytes[at..<end], as: UTF8.self)
    }
}
