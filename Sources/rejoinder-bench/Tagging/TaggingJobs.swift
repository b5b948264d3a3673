internal import Foundation
internal import PatternMatching
internal import Synchronization

/// One way to find all matches of all patterns in all texts, timed.
enum TaggingJobs {
    struct Outcome {
        /// By the clock.
        var seconds = 0.0
        /// What a job of one thread took of its processor: other programs disturb it less.
        var ownSeconds = 0.0
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
        let start = Stopwatch()
        let parts = Mutex<[Outcome]>([])
        let next = Atomic<Int>(0)
        let piece = max(1, texts.ranges.count / (threads * 32))
        let work: @Sendable (Int) -> Void = { _ in
            let scan = PatternScan(index, matcher: Matcher())
            var outcome = Outcome()
            var matches: [Matcher.Match] = []
            var candidates: [Int] = []
            texts.bytes.withUnsafeBufferPointer { bytes in
                while true {
                    let first = next.wrappingAdd(piece, ordering: .relaxed).oldValue
                    if first >= texts.ranges.count { break }
                    for text in first..<min(first + piece, texts.ranges.count) {
                        let subject = UnsafeBufferPointer(rebasing: bytes[texts.ranges[text]])
                        scan.read(subject)
                        scan.findCandidates(&candidates)
                        for pattern in candidates {
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
        var total = start.outcome()
        for part in parts.withLock({ $0 }) {
            total.matches += part.matches
            total.checksum &+= part.checksum
        }
        return total
    }

    /// Every pattern over every text, as programs without an index do it.
    static func loop(_ patterns: [CompiledPattern], _ texts: TextLines) -> Outcome {
        let start = Stopwatch()
        let matcher = Matcher()
        var outcome = Outcome()
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
        return start.outcome(outcome)
    }

    struct Stopwatch {
        private let clock = ContinuousClock.now
        private let processor = Stopwatch.processorSeconds()

        /// With the time since the watch was made.
        func outcome(_ outcome: Outcome = Outcome()) -> Outcome {
            var outcome = outcome
            outcome.seconds = duration(ContinuousClock.now - clock)
            outcome.ownSeconds = Self.processorSeconds() - processor
            return outcome
        }

        private static func processorSeconds() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
        }
    }
}
