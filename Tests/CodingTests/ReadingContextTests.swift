import Coding
import DiscourseModel
import Testing

import struct DiscourseModel.Comment

@Suite struct PhraseContrastTests {
    @Test func phrasesThatTellAreFound() throws {
        var contrast = PhraseContrast()
        for index in 0..<40 {
            let isTagged = index % 4 == 0
            let text = isTagged ? "The idiots took the night boat again, it’s don't-care time." : index % 8 == 1 ? "I saw the night boat." : "Rain over the hills again."
            contrast.add(
                Comment(id: "c", author: Author(name: "a\(index % 5)"), text: text), at: index, article: 2, hits: isTagged ? [4..<10] : [], isTagged: isTagged)
        }
        #expect(contrast.taggedComments == 10 && contrast.untaggedComments == 30)
        let found = contrast.candidates(limit: 10)
        let boat = try #require(found.first { $0.phrase.contains("night boat") }, "\(found.map { "\($0.phrase) \($0.tagged) \($0.untagged) \($0.z)" })")
        #expect(boat.tagged == 10 && boat.z > 1.96)
        // What the tag has already, and what spans it, is no candidate.
        #expect(!found.contains { $0.phrase.contains("idiots") || $0.phrase == "the took" })
        #expect(!found.contains { $0.phrase.hasPrefix("rain") })
        #expect(found.contains { $0.phrase.contains("don't-care") } && found.contains { $0.phrase.contains("it’s") })
        // Within its clause only.
        #expect(!found.contains { $0.phrase.contains("again it") })
        if let example = boat.example { #expect(example.article == 2 && example.context.words.contains("boat")) }
    }

    @Test func oneAuthorIsNoPattern() {
        var contrast = PhraseContrast()
        for index in 0..<20 {
            contrast.add(Comment(id: "c", author: Author(name: "same"), text: "blue moon tonight"), at: index, article: 1, hits: [], isTagged: true)
            contrast.add(Comment(id: "c", author: Author(name: "x\(index)"), text: "other words"), at: index, article: 1, hits: [], isTagged: false)
        }
        #expect(contrast.candidates(limit: 10).isEmpty)
    }
}

@Suite struct ConcordanceTests {
    private func concordance() -> Concordance {
        var lines = Concordance()
        for (index, text) in ["zebra ferry apple", "A ferry zoo", "middle ferry, middle"].enumerated() {
            let start = Array(text.utf8).firstIndex(of: UInt8(ascii: "f")) ?? 0
            lines.add([start..<start + 5], of: Comment(id: "c", author: Author(name: "Ida"), text: text), at: index, article: 1)
        }
        return lines
    }

    @Test func sortedByWhatStandsBeside() {
        #expect(concordance().sorted(by: .left).map(\.comment) == [1, 2, 0])
        #expect(concordance().sorted(by: .right).map(\.comment) == [0, 2, 1])
        #expect(concordance().sorted(by: .place).map(\.comment) == [0, 1, 2])
    }

    @Test func fittedByColumns() {
        var lines = Concordance()
        let text = "媒体媒体 ferry 战争"
        lines.add([13..<18], of: Comment(id: "c", text: text), at: 0, article: 1)
        func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) } }
        let line = lines.sorted(by: .place)[0]
        #expect(line.context.words == "ferry")
        let wide = line.fitted(to: 25, columns: columns)
        #expect(columns(wide.left) == 10 && wide.left == " 媒体媒体 ")
        let narrow = line.fitted(to: 13, columns: columns)
        #expect(columns(narrow.left) == 4 && narrow.left == " 体 " && narrow.right == " 战")
    }
}

@Suite struct GoldTableTests {
    private func gold(_ text: String, labels: [String] = []) throws -> [GoldTable.Judgement] {
        try GoldTable(Table(text, separator: nil), labels: labels).judgements
    }

    @Test func aLineAJudgement() throws {
        let judged = try gold("id\ttext\ttag\tlabel\tspans\tparent\n1\täb cd\tt/a\tyes\t[[1, 2], [3, 5]]\tup\n2\tx\tt/a\t0\t\t\n3\tx\tt/a\t?\t\t\n")
        #expect(judged.map(\.isPositive) == [true, false, nil] && judged.map(\.parent) == ["up", nil, nil])
        #expect(judged[0].spans == [2..<3, 4..<6] && judged[1].spans == nil)
    }

    @Test func aLineAText() throws {
        let text = "id\ttext\tlabels\tspans_json_codepoint\n1\tabc def\tpolite;kind\t[[0, 3, \"polite\"], [4, 7, \"kind\"]]\n2\tx\t\t\n"
        let judged = try gold(text)
        #expect(judged.map(\.label) == ["kind", "polite", "kind", "polite"] && judged.map(\.isPositive) == [true, true, false, false])
        #expect(judged[1].spans == [0..<3] && judged[0].spans == [4..<7])
        #expect(try gold(text, labels: ["polite"]).count == 2)
        #expect(try gold("text\tlabels\nx\tBlack, white\n", labels: ["Black, white"])[0].isPositive == true)
    }

    @Test(arguments: [
        ("text\ttag\tlabel\nx\tt\tmaybe\n", 2, "'maybe' is no label"),
        ("text\ttag\tlabel\nx\tt\tmaybe\nx\tt\t1\nx\tt\tsure\n", 2, "\n  line 4: 'sure' is no label"), ("text\nx\n", 1, "must name the columns"),
        ("text\ttag\tlabel\tspans\nx\tt\t1\t3-4\n", 2, "spans are written"), ("text\ttag\tlabel\tspans\nx\tt\t1\t[[0, 9]]\n", 2, "does not lie in the text of 1 code points"),
    ])
    func faultsHaveALine(text: String, line: Int, reason: String) {
        do {
            _ = try gold(text)
            Issue.record("nothing was thrown")
        } catch let fault as Table.Fault {
            #expect(fault.line == line && fault.reason.contains(reason), "\(fault)")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func aLabelMayHoldAComma() throws {
        let gold = try GoldTable(Table("text\tlabels\nOne.\tcalling,labelling;doubt\nTwo.\tcalling,labelling\nThree.\t\n", separator: nil), labels: ["calling,labelling", "doubt"]).judgements
        #expect(gold.map(\.isPositive) == [true, true, true, false, false, false])
        let commas = try GoldTable(Table("text\tlabels\nOne.\tcalling, doubt\n", separator: nil), labels: ["calling", "doubt"]).judgements
        #expect(commas.map(\.isPositive) == [true, true])
    }
}
