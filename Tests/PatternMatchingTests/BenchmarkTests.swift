import Foundation
import PatternMatching
import Testing

private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/bench/tagging")

/// A thousand patterns on many comments: the index finds what the loop finds. `REJOINDER_BENCH_MB=30 swift test -c release` measures, too.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: folder.path), "the benchmark's data are not beside the project"))
struct BenchmarkTests {
    private struct Line: Decodable {
        var pcre: String
        var ci: Bool
    }

    @Test func aThousandPatterns() throws {
        let lines = try JSONDecoder().decode([Line].self, from: Data(contentsOf: folder.appendingPathComponent("patterns.json")))
        let megabytes = ProcessInfo.processInfo.environment["REJOINDER_BENCH_MB"].flatMap(Double.init)
        let comments = try comments(bytes: Int((megabytes ?? 0.1) * 1e6))
        let bytes = comments.reduce(0) { $0 + $1.count }
        let clock = ContinuousClock()
        for count in [50, 300, 1_000] {
            let patterns = try lines.prefix(count).map { try CompiledPattern($0.pcre, options: .init(ignoresCase: $0.ci)) }
            var index = PatternIndex([])
            let compile = clock.measure {
                let again = try? lines.prefix(count).map { try CompiledPattern($0.pcre, options: .init(ignoresCase: $0.ci)) }
                index = PatternIndex(again ?? [])
            }
            let matcher = Matcher()
            let scan = PatternScan(index, matcher: matcher)
            var indexed = Tally(), plain = Tally()
            var matches: [Matcher.Match] = []
            var candidates: [Int] = []
            let indexTime = clock.measure {
                for (line, comment) in comments.enumerated() {
                    comment.withUnsafeBufferPointer { text in
                        scan.read(text)
                        scan.findCandidates(&candidates)
                        for number in candidates {
                            matches.removeAll(keepingCapacity: true)
                            _ = scan.findAll(number, in: text, into: &matches)
                            indexed.add(matches, pattern: number, line: line)
                        }
                    }
                }
            }
            let loopComments = comments.prefix(megabytes == nil ? comments.count : max(1, comments.count / count))
            let loopBytes = loopComments.reduce(0) { $0 + $1.count }
            if loopComments.count < comments.count { indexed = Tally() }
            let loopTime = clock.measure {
                for (line, comment) in loopComments.enumerated() {
                    comment.withUnsafeBufferPointer { text in
                        for (number, pattern) in patterns.enumerated() {
                            matches.removeAll(keepingCapacity: true)
                            _ = matcher.findAll(pattern, in: text, into: &matches)
                            plain.add(matches, pattern: number, line: line)
                        }
                    }
                }
            }
            if loopComments.count < comments.count {
                for (line, comment) in loopComments.enumerated() {
                    comment.withUnsafeBufferPointer { text in
                        scan.read(text)
                        scan.findCandidates(&candidates)
                        for number in candidates {
                            matches.removeAll(keepingCapacity: true)
                            _ = scan.findAll(number, in: text, into: &matches)
                            indexed.add(matches, pattern: number, line: line)
                        }
                    }
                }
            }
            #expect(indexed == plain)
            if megabytes != nil {
                let lookups = Dictionary(grouping: 0..<count) { index.lookup(of: $0).rawValue }.mapValues(\.count)
                func rate(_ bytes: Int, _ time: Duration) -> Double { Double(bytes) / 1e6 / (Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)) }
                print("\(count) patterns: index \(rate(bytes, indexTime)) MB/s, loop \(rate(loopBytes, loopTime)) MB/s, compile \(compile), \(lookups), whole: \(index.unfiltered.map { lines[$0].pcre })")
            }
        }
    }

    /// Order of finding does not matter; the sets do.
    private struct Tally: Equatable {
        var count = 0
        var sum: UInt64 = 0
        mutating func add(_ matches: [Matcher.Match], pattern: Int, line: Int) {
            for match in matches {
                count += 1
                let place = UInt64(line) &* 7_919 &+ UInt64(match.bytes.lowerBound) &* 31 &+ UInt64(match.bytes.upperBound) &* 17
                sum &+= UInt64(pattern + 1) &* 1_000_003 ^ place
            }
        }
    }

    private func comments(bytes: Int) throws -> [[UInt8]] {
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/bin/sh")
        gzip.arguments = ["-c", "gzip -dc '\(folder.path)/comments-30mb.txt.gz' | head -c \(bytes)"]
        let pipe = Pipe()
        gzip.standardOutput = pipe
        try gzip.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        gzip.waitUntilExit()
        return data.split(separator: 0x0A).dropLast().map(Array.init)
    }
}
