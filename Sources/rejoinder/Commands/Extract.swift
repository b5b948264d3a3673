internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import PageReading
internal import Pipeline

struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lift article and comments out of pages; no database.",
        discussion: """
            Writes JSON lines (schema rejoinder.page/1) unless --json or --text is given, in the order of the pages.

            EXAMPLES:
              rejoinder extract page.html --text
              rejoinder extract saved/ > pages.jsonl
              rejoinder extract crawl.warc.gz --language de --include '*/2024/*' | head -1
              zcat dump.jsonl.gz | rejoinder extract - --map text=content,url=source.url
              curl -s https://example.org/story | rejoinder extract - --json
            """)

    @Flag(help: "One JSON document for all pages (rejoinder.pages/1).") var json = false
    @Flag(help: "One JSON record a line and page (rejoinder.page/1); the default.") var jsonl = false
    @Flag(help: "Plain text for reading.") var text = false
    @OptionGroup var input: InputOptions
    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        guard [json, jsonl, text].count(where: { $0 }) <= 1 else { throw ValidationError("Give one of --json, --jsonl and --text.") }
    }

    func run() throws {
        var options = try reading.options(Settings.load())
        options.filter = input.filter
        options.limits = try input.limits.page()
        let run = try PageRun(input, threads: reading.threads)
        // The document without pages, up to where they stand.
        if json { Terminal.output(String(pagesJSON(records: []).dropLast(2))) }
        let (asText, confidence) = (text, options.minimumConfidence)
        run.run(makeWorker: { () }) { [options] _, raw, times throws(PageRefusal) in
            let page = try analyzePage(raw, options: options, times: &times)
            let start = ContinuousClock.now
            defer { times.add(ContinuousClock.now - start, to: .output) }
            return (record: asText ? pageText(page) : pageJSON(page, minConfidence: confidence), hasComments: !page.discussion.comments.isEmpty)
        } each: { record, hasComments in
            if json {
                Terminal.output((run.tally.extracted > 0 ? "," : "") + record)
            } else {
                Terminal.output(record + (record.hasSuffix("\n") ? "" : "\n"))
            }
            run.tally.extracted += 1
            if !hasComments { run.tally.withoutComments += 1 }
            return true
        }
        if json { Terminal.output("]}\n") }
        try run.finish(interrupted: "Stopped; \(run.tally.extracted) pages are written whole.")
    }
}
