/// Takes the keys of one TOML table, notes values of the wrong type, and at the end the keys that nobody asked for.
struct TableReader {
    let entries: [TOMLSource.Entry]
    /// For messages: the tag's full id.
    var tag: String?
    /// Whether an error was noted.
    private(set) var hasErrors = false
    private var known: [String] = []

    init(_ entries: [TOMLSource.Entry], tag: String? = nil) {
        self.entries = entries
        self.tag = tag
    }

    mutating func entry(_ key: String) -> TOMLSource.Entry? {
        known.append(key)
        return entries.first { $0.key == key }
    }

    mutating func fail(_ source: inout SourceText, at place: Int, width: Int = 1, _ reason: String, suggestion: String? = nil) {
        hasErrors = true
        source.add(.error, at: place, width: width, tag: tag, reason, suggestion: suggestion)
    }

    private mutating func wrongType(_ entry: TOMLSource.Entry, wanted: String, _ source: inout SourceText) {
        fail(&source, at: entry.value.offset, "`\(entry.key)` must be \(wanted), and this is \(entry.value.content.name)")
    }

    mutating func string(_ key: String, _ source: inout SourceText) -> PlacedString? {
        guard let entry = entry(key) else { return nil }
        if case .string(let string) = entry.value.content { return string }
        wrongType(entry, wanted: "a string", &source)
        return nil
    }

    mutating func boolean(_ key: String, _ source: inout SourceText) -> Bool? {
        guard let entry = entry(key) else { return nil }
        if case .boolean(let value) = entry.value.content { return value }
        wrongType(entry, wanted: "true or false", &source)
        return nil
    }

    /// A whole number of at least `least`.
    mutating func number(_ key: String, least: Int, _ source: inout SourceText) -> Int? {
        guard let entry = entry(key) else { return nil }
        guard case .integer(let value) = entry.value.content else {
            wrongType(entry, wanted: "a whole number", &source)
            return nil
        }
        guard value >= least else {
            fail(&source, at: entry.value.offset, "`\(key)` must be at least \(least)")
            return nil
        }
        return value
    }

    mutating func table(_ key: String, _ source: inout SourceText) -> (entries: [TOMLSource.Entry], place: Int)? {
        guard let entry = entry(key) else { return nil }
        if case .table(let entries) = entry.value.content { return (entries, entry.value.offset) }
        wrongType(entry, wanted: "a table, { ... }", &source)
        return nil
    }

    /// One of a few words.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type, _ source: inout SourceText) -> Choice?
    where Choice.RawValue == String {
        guard let string = string(key, &source) else { return nil }
        if let value = Choice(rawValue: string.text) { return value }
        let names = type.allCases.map(\.rawValue)
        fail(
            &source, at: string.place(of: 0), width: string.text.unicodeScalars.count,
            "`\(key)` cannot be \"\(string.text)\"", suggestion: suggestion(for: string.text, among: names))
        return nil
    }

    /// A list of expressions: not empty, nor any of its lines.
    mutating func lines(_ key: String, _ source: inout SourceText) -> [PlacedString] {
        guard let entry = entry(key) else { return [] }
        guard case .array(let values) = entry.value.content else {
            wrongType(entry, wanted: "a list, ['...', '...']", &source)
            return []
        }
        if values.isEmpty {
            fail(&source, at: entry.value.offset, "`\(key)` is an empty list", suggestion: "give it a line, or take the key out")
        }
        var lines: [PlacedString] = []
        for value in values {
            guard case .string(let string) = value.content else {
                fail(&source, at: value.offset, "`\(key)` must be a list of strings, and this is \(value.content.name)")
                continue
            }
            if string.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
                fail(&source, at: value.offset, "an empty line in `\(key)` would match everywhere")
                continue
            }
            lines.append(string)
        }
        return lines
    }

    /// Call last, for a table within this one: what is wrong in it is wrong with this one.
    mutating func finish(_ inner: TableReader, _ source: inout SourceText, what: String) {
        var inner = inner
        inner.finish(&source, what: what)
        hasErrors = hasErrors || inner.hasErrors
    }

    /// Call last: every key that was not asked for is an error.
    mutating func finish(_ source: inout SourceText, what: String) {
        for entry in entries where !known.contains(entry.key) {
            fail(
                &source, at: entry.keyOffset, width: entry.key.unicodeScalars.count, "\(what) has no key `\(entry.key)`",
                suggestion: suggestion(for: entry.key, among: Set(known).sorted()))
        }
    }
}
