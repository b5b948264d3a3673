internal import Foundation
internal import PatternMatching

/// A rival: Hyperscan says which patterns may match in a text, PCRE2 finds their spans.
///
/// The library is looked for when the benchmark runs, so that nothing else needs it. Its prefilter works on bytes, so that
/// letters outside ASCII may be missed: the rival is measured, not trusted.
final class HyperscanFilter {
    private typealias Pointers = UnsafeMutablePointer<OpaquePointer?>
    private typealias Compile = @convention(c) (
        UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UInt32>, UnsafePointer<UInt32>, UInt32, UInt32, UnsafeRawPointer?, Pointers,
        UnsafeMutablePointer<OpaquePointer?>
    ) -> Int32
    private typealias ExpressionInfo = @convention(c) (UnsafePointer<CChar>, UInt32, UnsafeMutablePointer<OpaquePointer?>, Pointers) -> Int32
    private typealias Scratch = @convention(c) (OpaquePointer, Pointers) -> Int32
    private typealias OnMatch = @convention(c) (UInt32, UInt64, UInt64, UInt32, UnsafeMutableRawPointer?) -> Int32
    private typealias Scan = @convention(c) (
        OpaquePointer, UnsafeRawPointer, UInt32, UInt32, OpaquePointer, OnMatch, UnsafeMutableRawPointer?
    ) -> Int32

    private static let caseless: UInt32 = 1, singleMatch: UInt32 = 8, utf8: UInt32 = 32, prefilter: UInt32 = 128
    private static let blockMode: UInt32 = 1

    private let database: OpaquePointer
    private let scratch: OpaquePointer
    private let scan: Scan
    /// Patterns that the library does not take: searched for in every text.
    private let always: [Int]
    let compileSeconds: Double

    /// `nil` where the library is not installed or refuses the whole set.
    init?(_ patterns: [CompiledPattern], regexes: [String]) {
        guard let library = dlopen("libhs.so.5", RTLD_NOW) ?? dlopen("libhs.so", RTLD_NOW) else { return nil }
        guard let compileAddress = dlsym(library, "hs_compile_multi"), let infoAddress = dlsym(library, "hs_expression_info"),
            let scratchAddress = dlsym(library, "hs_alloc_scratch"), let scanAddress = dlsym(library, "hs_scan")
        else { return nil }
        let compile = unsafeBitCast(compileAddress, to: Compile.self)
        let information = unsafeBitCast(infoAddress, to: ExpressionInfo.self)
        let makeScratch = unsafeBitCast(scratchAddress, to: Scratch.self)
        scan = unsafeBitCast(scanAddress, to: Scan.self)

        let start = ContinuousClock.now
        var always: [Int] = []
        var words: [UnsafePointer<CChar>?] = []
        defer { for word in words { free(UnsafeMutablePointer(mutating: word)) } }
        var flags: [UInt32] = [], ids: [UInt32] = []
        for (number, pattern) in patterns.enumerated() {
            var flag = Self.singleMatch | Self.prefilter | (regexes[number].contains("\\x{") ? Self.utf8 : 0)
            if pattern.options.ignoresCase { flag |= Self.caseless }
            var about: OpaquePointer?
            var problem: OpaquePointer?
            guard information(regexes[number], flag, &about, &problem) == 0, let word = strdup(regexes[number]) else {
                always.append(number)
                continue
            }
            words.append(UnsafePointer(word))
            flags.append(flag)
            ids.append(UInt32(number))
        }
        var database: OpaquePointer?
        var problem: OpaquePointer?
        guard compile(words, flags, ids, UInt32(words.count), Self.blockMode, nil, &database, &problem) == 0, let database else { return nil }
        var scratch: OpaquePointer?
        guard makeScratch(database, &scratch) == 0, let scratch else { return nil }
        (self.database, self.scratch, self.always) = (database, scratch, always)
        compileSeconds = duration(ContinuousClock.now - start)
    }

    func run(_ patterns: [CompiledPattern], _ texts: TextLines) -> TaggingJobs.Outcome {
        let start = TaggingJobs.Stopwatch()
        let matcher = Matcher()
        var outcome = TaggingJobs.Outcome()
        var matches: [Matcher.Match] = []
        var candidates: [Int] = []
        texts.bytes.withUnsafeBufferPointer { bytes in
            for (text, range) in texts.ranges.enumerated() where !range.isEmpty {
                let subject = UnsafeBufferPointer(rebasing: bytes[range])
                guard let base = subject.baseAddress else { continue }
                candidates.removeAll(keepingCapacity: true)
                withUnsafeMutablePointer(to: &candidates) { list in
                    _ = scan(
                        database, base, UInt32(subject.count), 0, scratch,
                        { id, _, _, _, context in
                            context?.assumingMemoryBound(to: [Int].self).pointee.append(Int(id))
                            return 0
                        }, list)
                }
                for pattern in candidates + always {
                    matches.removeAll(keepingCapacity: true)
                    _ = matcher.findAll(patterns[pattern], in: subject, into: &matches)
                    for match in matches { outcome.add(pattern: pattern, text: text, match.bytes) }
                }
            }
        }
        return start.outcome(outcome)
    }
}
