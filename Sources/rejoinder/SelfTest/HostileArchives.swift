extension SelfCheck {
    private static let page = InventedPage.page(InventedPage.section(InventedPage.comment(1, "Ida", "A whole year without a bridge."), InventedPage.comment(2, "Bo", "Take the ferry then.")))

    /// Containers that are damaged, cut off or lie of their size.
    static let hostileArchives = [
        SelfCheck("a gzip bomb", "given up at the limit, which is named; the next file is read") { trial in
            try trial.write(Packing.gzipBomb(0x61, count: 90 << 20), to: "bomb.html.gz")
            try trial.write(page, to: "good.html")
            let outcome = try trial.run("analyze", "bomb.html.gz", "good.html", "--no-report")
            trial.expect(outcome, says: "bomb.html.gz: page over the limit of 64 MiB", status: 3)
            trial.expect(outcome, says: "2 pages read: 1 stored, 1 failed")
        },
        SelfCheck("a gzip file cut off", "whole records are kept, the place of the cut is named") { trial in
            let packed = Packing.gzip(Array((0..<200).map(InventedPage.record).joined().utf8))
            try trial.write(Array(packed.dropLast(packed.count / 2)), to: "cut.jsonl.gz")
            let outcome = try trial.analyze("cut.jsonl.gz")
            trial.expect(outcome, says: "gzip stream ends early at byte", status: 3)
            trial.expect(outcome.errors.contains(" stored, 1 failed"), "the counts do not add up: \(outcome.errors.suffix(200))")
        },
        SelfCheck("a wrong gzip checksum, and garbage behind the data", "the data are kept, both are named") { trial in
            let packed = Packing.gzip(Array((0..<3).map(InventedPage.record).joined().utf8))
            var wrong = packed
            wrong[wrong.count - 6] ^= 0xFF
            try trial.write(wrong, to: "checksum.jsonl.gz")
            try trial.write(packed + Array("no gzip at all".utf8), to: "behind.jsonl.gz")
            for (name, words) in [("checksum.jsonl.gz", "CRC mismatch"), ("behind.jsonl.gz", "trailing garbage")] {
                let outcome = try trial.analyze(name)
                trial.expect(outcome, says: words, status: 0)
                trial.expect(outcome, says: "3 pages read: 3 stored")
            }
        },
        SelfCheck("a damaged record in the middle of a WARC file", "all the others are read, the lost one is named") { trial in
            var members = (0..<9).map { Packing.gzip(Array(InventedPage.warcRecord($0).utf8)) }
            // The header of its only block.
            members[4][10] = 0x07
            try trial.write(Array(members.joined()), to: "damaged.warc.gz")
            let outcome = try trial.analyze("damaged.warc.gz")
            trial.expect(outcome, says: "9 pages read: 8 stored, 1 failed", status: 3)
        },
        SelfCheck("WARC records with wrong lengths", "reading goes on at the next record, nothing huge is allocated") { trial in
            let lengths: [String?] = [nil, "50", "99999999999", "-1", nil]
            try trial.write(lengths.enumerated().map { InventedPage.warcRecord($0.offset, length: $0.element) }.joined(), to: "lengths.warc")
            let outcome = try trial.run("analyze", "lengths.warc", "--db", "lengths.sqlite", "--no-report")
            trial.expect(outcome, says: "5 pages read: 4 stored, 1 failed", status: 3)
        },
        SelfCheck("bad lines in a dump of pages", "every good line is kept, every bad one has its number and reason") { trial in
            let bad = ["not JSON", "{\"text\": \"open", "[1,2]", "{\"text\": 7}", "{\"url\":\"https://ferry.example/x\"}", "\u{0}\u{1}", String(repeating: "[", count: 50_000)]
            let lines = bad.enumerated().map { InventedPage.record($0.offset) + $0.element + "\n" }.joined()
            try trial.write(lines, to: "dump.jsonl")
            let outcome = try trial.run("analyze", "dump.jsonl", "--no-report", "--failures", "failed.tsv")
            trial.expect(outcome, says: "14 pages read: 7 stored, 7 failed", status: 3)
            let failed = try trial.text("failed.tsv").split(separator: "\n")
            trial.expect(failed.count == 8, "\(failed.count - 1) failures are listed, not 7")
            for line in stride(from: 2, through: 14, by: 2) { trial.expect(failed.contains { $0.contains("dump.jsonl:\(line)\t") }, "line \(line) is not named") }
        },
        SelfCheck("lone surrogates in JSON", "become U+FFFD") { trial in
            try trial.write("{\"text\":\"The ferry of \\ud800 pier\\n\\nIt left the pier at nine and came back at noon, said the master.\"}\n", to: "surrogate.jsonl")
            trial.expect(try trial.run("extract", "surrogate.jsonl", "--jsonl"), says: "\u{FFFD}", status: 0)
        },
        SelfCheck("an address made to lead out of the folder", "the report is named by its number") { trial in
            let line = InventedPage.record(1).replacing("https://ferry.example/1", with: "file:///../../../outside/../../etc/x")
            try trial.write(line, to: "names.jsonl")
            let outcome = try trial.run("analyze", "names.jsonl", "--reports", "Reports")
            trial.expect(outcome, says: "report: Reports/a1.html", status: 0)
        },
    ]
}
