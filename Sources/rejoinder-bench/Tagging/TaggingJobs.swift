internal import Foundation
internal import PatternMatching
internal import Synchronization

/// One way to find all matches of all patterns in all texts, timed.
enum TaggingJobs {
    struct Outcome {
        var seconds: Double
        var matches = 0
        /// The same for the same (pattern, text, start, end), in whatever order they were found.
        var checksum: UInt64 = 0

        mutating func add(pattern: Int, text: Int, _ bytes: Range<Int>) {
            matches += 1
            var x = UInt64(truncatingIfNeeded: pattern) << 48 ^ UInt64(truncatingIfNeeded: text) << 24
            x ^= UInt64(truncatingIfNeeded: bytes.lowerBound) << 12 ^ UInt64(truncatingIfNeeded: bytes.upperBound)
            x = (x ^ x >> 31) &* 0x9E37_79B9_7F4A_7C15
            checksum &+= x ^ x >> 29
        }
    }

    static func index(_ index: PatternIndex, _ texts: TextLines, threads: Int = 1) -> Outcome {
        let start = ContinuousClock.now
        let parts = Mutex<[Outcome]>([])
        let next = Atomic<Int>(0)
        let piece = max(1, texts.ranges.count / (threads * 32))
        let work: @Sendable (Int) -> Void = { _ in
            let scan = PatternScan(index, matcher: Matcher())
            var outcome = Outcome(seconds: 0)
            var matches: [Matcher.Match] = []
            texts.bytes.withUnsafeBufferPointer { bytes in
                while true {
                    let first = next.wrappingAdd(piece, ordering: .relaxed).oldValue
                    if first >= texts.ranges.count { break }
                    for text in first..<min(first + piece, texts.ranges.count) {
                        let subject = UnsafeBufferPointer(rebasing: bytes[texts.ranges[text]])
                        scan.read(subject)
                        for pattern in scan.candidates() {
                            matches.removeAll(keepingCapacity: true)
                            _ = scan.findAll(pattern, in: subject, into: &matches)
                            for match in matches { outcome.add(pattern: pattern, text: text, match.bytes) }
                        }
                    }
                }
            }
            parts.withLock { $0.append(outcome) }
        }
        if threads == 1 { work(0) } else { DispatchQueue.concurrentPerform(iterations: threads, execute: work) }
        var total = Outcome(seconds: duration(ContinuousClock.now - start))
        for part in parts.withLock({ $0 }) {
            total.matches += part.matches
            total.checksum &+= part.checksum
        }
        return total
    }

    /// Every pattern over every text, as programs without an index do it.
    static func loop(_ patterns: [CompiledPattern], _ texts: TextLines) -> Outcome {
        let start = ContinuousClock.now
        let matcher = Matcher()
        var outcome = Outcome(seconds: 0)
        var matches: [Matcher.Match] = []
        texts.bytes.withUnsafeBufferPointer { bytes in
            for (text, range) in texts.ranges.enumerated() {
                let subject = UnsafeBufferPointer(rebasing: bytes[range])
                for (number, pattern) in patterns.enumerated() {
                    matches.removeAll(keepingCapacity: true)
                    _ = matcher.findAll(pattern, in: subject, into: &matches)
                    for match in matches { outcome.add(pattern: number, text: text, match.bytes) }
                }
            }
        }
        outcome.seconds = duration(ContinuousClock.now - start)
        return outcome
    }
}
