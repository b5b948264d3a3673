/// One template, read: a list of parts that are written one after another.
///
/// The language is [Mustache](https://mustache.github.io/mustache.5.html) without lambdas, dotted names and other delimiters: `{{name}}`,
/// `{{#name}} … {{/name}}`, `{{^name}} … {{/name}}`, `{{>name}}`, `{{>*name}}` (the template that a value names) and `{{! … }}`.
/// A tag other than `{{name}}` that stands alone on its line takes the line with it.
struct Template: Sendable {
    indirect enum Part: Sendable {
        case literal([UInt8])
        case value(String)
        /// Written once for each of a list's rows, and once for anything else that is there.
        case section(String, [Part])
        /// Written where there is nothing.
        case inverted(String, [Part])
        case include(String, line: Int)
        case includeNamed(by: String)
    }
    var parts: [Part]

    init(_ text: String, file: String) throws(TemplateError) {
        var reader = TemplateReader(text: Array(text.utf8), file: file)
        parts = try reader.parts(until: nil)
    }

    /// The templates that it includes by name, and where.
    var includes: [(name: String, line: Int)] { Self.includes(parts) }
    /// Whether it includes templates that the report names.
    var includesNamed: Bool { Self.contains(parts) { if case .includeNamed = $0 { true } else { false } } }

    private static func includes(_ parts: [Part]) -> [(name: String, line: Int)] {
        parts.flatMap { part -> [(name: String, line: Int)] in
            switch part {
            case .include(let name, let line): [(name, line)]
            case .section(_, let inner), .inverted(_, let inner): includes(inner)
            case .literal, .value, .includeNamed: []
            }
        }
    }

    private static func contains(_ parts: [Part], _ test: (Part) -> Bool) -> Bool {
        parts.contains { part in
            switch part {
            case .section(_, let inner), .inverted(_, let inner): test(part) || contains(inner, test)
            default: test(part)
            }
        }
    }
}

/// Reads a template from its beginning to its end.
private struct TemplateReader {
    let text: [UInt8]
    let file: String
    private var at = 0

    init(text: [UInt8], file: String) {
        self.text = text
        self.file = file
    }

    /// The parts up to the tag that closes the section of this name, or to the end.
    mutating func parts(until closing: (name: String, at: Int)?) throws(TemplateError) -> [Template.Part] {
        var parts: [Template.Part] = []
        var literal: [UInt8] = []
        func flush() {
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = []
        }
        while at < text.count {
            guard text[at] == 0x7B, at + 1 < text.count, text[at + 1] == 0x7B else {
                literal.append(text[at])
                at += 1
                continue
            }
            let start = at
            let tag = try nextTag()
            if tag.sign != .value, isAlone(start, at) {
                while let last = literal.last, last == 0x20 || last == 0x09 { literal.removeLast() }
                skipLine()
            }
            flush()
            switch tag.sign {
            case .comment: break
            case .value: parts.append(.value(tag.name))
            case .include: parts.append(tag.name.hasPrefix("*") ? .includeNamed(by: String(tag.name.dropFirst())) : .include(tag.name, line: line(of: start)))
            case .section: parts.append(.section(tag.name, try self.parts(until: (tag.name, start))))
            case .inverted: parts.append(.inverted(tag.name, try self.parts(until: (tag.name, start))))
            case .close:
                guard let closing, closing.name == tag.name else {
                    throw fault(start, closing == nil ? "A section is closed that was not opened." : "The section is closed by another name than it was opened with.")
                }
                return parts
            }
        }
        if let closing { throw fault(closing.at, "A section is opened and never closed (`{{/\(closing.name)}}` is missing).") }
        flush()
        return parts
    }

    private enum Sign { case value, section, inverted, close, include, comment }

    /// The tag that begins here; `at` goes behind it.
    private mutating func nextTag() throws(TemplateError) -> (sign: Sign, name: String) {
        let start = at
        at += 2
        let isTriple = at < text.count && text[at] == 0x7B
        if isTriple { at += 1 }
        let sign: Sign =
            switch at < text.count && !isTriple ? text[at] : 0 {
            case 0x23: .section
            case 0x5E: .inverted
            case 0x2F: .close
            case 0x3E: .include
            case 0x21: .comment
            default: .value
            }
        if sign != .value || (at < text.count && text[at] == 0x26) { at += 1 }
        let from = at
        let braces = isTriple ? 3 : 2
        while at + braces <= text.count, !text[at..<at + braces].allSatisfy({ $0 == 0x7D }) { at += 1 }
        guard at + braces <= text.count else { throw fault(start, "The tag is not finished: `\(isTriple ? "}}}" : "}}")` is missing.") }
        var name = text[from..<at]
        while name.first == 0x20 { name = name.dropFirst() }
        while name.last == 0x20 { name = name.dropLast() }
        at += braces
        let isName = name.drop { $0 == 0x2A }.allSatisfy { $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
        guard sign == .comment || (isName && !name.isEmpty) else {
            throw fault(start, "`\(String(decoding: text[start..<at], as: UTF8.self))` is no tag that these templates know.")
        }
        return (sign, String(decoding: name, as: UTF8.self))
    }

    /// Whether nothing but spaces stands beside the tag on its line.
    private func isAlone(_ start: Int, _ end: Int) -> Bool {
        var before = start
        while before > 0, text[before - 1] == 0x20 || text[before - 1] == 0x09 { before -= 1 }
        guard before == 0 || text[before - 1] == 0x0A else { return false }
        var after = end
        while after < text.count, text[after] == 0x20 || text[after] == 0x09 || text[after] == 0x0D { after += 1 }
        return after == text.count || text[after] == 0x0A
    }

    private mutating func skipLine() {
        while at < text.count, text[at] != 0x0A { at += 1 }
        at = min(at + 1, text.count)
    }

    private func fault(_ place: Int, _ message: String) -> TemplateError {
        let before = text[..<place]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return TemplateError(file: file, line: line(of: place), column: place - lineStart + 1, message: message)
    }

    private func line(of place: Int) -> Int { 1 + text[..<place].count { $0 == 0x0A } }
}
