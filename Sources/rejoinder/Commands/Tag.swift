internal import ArgumentParser
internal import Coding
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import PatternTagging
internal import Pipeline
internal import Reporting
internal import Storage

struct Tag: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tag the stored comments anew with the patterns as they are now, and show what changed.",
        discussion: """
            Only the sets that changed are run; with --sets only those named, and what other sets found stays. All is stored in one step: who reads the database sees the old tags or the new ones.
            What was gained and lost is kept with the hashes of the sets, so that earlier taggings stay comparable.
            Patterns with an error change nothing (exit status 1).

            EXAMPLES:
              rejoinder tag --diff              what would be gained and lost, by tag, with examples; nothing is stored
              rejoinder tag                     store it
              rejoinder tag --sets attack       only this set; the tags of others stay as they are
              rejoinder tag --watch             on every save: check, tag, show the difference
              rejoinder tag --runs              what earlier taggings changed
              rejoinder tag --since 3 --json    everything gained and lost since run 3
            """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var patterns: PatternOptions
    @Flag(help: "Only show what would change; nothing is stored.") var diff = false
    @Flag(help: "Stay, and tag anew whenever a pattern file is saved; Ctrl-C ends.") var watch = false
    @Flag(help: "Run every set, changed or not.") var all = false
    @Flag(help: "List the stored runs.") var runs = false
    @Option(help: "Show what changed since the run of this number.") var since: Int?
    @Option(help: "Examples of each tag, gained and lost.") var examples = 3
    @Flag(help: "One JSON document (rejoinder.tag-diff/1).") var json = false
    @Option(help: "Threads to work with (default: one a core).") var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        let modes = [watch, runs, since != nil].count { $0 }
        if modes > 1 || (diff && (runs || since != nil)) { throw ValidationError("--watch, --runs and --since exclude each other; --diff goes with --watch only") }
        if examples < 0 { throw ValidationError("--examples takes a number from 0") }
        if watch, json { throw ValidationError("--watch writes no JSON") }
    }

    func run() throws {
        let settings = try Settings.load()
        if runs { return try listRuns(settings) }
        if let since { return try showChanges(since: since, settings) }
        if watch { return try watchFiles(settings) }
        let (library, problems) = try patterns.load(try patterns.layers(settings), settings, keepsOthers: true)
        for problem in problems { Terminal.note(problem.description) }
        guard !problems.contains(where: { $0.severity == .error }) else {
            throw Failure(.checkFailed, "the patterns have errors (named above): the old tags were kept")
        }
        try tag(with: library, settings)
    }

    // MARK: Steps

    private func tag(with library: PatternLibrary, _ settings: Settings) throws {
        let store = try diff ? database.open(settings) : database.openToWrite(settings)
        // A project's list of sets in `rejoinder.toml` says which there are; `--sets` says which to run.
        let only = patterns.named.map(Set.init)
        let retagger = Retagger(library, all: all, only: only, threads: threads)
        var difference = TagDifference(examples: examples)
        let result = try storing { () throws(StorageError) in
            try store.retag(with: library.versions.filter { only?.contains($0.set) ?? true }, only: only, all: all, stores: !diff) {
                retagger.tag($0)
            } each: { capture, changes in
                difference.add(changes, of: capture.discussion, article: capture.article)
            }
        }
        show(difference, run: result.id)
        noteOverruns(retagger.overruns)
        guard result.captures > 0 else { return Terminal.note("Nothing to do: every page was tagged by these patterns.") }
        let sets = retagger.ran.isEmpty ? "no set" : retagger.ran.sorted().joined(separator: ", ")
        let stored = result.id.map { "stored as run \($0)" } ?? "nothing stored"
        Terminal.note(
            "\(sets) run on \(counted(result.comments, "comment")) of \(counted(result.captures, "page"))"
                + (result.untouched > 0 ? " (\(counted(result.untouched, "page")) had no change)" : "") + ": "
                + "+\(difference.gained) −\(difference.lost), \(stored). Reading \(seconds(result.reading)), matching \(seconds(retagger.matching)), "
                + "writing \(seconds(result.writing)).")
    }

    private func show(_ difference: TagDifference, run: Int?) {
        if json { return Terminal.print(differenceJSON(difference, run: run)) }
        for entry in difference.entries {
            Terminal.print("\(terminalSafeLine(entry.tag))  +\(entry.gained) −\(entry.lost)  (in \(entry.gainedComments) and \(entry.lostComments) comments)")
            for example in entry.examples {
                let place = "a\(example.article)/\(Comment.id(at: example.comment))"
                let words = "\(example.context.left)[\(example.context.words)]\(example.context.right)"
                let line = [example.line, example.voice == .quoted ? "quoted" : ""].filter { !$0.isEmpty }.joined(separator: ", ")
                Terminal.print("  \(example.isGain ? "+" : "−") \(place)  \(terminalSafeLine(words))" + (line.isEmpty ? "" : "  (\(line))"))
            }
        }
    }

    private func showChanges(since run: Int, _ settings: Settings) throws {
        let store = try database.open(settings)
        var difference = TagDifference(examples: examples)
        let known = try storing { () throws(StorageError) in
            try store.changes(sinceRetagging: run) { difference.add($1, of: $0.discussion, article: $0.article) }
        }
        guard known else { throw Failure(.impossible, "there is no run \(run); `rejoinder tag --runs` lists them") }
        show(difference, run: run)
        Terminal.note("since run \(run): +\(difference.gained) −\(difference.lost)")
    }

    private func listRuns(_ settings: Settings) throws {
        let store = try database.open(settings)
        let runs = try storing { () throws(StorageError) in try store.retaggings() }
        if json {
            var writer = JSONWriter()
            writer.object {
                $0.field("schema", "rejoinder.tag-runs/1")
                $0.key("runs")
                $0.array(runs) { writeRun(&$0, $1) }
            }
            return Terminal.print(writer.text)
        }
        for run in runs {
            Terminal.print("run \(run.id)  \(run.made)  \(run.comments) comments of \(run.captures) pages  +\(run.gained) −\(run.lost)")
            // A set that only lies elsewhere now is the same.
            func texts(_ sets: [PatternSetVersion]) -> Set<[String]> { Set(sets.map { [$0.set, $0.sha256] }) }
            let moved = texts(run.added).intersection(texts(run.removed))
            if !moved.isEmpty { Terminal.print("  = \(counted(moved.count, "set")) unchanged, from other files") }
            for (sign, sets) in [("+", run.added), ("−", run.removed)] {
                for set in sets where !moved.contains([set.set, set.sha256]) { Terminal.print("  \(sign) \(terminalSafeLine(set.set)) \(set.sha256.prefix(12))  \(terminalSafeLine(set.file))") }
            }
        }
        if runs.isEmpty { Terminal.note("No run yet: the pages bear the tags they got when they were analyzed.") }
    }

    // MARK: Watching

    private func watchFiles(_ settings: Settings) throws {
        _ = try database.open(settings)
        var last: [[PatternFile]]?
        var trouble: String?
        while true {
            do {
                let files = try patterns.layers(settings)
                if files != last || trouble != nil {
                    let isFirst = last == nil
                    (last, trouble) = (files, nil)
                    try retag(files, settings)
                    if isFirst { Terminal.note("Watching \(files.joined().count) pattern files; Ctrl-C ends.") }
                }
            } catch let failure as Failure {
                // An editor may be half-way through saving.
                if failure.message != trouble { Terminal.error(failure.message + "; the old tags were kept") }
                trouble = failure.message
            }
            Thread.sleep(forTimeInterval: 0.3)
        }
    }

    private func retag(_ files: [[PatternFile]], _ settings: Settings) throws {
        let (library, problems) = try patterns.load(files, settings, keepsOthers: true)
        let failed = library.checkExamples().problems
        for problem in problems + failed { Terminal.note(problem.description) }
        guard !problems.contains(where: { $0.severity == .error }) else { return Terminal.note("The old tags were kept.") }
        if !failed.isEmpty { Terminal.note("\(failed.count) examples fail.") }
        try tag(with: library, settings)
    }
}

func seconds(_ duration: Duration) -> String {
    let tenths = Int((Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18) * 10 + 0.5)
    return "\(tenths / 10).\(tenths % 10) s"
}

private func differenceJSON(_ difference: TagDifference, run: Int?) -> String {
    var writer = JSONWriter()
    writer.object {
        $0.field("schema", "rejoinder.tag-diff/1")
        $0.field("run", run)
        $0.field("gained", difference.gained)
        $0.field("lost", difference.lost)
        $0.key("tags")
        $0.array(difference.entries) { json, entry in
            json.object {
                $0.field("tag", entry.tag)
                $0.field("gained", entry.gained)
                $0.field("lost", entry.lost)
                $0.field("gained_comments", entry.gainedComments)
                $0.field("lost_comments", entry.lostComments)
                $0.key("examples")
                $0.array(entry.examples) { json, example in
                    json.object {
                        $0.field("change", example.isGain ? "gained" : "lost")
                        $0.field("article", "a\(example.article)")
                        $0.field("comment", Comment.id(at: example.comment))
                        $0.field("line", example.line)
                        $0.field("voice", example.voice.rawValue)
                        $0.field("left", example.context.left)
                        $0.field("words", example.context.words)
                        $0.field("right", example.context.right)
                    }
                }
            }
        }
    }
    return writer.text
}

private func writeRun(_ json: inout JSONWriter, _ run: RetaggingSummary) {
    func write(_ sets: [PatternSetVersion], _ json: inout JSONWriter) {
        json.array(sets) { json, set in
            json.object {
                $0.field("set", set.set)
                $0.field("file", set.file)
                $0.field("sha256", set.sha256)
            }
        }
    }
    json.object {
        $0.field("run", run.id)
        $0.field("made", run.made)
        $0.field("captures", run.captures)
        $0.field("comments", run.comments)
        $0.field("gained", run.gained)
        $0.field("lost", run.lost)
        $0.key("added")
        write(run.added, &$0)
        $0.key("removed")
        write(run.removed, &$0)
        $0.key("kept")
        write(run.kept, &$0)
    }
}
