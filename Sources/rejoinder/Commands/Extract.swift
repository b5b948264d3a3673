internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import Pipeline

struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Page -> article and comments, no database.")

    @Argument(help: "Saved pages or folders; - is standard input.") var paths: [String]
    @Flag(help: "One JSON record a line.") var jsonl = false
    @Flag(inversion: .prefixedNo, help: "Use the rules for known comment systems.") var platforms = true
    @Option(help: "Threads.") var threads = ProcessInfo.processInfo.activeProcessorCount

    func run() throws {
        let (list, problems) = inputs(from: paths)
        for problem in problems { FileHandle.standardError.write(Data("rejoinder: \(problem)\n".utf8)) }
        var options = AnalysisOptions()
        options.usePlatforms = platforms
        orderedMap(list, threads: threads, makeWorker: { 0 }) { [options] _, input -> String? in
            guard let bytes = try? input.bytes(), let page = try? extractPage(bytes, source: input.source, options: options) else { return nil }
            return pageJSON(page)
        } each: { _, line in
            if let line { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
            return true
        }
    }
}
