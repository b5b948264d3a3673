import Foundation
import Testing

@testable import rejoinder

/// The same input gives the same bytes, whatever the number of threads and the order of the files.
@Suite struct OrderTests {
    @Test func filesInAnotherOrderWithMoreThreadsHoldTheSame() throws {
        try inTrial { trial in
            try InventedPage.pages(8, in: trial.folder.appending(path: "in"))
            let names = (0..<8).map { "in/pier-\(1_000 + $0).html" }
            var exports: [Set<Substring>] = []
            for (index, order) in [names, [5, 2, 7, 0, 3, 6, 1, 4].map { names[$0] }].enumerated() {
                trial.expect(try trial.run(["analyze", "--no-report", "--db", "\(index).sqlite", "--threads", "\(1 + 3 * index)"] + order), says: "8 stored", status: 0)
                // Articles are numbered as they come, and listed by their numbers.
                exports.append(Set(try trial.run("export", "--format", "jsonl", "-o", "-", "--db", "\(index).sqlite").output.split(separator: "\n")))
            }
            #expect(exports[0] == exports[1] && exports[0].count == 8)
            let one = try trial.run(["extract", "--threads", "1"] + names).output, four = try trial.run(["extract", "--threads", "4"] + names).output
            #expect(one == four && one.split(separator: "\n").count == 8)
        }
    }
}
