internal import ArgumentParser
internal import Coding
internal import DiscourseModel
internal import Exchange
internal import PatternTagging
internal import Reporting
internal import Storage

struct CoverPatterns: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "What of the patterns is ever used over the database, and which comments no tag touches.",
        discussion: """
            The patterns are run as they are now; nothing is stored.

            EXAMPLES:
              rejoinder patterns coverage
              rejoinder patterns coverage --patterns my-patterns/ --json
            """)

    @OptionGroup var patterns: PatternOptions
    @OptionGroup var database: DatabaseOptions
    @Option(help: "Comments without a tag to show.") var examples = 10
    @Flag(help: "One JSON document (rejoinder.pattern-coverage/1).") var json = false

    func run() throws {
        let settings = try Settings.load()
        let library = try patterns.loadSound(settings)
        let lines = library.lines.filter(\.finds)
        var coverage = Coverage(lines: lines.map { ($0.tag, $0.taggingLabel) }, examples: max(0, examples))
        let store = try database.open(settings)
        let tagger = library.makeTagger()
        try storing { () throws(StorageError) in
            try store.eachCapture { capture in
                let own = capture.ownComments
                guard !own.isEmpty else { return }
                let result = tagger.tag(capture.discussion, article: Article(byline: capture.byline), quotations: capture.quotations)
                coverage.add(capture.discussion, article: capture.article, comments: own, taggings: result.taggings)
            }
        }
        noteOverruns(tagger.overruns)
        if json { return Terminal.print(record(coverage)) }
        show(coverage, lines)
    }

    private func show(_ coverage: Coverage, _ lines: [LineInfo]) {
        func place(_ tag: String, _ label: String) -> String {
            guard let line = lines.first(where: { $0.tag == tag && $0.taggingLabel == label }) else { return "\(tag) \(label)" }
            return "\(tag) \(label)  '\(shortened(line.written))'  (\(line.file):\(line.line))"
        }
        func section(_ title: String, _ rows: [String]) {
            Terminal.print("\(title): \(rows.count)")
            for row in rows { Terminal.print("  " + terminalSafeLine(row)) }
        }
        section("Tags that never fire", coverage.silentTags)
        section("Lines that never fire, in tags that do", coverage.silentLines.map { place($0.tag, $0.line) })
        section(
            "Lines that make up most of a tag",
            coverage.dominantLines().map { "\(Int(($0.share * 100).rounded())) % of " + place($0.tag, $0.line) })
        let untouched = coverage.comments - coverage.touched
        Terminal.print("Comments no tag touches: \(untouched) of \(coverage.comments)")
        for example in coverage.examples.prefix(examples) {
            let text = Context(of: 0..<0, in: example.text, reach: 100).right
            Terminal.print(terminalSafeLine("  a\(example.article)/\(Comment.id(at: example.comment))  \(text)"))
        }
    }

    private func record(_ coverage: Coverage) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.field("schema", "rejoinder.pattern-coverage/1")
            $0.field("comments", coverage.comments)
            $0.field("touched", coverage.touched)
            $0.key("tags")
            $0.array(coverage.tags) { json, tag in
                json.object {
                    $0.field("tag", tag.tag)
                    $0.field("comments", tag.comments)
                    $0.field("matches", tag.matches)
                    $0.key("lines")
                    $0.array(tag.lines) { json, line in
                        json.object {
                            $0.field("line", line.line)
                            $0.field("matches", line.matches)
                        }
                    }
                }
            }
            $0.field("silent_tags", coverage.silentTags)
            $0.key("untouched")
            $0.array(coverage.examples.prefix(examples)) { json, example in
                json.object {
                    $0.field("comment", "a\(example.article)/\(Comment.id(at: example.comment))")
                    $0.field("text", example.text)
                }
            }
        }
        return writer.text
    }
}
