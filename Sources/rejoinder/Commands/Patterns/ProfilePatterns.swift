internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import PatternTagging
internal import Reporting
internal import Storage

struct ProfilePatterns: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "What each line costs and finds over the database, the slowest first.",
        discussion: """
            Lines marked `no literal` have no words that every match of theirs holds: they are searched for in every comment. Matches are counted
            before `unless`, `all` and overlaps take some away. Times hold for this machine and one thread.

            EXAMPLES:
              rejoinder patterns profile
              rejoinder patterns profile --limit 50 --json
            """)

    @OptionGroup var patterns: PatternOptions
    @OptionGroup var database: DatabaseOptions
    @Option(help: "Lines to show; 0 for all.") var limit = 20
    @Flag(help: "One JSON document (rejoinder.pattern-profile/1).") var json = false

    func run() throws {
        let settings = try Settings.load()
        let library = try patterns.loadSound(settings)
        let store = try database.open(settings)
        let tagger = library.makeTagger()
        let meter = LineMeter()
        tagger.meter = meter
        var comments = 0
        var total: Duration = .zero
        try storing { () throws(StorageError) in
            try store.eachCapture { capture in
                comments += capture.discussion.comments.count
                total += ContinuousClock().measure {
                    _ = tagger.tag(capture.discussion, article: Article(byline: capture.byline), quotations: capture.quotations)
                }
            }
        }
        let rows = library.figures(meter).sorted { a, b in
            a.figures.time != b.figures.time ? a.figures.time > b.figures.time : (a.line.tag, a.line.label) < (b.line.tag, b.line.label)
        }
        noteOverruns(tagger.overruns)
        let shown = limit > 0 ? Array(rows.prefix(limit)) : rows
        if json { return Terminal.print(record(shown, comments, total)) }
        Terminal.print("    time       tries    matches  line")
        for (line, figures) in shown {
            let mark = !line.hasLiteral ? "  no literal" : ""
            Terminal.print(
                right(milliseconds(figures.time), 8) + right("\(figures.tries)", 12) + right("\(figures.matches)", 11)
                    + terminalSafeLine("  \(line.tag) \(line.label)  '\(shortened(line.written))'  (\(line.file):\(line.line))\(mark)"))
        }
        let always = rows.filter { !$0.line.hasLiteral && $0.line.finds }
        Terminal.note(
            "\(comments) comments in \(milliseconds(total)), of which the lines took \(milliseconds(rows.reduce(.zero) { $0 + $1.figures.time })); "
                + "\(always.count) of \(rows.count { $0.line.finds }) finding lines have no literal to filter by")
    }

    private func record(_ rows: [(line: LineInfo, figures: LineMeter.Figures)], _ comments: Int, _ total: Duration) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.field("schema", "rejoinder.pattern-profile/1")
            $0.field("comments", comments)
            $0.field("seconds", inSeconds(total))
            $0.key("lines")
            $0.array(rows) { json, row in
                json.object {
                    $0.field("tag", row.line.tag)
                    $0.field("line", row.line.label)
                    $0.field("pattern", row.line.written)
                    $0.field("file", row.line.file)
                    $0.field("file_line", row.line.line)
                    $0.field("has_literal", row.line.hasLiteral)
                    $0.field("seconds", inSeconds(row.figures.time))
                    $0.field("tries", row.figures.tries)
                    $0.field("matches", row.figures.matches)
                }
            }
        }
        return writer.text
    }
}

func inSeconds(_ duration: Duration) -> Double { Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18 }

private func milliseconds(_ duration: Duration) -> String {
    let tenths = Int((inSeconds(duration) * 10_000).rounded())
    return "\(tenths / 10).\(tenths % 10) ms"
}

/// Text at the right end of so many columns.
func right(_ text: String, _ columns: Int) -> String { String(repeating: " ", count: max(0, columns - text.count)) + text }
