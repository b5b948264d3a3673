internal import ArgumentParser
internal import Foundation
internal import PatternMatching

struct TaggingSpeed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tagging",
        abstract: "How fast many patterns are found in many texts, beside rivals in the same run.",
        discussion: """
            The patterns are a JSON list of {"pcre": "...", "ci": true}; the texts a file with one a line. Every job finds all matches of
            all patterns, with their spans. Rivals: a loop of PCRE2 (JIT) over the patterns, and Hyperscan as a filter before PCRE2
            where its library is installed (libhyperscan5); the loop runs on the first texts alone where it would take long.
            The spans of the index and of the loop are compared, match by match.
            Another rival can be given as a program (--rival): it is run with the number of patterns, with `all` or `filtered` (without those
            that nothing filters), and with the megabytes of text, and prints the megabytes a second it came to.

            EXAMPLES:
              rejoinder-bench tagging --patterns patterns.json --texts comments.txt
              rejoinder-bench tagging --patterns patterns.json --texts comments.txt --counts 1000 --megabytes 30 --record Reports/Benchmarks
            """)

    @Option(help: "A JSON list of patterns.") var patterns: String
    @Option(help: "A file of texts, one a line.") var texts: String
    @Option(help: "What the texts are, for the record.") var title = "a file of texts"
    @Option(parsing: .upToNextOption, help: "How many of the patterns, the first so many.") var counts: [Int] = [50, 300, 1000]
    @Option(help: "How much of the texts, in millions of bytes.") var megabytes = 4.0
    @Option(help: "How much of the texts the loop over the patterns is given, in millions of bytes, at 1,000 patterns; more at fewer.") var loopMegabytes = 0.2
    @Option(help: "How often every job is run; the best time counts.") var rounds = 3
    @Flag(help: "Measure the index alone, without the rivals.") var own = false
    @Option(help: "A program that measures another engine on the same patterns and texts.") var rival: String?
    @Option(help: "Write tagging.md into a dated folder below this one.") var record: String?

    func run() throws {
        let list = try JSONDecoder().decode([ListedPattern].self, from: Data(contentsOf: URL(filePath: patterns)))
        let lines = TextLines(Array(try Data(contentsOf: URL(filePath: texts)).prefix(Int(megabytes * 1e6))))
        var result = TaggingRecord(textSet: "\(lines.ranges.count) texts of \(title) (\(decimals(Double(lines.byteCount) / 1e6, 1)) MB)", rounds: rounds)
        if let rival { result.rivalName = URL(filePath: rival).deletingPathExtension().lastPathComponent }
        for count in counts where count <= list.count {
            for leavesOut in [true, false] { try measure(Array(list.prefix(count)), leavesOutUnfilterable: leavesOut, lines, &result) }
        }
        FileHandle.standardOutput.write(Data(result.summary.utf8))
        if let record {
            let date = Speed.today
            let folder = try SpeedRecord.Machine().recordFolder(below: record, date: date)
            try Data("# Tagging speed, \(date)\n\n\(result.summary)".utf8).write(to: folder.appending(path: "tagging.md"))
        }
        if !own, result.sets.contains(where: { !$0.isEqual }) { throw ExitCode(1) }
    }

    private func measure(_ listed: [ListedPattern], leavesOutUnfilterable: Bool, _ texts: TextLines, _ result: inout TaggingRecord) throws {
        var set = TaggingRecord.PatternSet(count: listed.count, withUnfilterable: !leavesOutUnfilterable)
        let compiled: [CompiledPattern]
        let index: PatternIndex
        do {
            let start = ContinuousClock.now
            let all = try listed.map { try CompiledPattern($0.pcre, options: .init(ignoresCase: $0.ci)) }
            let whole = PatternIndex(all)
            set.compileSeconds = duration(ContinuousClock.now - start)
            compiled = leavesOutUnfilterable ? all.indices.filter(whole.isFiltered).map { all[$0] } : all
            index = leavesOutUnfilterable ? PatternIndex(compiled) : whole
            set.unfilterable = all.indices.count { !whole.isFiltered($0) }
            if leavesOutUnfilterable, set.unfilterable == 0 { return }
        }
        note("\(compiled.count) patterns")
        let few = texts.prefix(bytes: Int(loopMegabytes * 1e6 * 1000 / Double(max(listed.count, 20))))
        let hyperscan = own ? nil : HyperscanFilter(compiled, regexes: compiled.map(\.regex))
        set.fewBytes = few.byteCount
        for _ in 0..<rounds {
            set.index.append(TaggingJobs.index(index, texts))
            set.indexOnFew.append(TaggingJobs.index(index, few))
            if !own { set.loop.append(TaggingJobs.loop(compiled, few)) }
            set.twoThreads.append(TaggingJobs.index(index, texts, threads: 2))
            if let hyperscan { set.hyperscan.append(hyperscan.run(compiled, texts)) }
            if let rival { set.rival.append(try speed(of: rival, count: listed.count, isFiltered: leavesOutUnfilterable)) }
        }
        set.bytes = texts.byteCount
        set.hyperscanCompileSeconds = hyperscan?.compileSeconds
        result.sets.append(set)
    }

    /// Megabytes a second, as a rival prints them.
    private func speed(of rival: String, count: Int, isFiltered: Bool) throws -> Double {
        let arguments = [rival, "\(count)", isFiltered ? "filtered" : "all", "\(megabytes)"]
        guard let run = ChildProcess.run(arguments, keepsOutput: true), run.status == 0,
            let speed = Double(run.output.trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw ValidationError("\(arguments.joined(separator: " ")) did not print a number.") }
        return speed
    }
}

/// A pattern as a list for engines gives it.
struct ListedPattern: Decodable {
    var pcre: String
    var ci: Bool
}

/// Texts, one a line, in one run of bytes.
struct TextLines {
    let bytes: [UInt8]
    let ranges: [Range<Int>]
    var byteCount: Int { ranges.last?.upperBound ?? 0 }

    init(_ bytes: [UInt8]) {
        var ranges: [Range<Int>] = []
        var start = 0
        for (position, byte) in bytes.enumerated() where byte == 0x0A {
            ranges.append(start..<position)
            start = position + 1
        }
        (self.bytes, self.ranges) = (bytes, ranges)
    }

    func prefix(bytes limit: Int) -> TextLines {
        TextLines(Array(bytes.prefix(max(limit, (ranges.first?.upperBound ?? 0) + 1))))
    }
}
