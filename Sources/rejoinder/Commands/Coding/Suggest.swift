internal import ArgumentParser
internal import Coding
internal import DiscourseModel
internal import Exchange
internal import Reporting
internal import Storage

struct Suggest: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Words and phrases that set comments with a tag apart from those without: candidates for new lines.",
        discussion: """
            By log-odds with an informative prior (Monroe, Colaresi and Quinn 2008) over the stored tags; words that the tag matches already are left out, and so are
            comments of test samples. Read each in context before you add it.

            EXAMPLES:
              rejoinder suggest attack/name-calling
              rejoinder suggest conflict/war --limit 50 --json
            """)

    @Argument(help: "A tag, or the name that tags are nested in.") var tag: String
    @Option(help: "Candidates to show.") var limit = 25
    @Option(help: "Tagged comments that must have it, at least.") var least = 3
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "One JSON document (rejoinder.suggestions/1).") var json = false

    func run() throws {
        let store = try database.open(Settings.load())
        let kept = try storing { () throws(StorageError) in try store.sampledComments(.test) }
        var contrast = PhraseContrast()
        try storing { () throws(StorageError) in
            try store.eachCapture { capture in
                var hits: [Int: [Tagging]] = [:]
                for tagging in capture.taggings where tagging.tag == tag || tagging.tag.hasPrefix(tag + "/") { hits[tagging.comment, default: []].append(tagging) }
                for index in capture.ownComments where !kept.contains(capture.rows[index]) {
                    let found = hits[index] ?? []
                    contrast.add(
                        capture.discussion.comments[index], at: index, article: capture.article, hits: found.map(\.span.bytes),
                        isTagged: found.contains { $0.voice == .own })
                }
            }
        }
        guard contrast.taggedComments > 0 else {
            throw Failure(.impossible, "no stored comment bears the tag '\(tag)'; `rejoinder patterns coverage` tells which tags fire")
        }
        let candidates = contrast.candidates(limit: limit, least: max(1, least))
        if json { return Terminal.print(record(candidates, contrast)) }
        Terminal.print("     z  tagged untagged authors  phrase")
        for candidate in candidates {
            let example = candidate.example.map { "  a\($0.article)/\(Comment.id(at: $0.comment)) \($0.context.left)[\($0.context.words)]\($0.context.right)" } ?? ""
            Terminal.print(
                right(decimals(candidate.z), 6) + right("\(candidate.tagged)", 8) + right("\(candidate.untagged)", 9) + right("\(candidate.authors)", 8)
                    + terminalSafeLine("  \(candidate.phrase)\(example)"))
        }
        Terminal.note("\(contrast.taggedComments) comments with the tag, \(contrast.untaggedComments) without; the example is one without")
    }

    private func record(_ candidates: [PhraseContrast.Candidate], _ contrast: PhraseContrast) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.field("schema", "rejoinder.suggestions/1")
            $0.field("tag", tag)
            $0.field("tagged_comments", contrast.taggedComments)
            $0.field("untagged_comments", contrast.untaggedComments)
            $0.key("candidates")
            $0.array(candidates) { json, candidate in
                json.object {
                    $0.field("phrase", candidate.phrase)
                    $0.field("z", candidate.z)
                    $0.field("tagged", candidate.tagged)
                    $0.field("untagged", candidate.untagged)
                    $0.field("authors", candidate.authors)
                    $0.field("example_comment", candidate.example.map { "a\($0.article)/\(Comment.id(at: $0.comment))" })
                    $0.field("example", candidate.example.map { $0.context.left + $0.context.words + $0.context.right })
                }
            }
        }
        return writer.text
    }
}
