internal import ArgumentParser
internal import DiscourseModel
internal import Foundation
internal import Pipeline

/// `--url`, `--captured-at` and the like: how pages are read.
struct ReadingOptions: ParsableArguments {
    @Option(help: "The address the page was scraped from.") var url: String?
    @Option(help: "When it was scraped (ISO 8601, as 2017-02-27T00:12+03:00).") var capturedAt: String?
    @Option(help: "Inferred reply links with less confidence (0 to 1) stay guesses (default: 0.8).") var minConfidence: Double?
    @Flag(inversion: .prefixedNo, help: "Use the rules for known comment systems.") var platforms = true
    @Flag(help: "Keep e-mail and IP addresses; else they become asterisks.") var keepAddresses = false
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

    /// The program's version and what of these options decides what is found in a page.
    func reader(_ options: AnalysisOptions) -> String {
        var parts = [Rejoinder.configuration.version, "min-confidence \(options.minimumConfidence)"]
        if !platforms { parts.append("no platforms") }
        if let stamp = options.captured { parts.append("captured \(stamp.iso8601)") }
        if let limits = options.limits.fingerprint { parts.append(limits) }
        if keepAddresses { parts.append("addresses kept") }
        if let pseudonyms = options.pseudonyms { parts.append("pseudonyms \(pseudonyms.fingerprint)") }
        if !options.corrections.isEmpty { parts.append("corrections \(options.corrections.fingerprint)") }
        if options.forgotten.count > 0 { parts.append("forgotten \(options.forgotten.count)") }
        return parts.joined(separator: ", ")
    }
}
