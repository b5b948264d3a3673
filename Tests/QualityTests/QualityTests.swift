import Foundation
import Testing

@testable import rejoinder_bench

@Suite struct QualityTests {
    static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let gold = top.deletingLastPathComponent().appending(path: "shared/gold").path
    /// Every how-manieth page a debug build gets through in a minute.
    static let sample = 20

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: gold + "/threads"), "no gold data at ../shared/gold: quality is not measured"))
    func aSampleOfTheGoldStaysAboveItsFloors() throws {
        let gold = GoldSet(folder: Self.gold, sample: Self.sample)
        let file = try #require(try FloorFile.read(Self.top.appending(path: "Reports/Benchmarks/quality-floors.json").path))
        let threads = ProcessInfo.processInfo.activeProcessorCount
        guard let pin = file.pin(sample: Self.sample, gold: gold.hash(threads: threads)) else {
            print("quality: the gold is another than the floors were pinned on; nothing to compare")
            return
        }
        let run = QualityRun(gold, threads: threads)
        #expect(run.rows.count == GoldSection.allCases.count)
        let behind = MeasuredFigures(run).regressions(from: pin, sections: Set(GoldSection.allCases.map(\.rawValue)))
        #expect(behind.isEmpty, "\(behind.map(\.description).joined(separator: "\n"))")
    }
}

@Suite struct ScoringTests {
    @Test func wordsAreRunsOfLettersNumbersAndUnderscores() {
        #expect(Words("Don't PANIC, user_1!").hashes == Words("don t panic user_1").hashes)
        #expect(Words("Ärger мир").count == 2)
        #expect(Words("ÄRGER Мир").hashes == Words("ärger мир").hashes)
        #expect(Words(" ... ").isEmpty)
        #expect(Words.folded("Jane_Doe (42)") == "janedoe42")
    }

    @Test func gramsAreRunsOfFourWords() {
        let five = Words("a b c d e").grams
        #expect(five.total == 2)
        #expect(five.shared(with: Words("x b c d e").grams) == 1)
        #expect(Words("a b").grams.shared(with: Words("a b").grams) == 1)
        #expect(Words("a b").grams.shared(with: Words("b a").grams) == 0)
    }

    @Test func aCommentIsPairedWithTheMostAlike() {
        let gold = ["the tram stops at the old mill", "no it does not stop there any more", ""]
        let pairs = CommentPairs(gold: gold, found: ["", "no it does not stop there", "the tram stops at the old mill", "something else"])
        #expect(pairs.found == [0: 2, 1: 1, 2: 0])
        #expect(pairs.likeness[0] == 1)
    }

    @Test func aTextIsPairedOnce() {
        let pairs = CommentPairs(gold: ["one two three", "one two three"], found: ["one two three"])
        #expect(pairs.found == [0: 0])
    }
}

@Suite struct FloorTests {
    let pin = FloorFile.Pin(sample: 1, gold_sha256: "x", floors: ["threads": ["split_f1": 0.9, "leak": 0.02]])
    let sections: Set<String> = ["threads"]

    @Test func aFigureBelowItsFloorIsFound() {
        let measured = MeasuredFigures(["threads": ["split_f1": 0.89, "leak": 0.01]])
        #expect(measured.regressions(from: pin, sections: sections).map(\.figure) == ["split_f1"])
    }

    @Test func aFigureOfHarmHasACeiling() {
        let measured = MeasuredFigures(["threads": ["split_f1": 0.9, "leak": 0.03]])
        #expect(measured.regressions(from: pin, sections: sections).map(\.figure) == ["leak"])
    }

    @Test func aFigureThatIsGoneIsFound() {
        #expect(MeasuredFigures(["threads": ["split_f1": 0.95]]).regressions(from: pin, sections: sections).map(\.figure) == ["leak"])
        #expect(MeasuredFigures([:]).regressions(from: pin, sections: []).isEmpty)
    }

    @Test func floorsRiseButFallOnlyWhenAllowed() {
        let measured = MeasuredFigures(["threads": ["split_f1": 0.9567, "leak": 0.03]])
        let kept = measured.raising(pin, allowRegression: false, sections: sections)
        #expect(kept.pin.floors == ["threads": ["split_f1": 0.956, "leak": 0.02]])
        #expect(kept.lowered.isEmpty)
        let lowered = measured.raising(pin, allowRegression: true, sections: sections)
        #expect(lowered.pin.floors == ["threads": ["split_f1": 0.956, "leak": 0.03]])
        #expect(lowered.lowered.map(\.figure) == ["leak"])
    }
}
