import DiscourseModel

/// Reads a pattern file as it is written. Whatever is wrong in it is noted in `source`; what is right is kept.
struct PatternFileReader {
    var source: SourceText
    private let fault: PatternFile.Fault?
    private var defaultIgnoresCase = true
    private var defaultWords = true

    init(_ file: PatternFile) {
        source = SourceText(file)
        fault = file.fault
    }

    /// `nil` where the file is no valid TOML.
    mutating func read() -> PatternFileSyntax? {
        guard isValidTOML() else { return nil }
        var head = TableReader(TOMLSource.entries(of: source.bytes))
        checkFormat(&head)

        let name = head.string("set", &source)
        if head.entry("set") == nil { head.fail(&source, at: 0, "the file has no `set`", suggestion: "name the set: set = \"rhetoric\"") }
        if let name, !isValidID(name.text) {
            head.fail(&source, at: name.place(of: 0), "a set's name is made of lower-case letters, digits and hyphens")
        }
        let kind = head.choice("kind", TagDefinition.Kind.self, &source)
        if head.entry("kind") == nil { head.fail(&source, at: 0, "the file has no `kind`", suggestion: "write kind = \"theme\" or kind = \"rhetoric\"") }
        let language = readLanguage(&head)
        let license = head.string("license", &source)?.text
        readDefaults(&head)
        let fragments = readFragments(&head)

        var tags: [TagSyntax] = []
        if let entry = head.entry("tag") {
            if case .array(let values) = entry.value.content {
                for value in values {
                    guard case .table(let entries) = value.content else {
                        head.fail(&source, at: value.offset, "a tag is written as a [[tag]] table")
                        continue
                    }
                    tags.append(readTag(entries, set: name?.text ?? "?", at: value.offset))
                }
            } else {
                head.fail(&source, at: entry.keyOffset, "a tag is written [[tag]], with two brackets")
            }
        }
        head.finish(&source, what: "a pattern file")
        // A file with a broken head is compiled too, so that everything in it is checked.
        return PatternFileSyntax(
            set: name?.text ?? "?", kind: kind ?? .theme, language: language, license: license, fragments: fragments, tags: tags,
            isUsable: !head.hasErrors && name != nil && kind != nil)
    }

    private mutating func isValidTOML() -> Bool {
        if let fault {
            source.add(.error, at: fault.offset, fault.reason, suggestion: fault.suggestion)
            return false
        }
        if let nul = source.bytes.firstIndex(of: 0) {
            source.add(.error, at: nul, "the file holds a NUL byte: it is no text")
            return false
        }
        do {
            _ = try readTOML(String(decoding: source.bytes, as: UTF8.self))
            return true
        } catch {
            source.add(.error, line: error.line, column: error.column, "not valid TOML: \(oneLine(error.reason))", suggestion: advice(on: error.reason))
        }
        return false
    }

    private mutating func checkFormat(_ head: inout TableReader) {
        guard let entry = head.entry("format") else {
            return head.fail(&source, at: 0, "the file has no `format`", suggestion: "begin it with format = 1")
        }
        guard case .integer(let format) = entry.value.content else {
            return head.fail(&source, at: entry.value.offset, "`format` must be the number 1")
        }
        if format != 1 { head.fail(&source, at: entry.value.offset, "format \(format) is not known; this program reads format 1") }
    }

    /// A language whose code is wrong would gate every comment out.
    private mutating func readLanguage(_ head: inout TableReader) -> String? {
        guard let language = head.string("language", &source) else { return nil }
        let code = primaryLanguage(language.text)
        if !(2...3).contains(code.utf8.count) || !code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
            head.fail(
                &source, at: language.place(of: 0), width: max(1, language.text.unicodeScalars.count), "`language` is a code of BCP 47, such as en or pt-BR",
                suggestion: "write the code, or take the key out for any language")
        }
        return language.text
    }

    private mutating func readDefaults(_ head: inout TableReader) {
        guard let (entries, _) = head.table("defaults", &source) else { return }
        var table = TableReader(entries)
        if let value = table.choice("case", CaseRule.self, &source) { defaultIgnoresCase = value == .ignore }
        if let value = table.boolean("words", &source) { defaultWords = value }
        head.finish(table, &source, what: "`defaults`")
    }

    private mutating func readFragments(_ head: inout TableReader) -> [PatternFileSyntax.Fragment] {
        guard let (entries, _) = head.table("fragments", &source) else { return [] }
        var fragments: [PatternFileSyntax.Fragment] = []
        for entry in entries {
            if case .string(let text) = entry.value.content, !text.bytes.isEmpty {
                fragments.append(.init(name: entry.key, place: entry.keyOffset, text: text))
            } else {
                head.fail(&source, at: entry.value.offset, "fragment `\(entry.key)` must be a string that is not empty")
            }
        }
        return fragments
    }

    private mutating func readTag(_ entries: [TOMLSource.Entry], set: String, at place: Int) -> TagSyntax {
        var table = TableReader(entries)
        let id = table.string("id", &source)
        table.tag = id.map { "\(set)/\($0.text)" }
        if table.entry("id") == nil {
            table.fail(&source, at: place, width: 7, "a tag has no `id`")
        } else if let id, !isValidID(id.text) {
            table.fail(
                &source, at: id.place(of: 0), width: max(1, id.text.unicodeScalars.count),
                "a tag's id is made of lower-case letters, digits and hyphens, with `/` between the levels")
        }
        var tag = TagSyntax(
            id: "\(set)/\(id?.text ?? "?")", place: id?.place(of: 0) ?? place,
            label: table.string("label", &source)?.text ?? readable(id?.text ?? "?"))
        tag.about = table.string("about", &source)?.text
        tag.source = readSource(&table)
        tag.isExperimental = table.choice("status", Status.self, &source) == .experimental
        tag.ignoresCase = table.choice("case", CaseRule.self, &source).map { $0 == .ignore } ?? defaultIgnoresCase
        tag.words = table.boolean("words", &source) ?? defaultWords
        tag.any = table.lines("any", &source)
        tag.all = table.lines("all", &source)
        tag.unless = table.lines("unless", &source)
        tag.near = readNear(&table)
        tag.parent = readParent(&table)
        tag.whereabouts = table.choice("where", Whereabouts.self, &source) ?? .any
        tag.countsQuoted = table.choice("voice", VoiceRule.self, &source) == .any
        tag.min = table.number("min", least: 1, &source) ?? 1
        readExamples(&table, into: &tag)
        if table.entry("any") == nil, table.entry("near") == nil {
            table.fail(&source, at: tag.place, width: max(1, id?.text.unicodeScalars.count ?? 7), "the tag has neither `any` nor `near`: nothing to look for")
        }
        table.finish(&source, what: "a tag")
        tag.isBroken = table.hasErrors
        return tag
    }

    /// Taxonomy, code and citation as one line.
    private mutating func readSource(_ table: inout TableReader) -> String? {
        guard let entry = table.entry("source") else { return nil }
        if case .string(let text) = entry.value.content { return text.text }
        guard let (entries, _) = table.table("source", &source) else { return nil }
        var keys = TableReader(entries, tag: table.tag)
        let taxonomy = keys.string("taxonomy", &source)?.text
        let code = keys.string("code", &source)?.text
        let cite = keys.string("cite", &source)?.text
        let url = keys.string("url", &source)?.text
        table.finish(keys, &source, what: "`source`")
        let name = [taxonomy, code].compactMap { $0 }.joined(separator: " ")
        let parts = [name.isEmpty ? nil : name, cite, url].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private mutating func readNear(_ table: inout TableReader) -> TagSyntax.NearSyntax? {
        guard let (entries, place) = table.table("near", &source) else { return nil }
        var keys = TableReader(entries, tag: table.tag)
        let a = keys.string("a", &source)
        let b = keys.string("b", &source)
        var rule = NearRule()
        if let words = keys.number("words", least: 0, &source) { rule.words = words }
        if let order = keys.choice("order", NearRule.Order.self, &source) { rule.order = order }
        if let across = keys.boolean("across", &source) { rule.across = across }
        table.finish(keys, &source, what: "`near`")
        guard let a, let b, !a.bytes.isEmpty, !b.bytes.isEmpty else {
            table.fail(&source, at: place, "`near` needs two expressions, `a` and `b`")
            return nil
        }
        return TagSyntax.NearSyntax(a: a, b: b, rule: rule)
    }

    private mutating func readParent(_ table: inout TableReader) -> TagSyntax.ParentSyntax? {
        guard let (entries, place) = table.table("parent", &source) else { return nil }
        var keys = TableReader(entries, tag: table.tag)
        let tag = keys.string("tag", &source)
        let any = keys.lines("any", &source)
        table.finish(keys, &source, what: "`parent`")
        guard tag != nil || !any.isEmpty else {
            table.fail(&source, at: place, "`parent` needs `tag` or `any`")
            return nil
        }
        return TagSyntax.ParentSyntax(tag: tag.map { ($0.text, $0.place(of: 0)) }, any: any)
    }

    private mutating func readExamples(_ table: inout TableReader, into tag: inout TagSyntax) {
        for (key, expectsMatch) in [("match", true), ("no_match", false)] {
            guard let entry = table.entry(key) else { continue }
            guard case .array(let values) = entry.value.content, !values.isEmpty else {
                table.fail(&source, at: entry.value.offset, "`\(key)` must be a list of examples that is not empty")
                continue
            }
            for value in values { readExample(value, key: key, expectsMatch: expectsMatch, &table, into: &tag) }
        }
    }

    private mutating func readExample(
        _ value: TOMLSource.Value, key: String, expectsMatch: Bool, _ table: inout TableReader, into tag: inout TagSyntax
    ) {
        var text: PlacedString?
        var parent: String?
        switch value.content {
        case .string(let string): text = string
        case .table(let entries):
            var keys = TableReader(entries, tag: table.tag)
            text = keys.string("text", &source)
            parent = keys.string("parent", &source)?.text
            table.finish(keys, &source, what: "an example")
        default: break
        }
        guard let text else {
            return table.fail(&source, at: value.offset, "an example in `\(key)` is a string or { parent = \"...\", text = \"...\" }")
        }
        switch MarkedText.parse(text) {
        case .failure(let fault): table.fail(&source, at: text.place(of: fault.offset), width: 2, fault.reason)
        case .success(let marked):
            if !expectsMatch, let first = marked.spans.first {
                return table.fail(&source, at: value.offset, "a `no_match` example has no [[span]]: \"\(marked.text(of: first))\"")
            }
            tag.examples.append(
                TagExample(text: marked.text, spans: marked.spans, parent: parent, expectsMatch: expectsMatch, place: text.place(of: 0)))
        }
    }
}

private enum CaseRule: String, CaseIterable { case ignore, match }
private enum Status: String, CaseIterable { case stable, experimental }
private enum VoiceRule: String, CaseIterable { case own, any }

/// Whether a text can be a tag's id: lower-case letters, digits, hyphens, with `/` between the levels.
package func isValidID(_ text: String) -> Bool {
    !text.isEmpty
        && text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { level in
            !level.isEmpty && level.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
        }
}

/// `war/air-strikes` → `Air strikes`.
func readable(_ id: String) -> String {
    let words = String(id.split(separator: "/").last ?? "").map { $0 == "-" ? " " : String($0) }.joined()
    return words.prefix(1).uppercased() + words.dropFirst()
}

/// What to do about a fault in TOML, where the fault tells.
private func advice(on reason: String) -> String? {
    if reason.contains("escape sequence") { return "write expressions in single quotes: '...'" }
    if reason.contains("cannot redefine") { return "a key stands once in a table; join its lines, or begin a new [[tag]]" }
    if reason.contains("while parsing array") { return "a ' ends the expression: write {{apos}} for an apostrophe, and a comma or ] behind it" }
    if reason.contains("while parsing string") || reason.contains("while parsing literal string") { return "a string ends on its line, with the quote that it began with" }
    return nil
}

private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
