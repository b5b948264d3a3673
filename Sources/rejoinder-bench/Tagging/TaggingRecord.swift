/// What the jobs of `TaggingSpeed` came to.
struct TaggingRecord {
    /// What the texts are.
    var textSet: String
    var rounds: Int
    /// What `--rival` runs.
    var rivalName = "rival"
    var sets: [PatternSet] = []

    struct PatternSet {
        var count: Int
        /// Whether the patterns without a literal that filters are in.
        var withUnfilterable: Bool
        var unfilterable = 0
        var bytes = 0, fewBytes = 0
        var compileSeconds = 0.0
        var hyperscanCompileSeconds: Double?
        var index: [TaggingJobs.Outcome] = [], indexOnFew: [TaggingJobs.Outcome] = [], loop: [TaggingJobs.Outcome] = []
        var twoThreads: [TaggingJobs.Outcome] = [], hyperscan: [TaggingJobs.Outcome] = []
        /// Megabytes a second, as the rival says.
        var rival: [Double] = []

        init(count: Int, withUnfilterable: Bool) { (self.count, self.withUnfilterable) = (count, withUnfilterable) }

        /// Whether index and loop found the same matches, and two threads the same as one.
        var isEqual: Bool {
            guard let few = indexOnFew.first, let loop = loop.first, let one = index.first else { return false }
            return few.checksum == loop.checksum && few.matches == loop.matches && twoThreads.allSatisfy { $0.checksum == one.checksum }
        }
    }

    var summary: String {
        var text = "\(textSet), \(SpeedRecord.Machine().name), best of \(rounds) rounds; megabytes a second, one thread unless said.\n\n"
        let rivalName = sets.contains { !$0.rival.isEmpty } ? rivalName : nil
        var rows = [
            ["patterns", "compile", "index", "two threads", "PCRE2 loop", "Hyperscan + PCRE2"] + (rivalName.map { [$0] } ?? [])
                + ["index / loop", "index / Hyperscan"] + (rivalName.map { ["index / \($0)"] } ?? []) + ["same spans"]
        ]
        rows.append(["---"] + rows[0].dropFirst().dropLast().map { _ in "--:" } + ["---"])
        for set in sets {
            let index = speed(set.index, set.bytes)
            let loop = speed(set.loop, set.fewBytes)
            let hyperscan = set.hyperscan.isEmpty ? nil : speed(set.hyperscan, set.bytes)
            let rival = set.rival.max()
            let threads = speed(set.twoThreads, set.bytes, \.seconds), one = speed(set.index, set.bytes, \.seconds)
            var row = [
                set.withUnfilterable ? "\(set.count)" : "\(set.count), without the \(set.unfilterable) that nothing filters",
                "\(decimals(set.compileSeconds * 1e3, 0)) ms", decimals(index, 1), "\(decimals(threads, 1)) (\(decimals(threads / one, 2)) times)",
                decimals(loop, 2), hyperscan.map { decimals($0, 1) } ?? "not installed",
            ]
            if rivalName != nil { row.append(rival.map { decimals($0, 1) } ?? "") }
            row += ["\(decimals(index / loop, 0)) times", hyperscan.map { "\(decimals(index / $0, 1)) times" } ?? ""]
            if rivalName != nil { row.append(rival.map { "\(decimals(index / $0, 2)) times" } ?? "") }
            rows.append(row + [set.isEqual ? "yes, \(set.loop.first?.matches ?? 0)" : "NO"])
        }
        text += markdown(rows)
        text += """

            Same spans: every match of the index against every match of the loop, on the texts that the loop was given, and of two threads against one.
            Times of one thread are those of its processor, those of two threads are by the clock (and compared with one thread by the clock).
            Compile: from the expressions to the index, by the clock, on all cores; machine code is made when a pattern is first tried, within the times of the runs.
            Nothing filters a pattern that has no literal, or one of two letters alone, and can begin with any letter.

            """
        return text
    }

    private func speed(_ outcomes: [TaggingJobs.Outcome], _ bytes: Int, _ time: KeyPath<TaggingJobs.Outcome, Double> = \.ownSeconds) -> Double {
        guard let best = outcomes.map({ $0[keyPath: time] }).min(), best > 0 else { return 0 }
        return Double(bytes) / best / 1e6
    }
}
