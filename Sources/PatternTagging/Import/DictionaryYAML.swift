extension WordDictionary {
    /// Why a dictionary could not be read, and where.
    package struct Fault: Error, Hashable, Sendable {
        /// From 1.
        package var line: Int
        package var reason: String
    }

    /// Reads a dictionary in quanteda's YAML format (https://quanteda.io/reference/dictionary.html): categories are keys, words are lists,
    /// with dashes or in brackets; categories may be nested by indentation. Other things of YAML (anchors, tags, blocks of text) are refused.
    package init(yaml text: String) throws(Fault) {
        var lines: [YAMLLine] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let line = try YAMLLine(line, number: index + 1) { lines.append(line) }
        }
        guard let first = lines.first else { throw Fault(line: 1, reason: "the dictionary is empty") }
        var at = 0
        let (parts, words) = try Self.read(lines, &at, indent: first.indent)
        guard at == lines.count else { throw Fault(line: lines[at].number, reason: "this stands further left than what it belongs to") }
        guard words.isEmpty else { throw Fault(line: first.number, reason: "a list of words without a category; write its name and a colon above it") }
        categories = parts
    }

    /// Everything at one level of indentation.
    private static func read(_ lines: [YAMLLine], _ at: inout Int, indent: Int) throws(Fault) -> (parts: [Category], words: [String]) {
        var parts: [Category] = []
        var words: [String] = []
        while at < lines.count, lines[at].indent >= indent {
            let line = lines[at]
            guard line.indent == indent else { throw Fault(line: line.number, reason: "this stands further right than the line above allows") }
            at += 1
            // `- key: [..]` and `- key:` are how quanteda writes nested dictionaries, `- word` a word.
            if line.isItem, line.key == nil {
                words += line.values
                continue
            }
            guard let name = line.key else { throw Fault(line: line.number, reason: "neither a category (name:) nor a word (- word)") }
            var category = Category(name: name, words: line.values)
            if at < lines.count {
                // The items of a list may stand at their key's own indentation.
                let next = lines[at]
                let below = next.indent > indent ? next.indent : !line.isItem && next.isItem && next.indent == indent ? indent : nil
                if let below {
                    let inner = below > indent ? try read(lines, &at, indent: below) : try readItems(lines, &at, indent: below)
                    category.parts = inner.parts
                    category.words += inner.words
                }
            }
            parts.append(category)
        }
        return (parts, words)
    }

    private static func readItems(_ lines: [YAMLLine], _ at: inout Int, indent: Int) throws(Fault) -> (parts: [Category], words: [String]) {
        var end = at
        while end < lines.count, lines[end].indent > indent || lines[end].isItem { end += 1 }
        var inner = 0
        let result = try read(Array(lines[at..<end]), &inner, indent: indent)
        at += inner
        return result
    }
}

/// A line of YAML that says something.
private struct YAMLLine {
    var number: Int
    var indent: Int
    /// Whether it begins with `- `.
    var isItem = false
    var key: String?
    var values: [String] = []

    /// `nil` for empty lines, comments and `---`.
    init?(_ line: Substring, number: Int) throws(WordDictionary.Fault) {
        self.number = number
        let line = line.hasSuffix("\r") ? line.dropLast() : line
        var rest = line.drop { $0 == " " }
        indent = line.count - rest.count
        if rest.isEmpty || rest.hasPrefix("#") || rest.hasPrefix("---") || rest.hasPrefix("%") { return nil }
        if rest.hasPrefix("\t") { throw .init(line: number, reason: "YAML is indented with blanks, and here stands a tab") }
        if rest == "-" || rest.hasPrefix("- ") {
            isItem = true
            rest = rest.dropFirst().drop { $0 == " " }
        }
        if let first = rest.first, ["&", "*", "!", "|", ">", "{"].contains(first), first != "*" || rest.dropFirst().hasPrefix(" ") {
            throw .init(line: number, reason: "a dictionary has categories and words only, and this begins with '\(first)'")
        }
        var scanner = YAMLScalars(rest, line: number)
        let first = try scanner.value()
        if scanner.takeColon() {
            key = first.joined(separator: " ")
            scanner.skipBlanks()
            if !scanner.isAtEnd { values = try scanner.value() }
        } else {
            values = first
        }
        guard scanner.isAtEnd else { throw .init(line: number, reason: "'\(scanner.left)' is one thing too many on this line") }
    }
}

/// Scalars and lists in brackets.
private struct YAMLScalars {
    private var rest: Substring
    private let line: Int

    init(_ text: Substring, line: Int) { (rest, self.line) = (text, line) }

    var isAtEnd: Bool { rest.isEmpty || rest.hasPrefix("#") }
    var left: String { String(rest) }

    mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }

    mutating func takeColon() -> Bool {
        guard rest.first == ":" else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// A word, or the words of `[a, b]`.
    mutating func value() throws(WordDictionary.Fault) -> [String] {
        guard rest.first == "[" else { return [try scalar(inList: false)] }
        rest = rest.dropFirst()
        var values: [String] = []
        while true {
            skipBlanks()
            guard let next = rest.first else { throw .init(line: line, reason: "the list has no ]; a list must end on its line") }
            if next == "]" || next == "," {
                rest = rest.dropFirst()
                if next == "]" { break }
                continue
            }
            values.append(try scalar(inList: true))
        }
        skipBlanks()
        return values
    }

    private mutating func scalar(inList: Bool) throws(WordDictionary.Fault) -> String {
        if let mark = rest.first, mark == "\"" || mark == "'" {
            rest = rest.dropFirst()
            var text = ""
            while let next = rest.first, next != mark || (mark == "'" && rest.dropFirst().first == mark) {
                let isEscape = mark == "'" ? next == mark : next == "\\"
                rest = rest.dropFirst(isEscape ? 1 : 0)
                guard let letter = rest.first else { break }
                text.append(letter)
                rest = rest.dropFirst()
            }
            guard !rest.isEmpty else { throw .init(line: line, reason: "the quotation mark \(mark) is not closed") }
            rest = rest.dropFirst()
            skipBlanks()
            return text
        }
        var text = ""
        while let next = rest.first {
            if inList, next == "," || next == "]" { break }
            if next == ":", rest.dropFirst().first.map({ $0 == " " }) ?? true, !inList { break }
            if next == "#", text.last == " " { break }
            text.append(next)
            rest = rest.dropFirst()
        }
        while text.last == " " { text.removeLast() }
        return text
    }
}
