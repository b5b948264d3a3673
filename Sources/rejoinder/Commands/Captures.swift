internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Pipeline
internal import Reporting
internal import Storage

struct Captures: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What changed between the captures of an article: comments added, edited, deleted, gone or not seen.",
        discussion: """
            A comment is gone only where both captures are complete; else it was not seen. An edit is shown word by word: [-taken out-] {+put in+}.

            EXAMPLES:
              rejoinder captures a12
              rejoinder captures https://example.org/story --json
            """)

    @Argument(help: ArgumentHelp("An id as `list` prints it (a12), an address, or the source's path.", valueName: "article")) var article: String
    @Flag(help: "One JSON document (rejoinder.captures/1).") var json = false
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let store = try database.open(Settings.load())
        let id = try find(article, in: store)
        let captures = try storing { () throws(StorageError) in try store.captures(ofArticle: id) }
        let steps = captureChanges(captures)
        if json {
            Terminal.print(capturesJSON(article: id, captures: captures.map(line), steps: steps.map(step)))
            return
        }
        for capture in captures {
            Terminal.print(terminalSafeLine("capture \(capture.number)  \(capture.captured?.iso8601 ?? "time unknown")  \(capture.comments.count) \(capture.comments.count == 1 ? "comment" : "comments")\(capture.isComplete ? "" : ", not complete")  \(capture.source)"))
        }
        guard captures.count > 1 else {
            Terminal.note("a\(id) has one capture; analyze a later one of the same page to compare them")
            return
        }
        for step in steps {
            let counts = CommentChange.Kind.allCases.compactMap { kind in
                let count = step.changes.count { $0.kind == kind }
                return count == 0 ? nil : "\(count) \(kind.words)"
            }
            Terminal.print("\n\(step.older.number) -> \(step.newer.number): \(counts.isEmpty ? "nothing changed" : counts.joined(separator: ", "))")
            for change in step.changes { Terminal.print(terminalSafeLine("  \(change.kind.words)  \(change.comment.id)  \(words(of: change))")) }
        }
    }

    private func words(of change: CommentChange) -> String {
        let author = (change.comment.author ?? change.before?.author).map { $0 + ": " } ?? ""
        if change.kind == .edited, let before = change.before {
            return author
                + wordDifference(before.text, change.comment.text).enumerated().map { position, run in
                    switch run.kind {
                    case .removed: "[-\(run.text)-]"
                    case .added: "{+\(run.text)+}"
                    case .same: excerpt(run.text, isFirst: position == 0)
                    }
                }.joined(separator: " ")
        }
        let text = change.kind == .deleted ? change.before?.text ?? "" : change.comment.text
        let words = text.split(whereSeparator: \.isWhitespace)
        return author + words.prefix(16).joined(separator: " ") + (words.count > 16 ? " …" : "")
    }

    /// A few words around an edit.
    private func excerpt(_ text: String, isFirst: Bool) -> String {
        let words = text.split(separator: " ")
        guard words.count > 8 else { return text }
        return isFirst ? "… " + words.suffix(4).joined(separator: " ") : words.prefix(4).joined(separator: " ") + " … " + words.suffix(4).joined(separator: " ")
    }

    private func line(_ capture: CaptureContents) -> CaptureLine {
        CaptureLine(number: capture.number, captured: capture.captured, source: capture.source, isComplete: capture.isComplete, comments: capture.comments.count)
    }

    private func step(_ changes: CaptureChanges) -> CaptureStep {
        CaptureStep(
            from: changes.older.number, to: changes.newer.number,
            changes: changes.changes.map { change in
                CaptureStep.Change(
                    kind: change.kind.rawValue, comment: change.comment.id, author: change.comment.author, posted: change.comment.posted,
                    text: change.comment.text, before: change.before?.text,
                    words: change.kind == .edited ? wordDifference(change.before?.text ?? "", change.comment.text).map { ($0.kind.rawValue, $0.text) } : [])
            })
    }
}

extension CommentChange.Kind {
    fileprivate var words: String {
        switch self {
        case .seenAgain: "seen again"
        case .notSeen: "not seen"
        default: rawValue
        }
    }
}
