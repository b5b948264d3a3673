internal import ArgumentParser
internal import DiscourseModel
internal import Foundation
internal import PageReading
internal import PatternTagging
internal import Pipeline

/// `--url`, `--captured-at` and the like: how pages are read.
struct ReadingOptions: ParsableArguments {
    @Option(help: "The address the page was scraped from.") var url: String?
    @Option(help: "When it was scraped (ISO 8601, as 2017-02-27T00:12+03:00).") var capturedAt: String?
    @Option(help: "Inferred reply links with less confidence (0 to 1) stay guesses (default: 0.8).") var minConfidence: Double?
    @Flag(inversion: .prefixedNo, help: "Use the rules for known comment systems.") var platforms = true
    @Flag(help: "Keep e-mail and IP addresses in comments; else they become asterisks.") var keepAddresses = false
    @Option(help: "Threads to work with (default: one a core).") var threads = ProcessInfo.processInfo.activeProcessorCount

    func options(_ settings: Settings) throws -> AnalysisOptions {
        var options = AnalysisOptions()
        options.url = url
        options.usePlatforms = platforms
        options.keepsContactAddresses = keepAddresses
        options.minimumConfidence = minConfidence ?? settings.minimumConfidence
        guard (0...1).contains(options.minimumConfidence) else { throw Failure(.impossible, "--min-confidence takes a number from 0 to 1") }
        if let capturedAt {
            guard let stamp = Timestamp(iso8601: capturedAt) else {
                throw Failure(.impossible, "--captured-at: '\(capturedAt)' is no time; write it as 2017-02-27T00:12+03:00 or 2017-02-27")
            }
            options.captured = stamp
        }
        return options
    }
}

/// The inputs of one command, and what became of them.
struct PageRun {
    let inputs: [Input]
    var done = 0
    private(set) var failed: [InputError] = []

    init(_ paths: [String]) {
        let (inputs, problems) = Pipeline.inputs(from: paths)
        self.inputs = inputs
        for problem in problems { fail(problem) }
    }

    mutating func fail(_ problem: InputError) {
        failed.append(problem)
        Terminal.error(problem.description)
    }

    /// Ends the command: 2 where nothing could be done, 3 where some of it failed.
    func finish() throws {
        guard !failed.isEmpty else { return }
        if done > 0 { Terminal.note("\(done) pages done, \(failed.count) failed (named above)") }
        throw ExitCode(done == 0 ? Failure.Status.impossible.rawValue : Failure.Status.partly.rawValue)
    }
}

/// One input's way from the file to what was found in it.
func readAnalyzed(_ input: Input, options: AnalysisOptions, tagger: Tagger?) -> Result<AnalyzedPage, InputError> {
    do throws(InputError) {
        let bytes = try input.bytes()
        do {
            return .success(try analyzePage(bytes, source: input.source, options: options, tagger: tagger))
        } catch {
            throw InputError(source: input.source, reason: error.description)
        }
    } catch {
        return .failure(error)
    }
}
