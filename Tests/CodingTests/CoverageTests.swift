import Coding
import DiscourseModel
import Testing

import struct DiscourseModel.Comment

@Suite struct CoverageTests {
    private func tagging(_ comment: Int, _ tag: String, _ line: String) -> Tagging {
        Tagging(comment: comment, tag: tag, line: line, span: TextSpan(start: 0, end: 1, codePointStart: 0, codePointEnd: 1))
    }

    @Test func countsTagsLinesAndWhatIsLeft() {
        var coverage = Coverage(lines: [("t/a", "any[1]"), ("t/a", "any[2]"), ("t/b", "near"), ("t/b", "near")], examples: 2)
        let said = Discussion(comments: (0..<30).map { Comment(id: "c", text: "text \($0)") }, replies: [Reply?](repeating: nil, count: 30))
        let taggings = (0..<20).map { tagging($0, "t/a", "any[1]") } + [tagging(0, "t/a", "any[1]"), tagging(29, "t/a", "any[1]")]
        coverage.add(said, article: 3, comments: Array(0..<29), taggings: taggings)
        #expect(coverage.comments == 29 && coverage.touched == 20)
        #expect(coverage.silentTags == ["t/b"])
        #expect(coverage.silentLines.map(\.line) == ["any[2]"])
        // The tagging of a comment that is not asked for is not counted.
        #expect(coverage.tags[0].comments == 20 && coverage.tags[0].matches == 21)
        #expect(coverage.dominantLines().map(\.tag) == ["t/a"] && coverage.dominantLines(matches: 22).isEmpty)
        #expect((2...5).contains(coverage.examples.count))
        #expect(coverage.examples.allSatisfy { (20..<29).contains($0.comment) && $0.article == 3 })
    }
}

@Suite struct TableTests {
    @Test func separatorsQuotesAndLines() throws {
        let comma = try Table("\u{FEFF}Word,Category\r\n\"a, \"\"b\"\"\nc\",x\r\n\r\nd,y\n", separator: nil)
        #expect(comma.header == ["word", "category"])
        #expect(comma.rows.map(\.cells) == [["a, \"b\"\nc", "x"], ["d", "y"]])
        #expect(comma.rows.map(\.line) == [2, 5])
        #expect(comma.column("term", "word") == 0 && comma.column("label") == nil)
        #expect(try Table("a\tb\n1, 2\\n3\t\n", separator: nil).rows[0].cells == ["1, 2\n3", ""])
        #expect(try Table("a;b\n1;2", separator: nil).rows[0].cells == ["1", "2"])
        // Texts that begin with words in quotation marks are as they are; a cell in quotes is one.
        let quoting = try Table("a\tb\n\"Late!\" \\n- she said\tx\n\"So it is\tx\n\"in \"\"two\"\"\nlines\"\tx\n", separator: nil)
        #expect(quoting.rows.map { $0.cells[0] } == ["\"Late!\" \n- she said", "\"So it is", "in \"two\"\nlines"])
    }

    @Test func faultsHaveALine() {
        #expect(throws: Table.Fault(line: 3, reason: "3 cells, where the first line names 2 columns")) { try Table("a,b\n1,2\n1,2,3", separator: nil) }
        #expect(throws: Table.Fault(line: 2, reason: "a quotation mark is not closed")) { try Table("a,b\n\"1,2", separator: nil) }
        #expect(throws: Table.Fault(line: 1, reason: "the table is empty")) { try Table("", separator: nil) }
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let rows = [["a", "b"], ["x\ty\nz\\n", "\"q\" and \\"], ["\"all\"\tof\nit", ""], ["\\\"", "\""]]
        let written = Table.tabSeparated(rows)
        #expect(written.split(separator: "\n").count == rows.count, "a row is a line, for tools that read lines")
        let table = try Table(written, separator: "\t")
        #expect([table.header] + table.rows.map(\.cells) == rows)
    }
}

@Suite struct MeasuredTableTests {
    @Test func everyCellIsRead() throws {
        let table = "tag\tdata\tn\tprecision\trecall\tf1\nt/a\tSet, one\t12\t0.5\t1\t0.67\n"
        #expect(try readMeasurements(table) == [TagMeasurement(tag: "t/a", data: "Set, one", count: 12, precision: 0.5, recall: 1, f1: 0.67)])
        #expect(throws: Table.Fault.self) { try readMeasurements(table.replacing("0.5", with: "1.5")) }
        // Of a sample of hits only the precision is known; more columns are for people.
        let read = try readMeasurements("tag\tdata\tlabel\tn\tprecision\trecall\tf1\nt/a\tHits\t\t40\t0.73\t\t\n")
        #expect(read == [TagMeasurement(tag: "t/a", data: "Hits", count: 40, precision: 0.73, recall: nil, f1: nil)])
        #expect(throws: Table.Fault.self) { try readMeasurements("tag\tdata\tn\tprecision\trecall\tf1\nt/a\tHits\t40\t\t\t\n") }
        #expect(throws: Table.Fault.self) { try readMeasurements(table.replacing("f1", with: "f2")) }
    }
}
