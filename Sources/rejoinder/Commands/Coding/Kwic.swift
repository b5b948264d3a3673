internal import ArgumentParser
internal import Coding
internal import DiscourseModel
internal import Exchange
internal import PatternTagging
internal import Reporting
internal import Storage

extension Concordance.Order: ExpressibleByArgument {}

struct Kwic: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Concordance: every place of an expression in the stored comments, each on a line with its context.",
        discussion: """
            The expression is searched for as a line of a pattern file is: case is ignored, a blank matches any white space, words are bounded. Names and addresses are searched, too.

            EXAMPLES:
              rejoinder kwic 'false flags?'
              rejoinder kwic 'what about' --sort right --limit 40
              rejoinder kwic '[A-Z]{4,}' --case-sensitive --json
            """)

    @Argument(help: "An expression (PCRE2).") var pattern: String
    @Option(help: "By the words to the left or right, or by place.") var sort: Concordance.Order = .right
    @Option(help: "Lines to show; 0 for all.") var limit = 0
    @Flag(help: "Capital and small letters differ.") var caseSensitive = false
    @Flag(inversion: .prefixedNo, help: "Begin and end at word boundaries.") var words = true
    @Option(help: "Columns (default: those of the terminal).") var width: Int?
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "One JSON document (rejoinder.concordance/1).") var json = false

    func run() throws {
        let search: LineSearch
        do { search = try LineSearch(pattern, words: words, ignoresCase: !caseSensitive) } catch { throw Failure(.impossible, printable(error)) }
        let store = try database.open(Settings.load())
        var concordance = Concordance()
        var comments = 0, stopped = 0
        try storing { () throws(StorageError) in
            try store.eachCapture { capture in
                for index in capture.ownComments {
                    comments += 1
                    let comment = capture.discussion.comments[index]
                    let (places, isWhole) = search.places(in: comment.text)
                    if !isWhole { stopped += 1 }
                    concordance.add(places, of: comment, at: index, article: capture.article)
                }
            }
        }
        let all = concordance.sorted(by: sort)
        let lines = limit > 0 ? Array(all.prefix(limit)) : all
        if json { Terminal.print(record(lines, total: all.count)) } else { show(lines) }
        let authors = Set(all.compactMap(\.author)).count
        Terminal.note(
            "\(counted(all.count, "place")) in \(grouped(Set(all.map { [$0.article, $0.comment] }).count)) of \(counted(comments, "comment")), by \(counted(authors, "named author"))"
                + (stopped > 0 ? "; the search was stopped by a limit in \(stopped) comments" : ""))
    }

    private func show(_ lines: [Concordance.Line]) {
        let places = lines.map { "a\($0.article)/\(Comment.id(at: $0.comment))" }
        let margin = (places.map(\.count).max() ?? 0) + 2
        let room = max(30, (width ?? Terminal.width) - margin - 4)
        for (line, place) in zip(lines, places) {
            let (left, words, right) = line.fitted(to: room) { terminalWidth(terminalSafeLine($0)) }
            Terminal.print(place + String(repeating: " ", count: margin - place.count) + terminalSafeLine("\(left) [\(words)] \(right)"))
        }
    }

    private func record(_ lines: [Concordance.Line], total: Int) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.field("schema", "rejoinder.concordance/1")
            $0.field("pattern", pattern)
            $0.field("places", total)
            $0.key("lines")
            $0.array(lines) { json, line in
                json.object {
                    $0.field("article", "a\(line.article)")
                    $0.field("comment", Comment.id(at: line.comment))
                    $0.field("author", line.author)
                    $0.field("start", line.span.codePointStart)
                    $0.field("end", line.span.codePointEnd)
                    $0.field("left", line.context.left)
                    $0.field("words", line.context.words)
                    $0.field("right", line.context.right)
                }
            }
        }
        return writer.text
    }
}
