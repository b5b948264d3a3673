internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Foundation
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
              curl -s https://example.org/story | rejoinder extract - --json
            """)

    @Argument(help: "Saved pages (HTML or plain text) or folders; - is standard input.") var paths: [String]
    @Flag(help: "One JSON document for all pages (rejoinder.pages/1).") var json = false
    @Flag(help: "One JSON record a line and page (rejoinder.page/1); the default.") var jsonl = false
    @Flag(help: "Plain text for reading.") var text = false
    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        guard [json, jsonl, text].count(where: { $0 }) <= 1 else { throw ValidationError("Give one of --json, --jsonl and --text.") }
    }

    func run() throws {
        let options = try reading.options(Settings.load())
        var run = PageRun(paths)
        var records: [String] = []
        let confidence = options.minimumConfidence
        let (asText, asDocument) = (text, json)
        orderedMap(run.inputs, threads: reading.threads, makeWorker: { () }) { _, input -> Result<String, InputError> in
            readAnalyzed(input, options: options, tagger: nil).map { asText ? pageText($0) : pageJSON($0, minConfidence: confidence) }
        } each: { index, result in
            switch result {
            case .failure(let problem): run.fail(problem)
            case .success(let record):
                run.done += 1
                if asDocument { records.append(record) } else { Terminal.output(record + (record.hasSuffix("\n") ? "" : "\n")) }
            }
            return true
        }
        if asDocument { Terminal.print(pagesJSON(records: records)) }
        try run.finish()
    }
}
