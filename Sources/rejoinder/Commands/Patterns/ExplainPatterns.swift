internal import ArgumentParser
internal import Coding
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import PatternTagging
internal import Reporting
internal import Storage

struct ExplainPatterns: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show which tag, line and fragment fires where in a text, and what was held back and why.",
        discussion: """
            A text stands alone; where it is too short to tell its language, sets of every language are tried. A comment of the database (a12/c0004) is looked at where it stands: with its names, quotations, language and the comment it answers.

            EXAMPLES:
              rejoinder patterns explain "He is not an idiot, you moron."
              rejoinder patterns explain "You're one to talk." --answering "You moron."
              rejoinder patterns explain "Total idiot." --language en
              rejoinder patterns explain a1/c0004 --tag attack/name-calling
              rejoinder patterns explain - < comment.txt
            """)

    @Argument(help: "A text, a comment's id (a12/c0004), or - for standard input.") var text: String
    @Option(help: "The comment that the text answers.") var answering: String?
    @Option(help: "Language of the text (default: told from the text).") var language: String?
    @Option(help: "Only this tag, or those nested in it.") var tag: String?
    @OptionGroup var patterns: PatternOptions
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "One JSON document (rejoinder.pattern-explanation/1).") var json = false

    func run() throws {
        let settings = try Settings.load()
        let (library, problems) = try patterns.load(settings)
        for problem in problems where problem.severity == .error { Terminal.note(printable(problem)) }
        if let tag, !library.hasTag(within: tag) {
            throw Failure(.impossible, "there is no tag '\(tag)'" + (library.adviceOnTag(tag).map { "; \($0)" } ?? "; `rejoinder patterns list` names them"))
        }
        let tagger = library.makeTagger()
        let words: String
        let explanations: [TagExplanation]
        if let (article, comment) = commentPlace(text) {
            let store = try database.open(settings)
            let page = try storing { () throws(StorageError) in try store.load(article: article) }
            guard page.discussion.comments.indices.contains(comment) else {
                throw Failure(.impossible, "a\(article) has \(page.discussion.comments.count) comments, and no \(Comment.id(at: comment))")
            }
            guard answering == nil, language == nil else { throw Failure(.impossible, "--answering and --language go with a text, not with a comment's id") }
            words = page.discussion.comments[comment].text
            explanations = tagger.explain(comment, of: page.discussion, article: page.article, quotations: page.quotations)
        } else {
            words = text == "-" ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) : text
            let spoken = language.map(primaryLanguage) ?? tagger.language(of: words)
            if spoken == nil { Terminal.note("The text does not tell its language: sets of every language are tried. --language en (or another) says it.") }
            explanations = tagger.explain(words, answering: answering, language: spoken)
        }
        let wanted = explanations.filter { explanation in tag.map { explanation.tag == $0 || explanation.tag.hasPrefix($0 + "/") } ?? true }
        let lines = Dictionary(library.lines.map { (Key(tag: $0.tag, label: $0.taggingLabel), $0) }, uniquingKeysWith: { first, _ in first })
        if json { return Terminal.print(record(wanted, words, lines)) }
        for explanation in wanted { show(explanation, words, lines) }
        if wanted.isEmpty { Terminal.note("No pattern matches.") }
    }

    /// A line by the name that taggings call it.
    struct Key: Hashable { var tag, label: String }

    private func show(_ explanation: TagExplanation, _ text: String, _ lines: [Key: LineInfo]) {
        Terminal.print(terminalSafeLine(explanation.tag) + (explanation.gate.map { "  not looked at: \($0)" } ?? ""))
        func place(_ label: String) -> String {
            guard let line = lines[Key(tag: explanation.tag, label: label)] else { return label }
            return "\(label) '\(shortened(line.written))' (\(line.file):\(line.line))"
        }
        for hit in explanation.hits {
            let context = Context(of: hit.tagging.span, in: text, reach: 30)
            var parts = ["\(context.left)[\(context.words)]\(context.right)", place(hit.tagging.line)]
            if hit.tagging.voice == .quoted { parts.append("quoted") }
            parts += hit.fragments.map { "{{\($0.name)}} = \"\($0.text)\"" }
            parts += hit.tagging.groups.sorted { $0.key < $1.key }.map { "\($0.key) = \"\($0.value)\"" }
            Terminal.print(terminalSafeLine("  + " + parts.joined(separator: "  ")))
        }
        for held in explanation.held {
            let context = Context(of: held.bytes, in: text, reach: 30)
            Terminal.print(terminalSafeLine("  − \(context.left)[\(context.words)]\(context.right)  \(place(held.line))  held back \(held.reason.words(in: text))"))
        }
        for search in explanation.stopped {
            Terminal.print(terminalSafeLine("  ! \(place(search.line))  stopped by \(search.limit): what it would find is not known"))
        }
    }

    private func record(_ explanations: [TagExplanation], _ text: String, _ lines: [Key: LineInfo]) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.field("schema", "rejoinder.pattern-explanation/1")
            $0.field("text", text)
            $0.key("tags")
            $0.array(explanations) { json, explanation in
                func match(_ json: inout JSONWriter, _ label: String, _ bytes: Range<Int>) {
                    let span = TextSpan(bytes: bytes, in: text)
                    let line = lines[Key(tag: explanation.tag, label: label)]
                    json.field("line", label)
                    json.field("pattern", line?.written)
                    json.field("file", line?.file)
                    json.field("file_line", line?.line)
                    json.field("start", span.codePointStart)
                    json.field("end", span.codePointEnd)
                    json.field("words", span.text(in: text))
                }
                json.object {
                    $0.field("tag", explanation.tag)
                    $0.field("not_looked_at", explanation.gate)
                    $0.key("hits")
                    $0.array(explanation.hits) { json, hit in
                        json.object {
                            match(&$0, hit.tagging.line, hit.tagging.span.bytes)
                            $0.field("voice", hit.tagging.voice.rawValue)
                            $0.field("groups", sorted: hit.tagging.groups)
                            $0.key("fragments")
                            $0.array(hit.fragments) { json, fragment in
                                json.object {
                                    $0.field("name", fragment.name)
                                    $0.field("words", fragment.text)
                                }
                            }
                        }
                    }
                    $0.key("held_back")
                    $0.array(explanation.held) { json, held in
                        json.object {
                            match(&$0, held.line, held.bytes)
                            $0.field("reason", held.reason.words(in: text))
                        }
                    }
                    $0.key("stopped")
                    $0.array(explanation.stopped) { json, search in
                        json.object {
                            $0.field("line", search.line)
                            $0.field("limit", search.limit)
                        }
                    }
                }
            }
        }
        return writer.text
    }
}

/// `a12/c0004` as an article's number and a comment's index; `nil` for any other text.
func commentPlace(_ text: String) -> (article: Int, comment: Int)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first == "a", parts[1].first == "c", let article = Int(parts[0].dropFirst()), let number = Int(parts[1].dropFirst()),
        article > 0, number > 0
    else { return nil }
    return (article, number - 1)
}
