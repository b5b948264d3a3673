import Testing

@testable import Exchange

struct CSVTests {
    private func line(_ cells: [CSVWriter.Cell], guarded: Bool = true) -> String {
        var writer = CSVWriter(header: [], guardsFormulas: guarded)
        _ = writer.take()
        writer.row(cells)
        return String(decoding: writer.take(), as: UTF8.self)
    }

    @Test func whatIsNotThereAndWhatIsEmptyDiffer() {
        #expect(line([.nothing, .text(""), .number(-3), .real(0.5), .text("a")]) == ",\"\",-3,0.5,a\r\n")
        #expect(line([.real(.nan)]) == "\r\n")
    }

    @Test(arguments: [
        ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), (" a", "\" a\""), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"),
        ("\t=1", "'\t=1"), ("\r1", "\"'\r1\""), (" =1", "\"' =1\""), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"), ("\n=1,2", "\"'\n=1,2\""), ("a=1", "a=1"), ("中", "中"),
    ])
    func textsAreQuotedAndFormulasAreHarmless(text: String, written: String) {
        #expect(line([.text(text)]) == written + "\r\n")
    }

    @Test func rawIsRaw() { #expect(line([.text("=1+1")], guarded: false) == "=1+1\r\n") }

    @Test func whatIsWrittenIsReadBack() throws {
        let rows = [["a", "b\"c", ""], ["x\ny", "z\r\nw", "ä,"], ["", "", "1"]]
        var writer = CSVWriter(header: rows[0], guardsFormulas: false)
        for row in rows.dropFirst() { writer.row(row.map(CSVWriter.Cell.text)) }
        #expect(try readCSV(writer.bytes) == rows)
        #expect(try readCSV(Array("\u{FEFF}a,b\n\n1,\"2\"".utf8)) == [["a", "b"], ["1", "2"]])
        #expect(throws: CSVError(line: 2, message: "a quotation mark is not closed")) { try readCSV(Array("a\n\"b\nc".utf8)) }
    }
}
