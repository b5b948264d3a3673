internal import ArgumentParser
internal import Foundation
internal import PageReading
internal import Pipeline

/// What a run over pages reads, and what it tells of itself.
struct InputOptions: ParsableArguments {
    @Argument(
        help: """
            Saved pages (HTML, plain text, MHTML), archives of pages (WARC, WET, JSON lines, zip), any of them packed with gzip or Zstandard, \
            folders, or quoted patterns such as 'saved/*.html'; - is standard input.
            """) var paths: [String] = []
    @Option(name: .customLong("input-list"), help: "A file that lists inputs, one a line; - is standard input.") var list: String?
    @Option(help: "Only pages whose address is like this: * stands for any characters. May be given again.") var include: [String] = []
    @Option(help: "No pages whose address is like this. May be given again.") var exclude: [String] = []
    @Option(help: "Only pages in this language (en, de, pt-BR). May be given again.") var language: [String] = []
    @Option(help: "Where a line of a JSON dump has the page: text, html, url, captured (as text=content,url=source.url).") var map: String?
    @Option(help: "Write what could not be read to this file: kind, input and reason, parted by tabs.") var failures: String?
    @Flag(help: "Show at the end how long each stage took.") var timings = false
    @Flag(name: .shortAndLong, help: "Progress lines where standard error is no terminal.") var verbose = false
    @Option(name: .customLong("progress-every"), help: "Seconds between two progress lines.") var progressInterval = 10.0

    @OptionGroup(title: "Limits") var limits: LimitOptions

    func validate() throws {
        guard !paths.isEmpty || list != nil else { throw ValidationError("Give pages, folders or archives, or --input-list FILE.") }
        guard list != "-" || !paths.contains("-") else { throw ValidationError("Standard input is either a page or the list of inputs.") }
    }

    var filter: PageFilter {
        var filter = PageFilter()
        (filter.included, filter.excluded, filter.languages) = (include, exclude, language)
        return filter
    }

    func fields() throws -> JSONLineFields {
        do { return try map.map { map throws(ReadingProblem) in try JSONLineFields(map: map) } ?? JSONLineFields() } catch { throw Failure(.impossible, "\(error)") }
    }

    func inputs() throws -> InputList {
        do { return Pipeline.inputs(from: try paths + (list.map { list throws(ReadingProblem) in try Pipeline.paths(inList: list) } ?? [])) } catch {
            throw Failure(.impossible, "\(error)")
        }
    }
}
