/// Which articles and comments a command works with: `site=example.org and (tag=shouting or author~ann) and date>=2020-01`.
///
/// A test is a field, a relation and a value; tests are joined by `and`, `or`, `not` and parentheses, `and` before `or`.
/// A value with spaces or signs stands in quotation marks, single or double. It never becomes SQL: values are bound.
/// An article is selected where it fits, or, if a test speaks of comments, where one of its comments fits the whole expression.
package struct Selection: Hashable, Sendable {
    indirect enum Condition: Hashable, Sendable {
        case all([Condition])
        case any([Condition])
        case not(Condition)
        case test(field: String, Relation, value: String)
    }

    /// How a field is compared. Letters of ASCII are equal in either case; times compare as far as the value goes, so that
    /// `date=2020-05` is all of May.
    enum Relation: String, Hashable, Sendable {
        case equal = "=", unequal = "!=", less = "<", notGreater = "<=", greater = ">", notLess = ">="
        /// Contains the value.
        case contains = "~"
    }

    let condition: Condition
    /// As the user wrote it.
    package let text: String

    /// - Throws: what is wrong in the expression, and where.
    package init(_ text: String) throws(SelectionError) {
        var reader = SelectionReader(tokens: try selectionTokens(text), length: text.utf8.count)
        self.text = text
        condition = try reader.whole()
    }
}

/// An expression that cannot be understood.
package struct SelectionError: Error, Hashable, Sendable, CustomStringConvertible {
    package var message: String
    /// UTF-8 bytes from the beginning of the expression.
    package var at: Int

    package var description: String { message }
}

private enum SelectionToken: Hashable {
    case word(String)
    case quoted(String)
    case relation(Selection.Relation)
    case open, close
}

private func selectionTokens(_ text: String) throws(SelectionError) -> [(token: SelectionToken, at: Int)] {
    let bytes = Array(text.utf8)
    var tokens: [(token: SelectionToken, at: Int)] = []
    var at = 0
    func isSign(_ byte: UInt8) -> Bool { "=!<>~()'\"".utf8.contains(byte) }
    while at < bytes.count {
        let start = at
        switch bytes[at] {
        case 0x20, 0x09, 0x0A, 0x0D: at += 1
        case 0x28, 0x29:
            tokens.append((bytes[at] == 0x28 ? .open : .close, at))
            at += 1
        case 0x27, 0x22:
            guard let end = bytes[(at + 1)...].firstIndex(of: bytes[at]) else { throw SelectionError(message: "a quotation mark is not closed", at: at) }
            tokens.append((.quoted(String(decoding: bytes[(at + 1)..<end], as: UTF8.self)), start))
            at = end + 1
        case let byte where isSign(byte):
            var sign = String(decoding: [byte], as: UTF8.self)
            if at + 1 < bytes.count, bytes[at + 1] == 0x3D, byte != 0x3D, byte != 0x7E { sign += "=" }
            guard let relation = Selection.Relation(rawValue: sign) else { throw SelectionError(message: "'\(sign)' is no relation; there are = != < <= > >= ~", at: at) }
            tokens.append((.relation(relation), start))
            at += sign.utf8.count
        default:
            while at < bytes.count, bytes[at] > 0x20, !isSign(bytes[at]) { at += 1 }
            guard at > start else { throw SelectionError(message: "a control character", at: at) }
            tokens.append((.word(String(decoding: bytes[start..<at], as: UTF8.self)), start))
        }
    }
    return tokens
}

private struct SelectionReader {
    let tokens: [(token: SelectionToken, at: Int)]
    let length: Int
    private var next = 0
    private var depth = 0

    init(tokens: [(token: SelectionToken, at: Int)], length: Int) {
        self.tokens = tokens
        self.length = length
    }

    mutating func whole() throws(SelectionError) -> Selection.Condition {
        guard !tokens.isEmpty else { throw SelectionError(message: "nothing to select by; write for example site=example.org", at: 0) }
        let condition = try either()
        guard next == tokens.count else { throw fault("'and' or 'or' is expected here") }
        return condition
    }

    private mutating func either() throws(SelectionError) -> Selection.Condition {
        var parts = [try both()]
        while takeWord("or") { parts.append(try both()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func both() throws(SelectionError) -> Selection.Condition {
        var parts = [try single()]
        while takeWord("and") { parts.append(try single()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func single() throws(SelectionError) -> Selection.Condition {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 50 else { throw fault("the parentheses are nested too deep") }
        if takeWord("not") { return .not(try single()) }
        if take(.open) {
            let inner = try either()
            guard take(.close) else { throw fault("')' is missing") }
            return inner
        }
        guard next < tokens.count, case .word(let field) = tokens[next].token else { throw fault("a field is expected here") }
        next += 1
        guard next < tokens.count, case .relation(let relation) = tokens[next].token else { throw fault("a relation (= != < <= > >= ~) is expected behind '\(field)'") }
        next += 1
        guard next < tokens.count else { throw fault("a value is missing") }
        switch tokens[next].token {
        case .word(let value), .quoted(let value):
            next += 1
            return .test(field: field.lowercased(), relation, value: value)
        case .relation, .open, .close: throw fault("a value is expected here; put it into quotation marks where it has signs")
        }
    }

    private mutating func take(_ token: SelectionToken) -> Bool {
        guard next < tokens.count, tokens[next].token == token else { return false }
        next += 1
        return true
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard next < tokens.count, case .word(let found) = tokens[next].token, found.lowercased() == word else { return false }
        next += 1
        return true
    }

    private func fault(_ message: String) -> SelectionError {
        SelectionError(message: message, at: next < tokens.count ? tokens[next].at : length)
    }
}
