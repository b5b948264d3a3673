import Markup
import Testing

/// Lines that a tool broke, and pieces of lines that it gave lines of their own.
@Suite("Breaks that a tool made")
struct LineBreakTests {
    private func lines(_ text: String) -> [String] {
        let document = TextDocument(utf8: Array(text.utf8))
        return document.lines.map(document.text)
    }

    /// Words filled to a width, with white space before each line.
    private func filled(_ text: String, to width: Int, indent: Int = 0) -> String {
        var out: [String] = [], line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > width {
                out.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return (out + [line]).map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
    }

    private static let paragraphs = (1...4).map { number in
        "The slipway number \(number) is cracked, and the council will close it from the first of March; boats have to be launched at the north quay until June, which has neither a crane nor a ladder that anybody over forty should be asked to climb in the dark."
    }

    @Test(arguments: [60, 72, 78, 100]) func paragraphsAreWholeAgain(width: Int) {
        let text = LineBreakTests.paragraphs.map { filled($0, to: width) }.joined(separator: "\n\n")
        #expect(lines(text) == LineBreakTests.paragraphs)
        let list = LineBreakTests.paragraphs.map { "  *" + filled($0, to: width, indent: 4).dropFirst(3) }.joined(separator: "\n")
        #expect(lines(list) == LineBreakTests.paragraphs)
    }

    /// What is short ends where its author ended it; a title and the button below a sentence stay lines.
    @Test func shortLinesStay() {
        let text = LineBreakTests.paragraphs.map { "Ruan Pell\n3 May 2024\n" + filled($0, to: 72) + "\nReply" }.joined(separator: "\n\n")
        #expect(lines(text) == LineBreakTests.paragraphs.flatMap { ["Ruan Pell", "3 May 2024", $0, "Reply"] })
    }

    /// Lines of no common width are lines.
    @Test func textWithoutAnEdgeStays() {
        let text = (1...40).map { String(repeating: "boat ", count: 4 + $0 * 7 % 31) + "\($0)" }.joined(separator: "\n")
        #expect(lines(text) == text.split(separator: "\n").map(String.init))
    }

    /// Quoted lines of a mail keep their marks.
    @Test func quotedLinesStay() {
        let text = LineBreakTests.paragraphs.map { filled($0, to: 70).split(separator: "\n").map { "> " + $0 }.joined(separator: "\n") }.joined(separator: "\n\n")
        #expect(lines(text) == text.split(separator: "\n").map(String.init))
    }

    @Test func wordsBrokenAtHyphensAndIdeographs() {
        let filling = LineBreakTests.paragraphs.map { filled($0, to: 70) }.joined(separator: "\n\n")
        let broken = "They say that it is the wish of the whole town, and not of the long-\nsuffering harbour master."
        #expect(lines(filling + "\n\n" + broken).last == broken.filter { $0 != "\n" })
        let wide = String(repeating: "渡", count: 35) + "\n" + "轮又晚了"
        #expect(lines(filling + "\n\n" + wide).last == wide.filter { $0 != "\n" })
    }

    /// Places in the text stay right.
    @Test func lengthStays() {
        let text = LineBreakTests.paragraphs.map { filled($0, to: 72, indent: 3) }.joined(separator: "\n \n") + "\nWords."
        let document = TextDocument(utf8: Array(text.utf8))
        #expect(document.bytes.count == text.utf8.count)
        #expect(document.lines.last?.start == text.utf8.count - 6)
    }

    private static let pieces = "The quay\n(\nmap\n) and the slip\n, both old\n.\n"

    @Test(arguments: [
        ("Ruan Pell\n(\n636\n)\nsays", ["Ruan Pell ( 636)", "says"]),
        ("The wall\n(not verified)\nWords.", ["The wall (not verified)", "Words."]),
        ("The wall\n(\nScore:\n3\n, funny)\nWords.", ["The wall (Score: 3, funny)", "Words."]),
        ("I like\nboats\n, and\nwater\n.", ["I like", "boats, and", "water."]),
        ("Words\n:)\n;-) Words\n... and so on", ["Words", ":)", ";-) Words", "... and so on"]),
        ("Ruan\n| 3 May\n| Row |", ["Ruan | 3 May", "| Row |"]),
        ("Words (that never close\nWords\nWords", ["Words (that never close", "Words", "Words"]),
    ])
    func pieces(text: String, expected: [String]) {
        let found = lines(LineBreakTests.pieces + text)
        #expect(Array(found.prefix(1)) == ["The quay (map) and the slip, both old."])
        #expect(found.dropFirst().map { $0.replacing("( ", with: "(") } == expected.map { $0.replacing("( ", with: "(") })
    }

    /// A comma at the beginning of a line is someone's slip.
    @Test func oneSlipIsNoTool() { #expect(lines("I like boats\n, and water.\nWords\n(aside)") == ["I like boats", ", and water.", "Words", "(aside)"]) }

    /// A link may begin in one line and end in another.
    @Test func linksAroundLines() {
        let links = String(repeating: "[Boats](/boats) | [News](https://harbour.example/news)\n", count: 4)
        #expect(lines(links + "* [ ![Ruan](/p.png)\n\n  12\n  posts](/people/ruan \"Ruan [all]\") spoke").suffix(3) == ["Ruan", "12", "posts spoke"])
    }

    /// An empty item before another is written with the blanks of its own level.
    @Test func emptyItemsBeforeItems() {
        let links = String(repeating: "[Boats](/boats) | [News](https://harbour.example/news)\n", count: 4)
        let document = TextDocument(utf8: Array((links + "  * Ruan\n    *     * Hedda\n      *       * Otto\n        *     * Jo\n").utf8))
        #expect(document.lines.suffix(4).map(document.text) == ["Ruan", "Hedda", "Otto", "Jo"])
        #expect(document.lines.suffix(4).map(\.indent) == [2, 4, 6, 4])
    }

    /// Breaks and brackets without end cost no more than others.
    @Test func hostileBreaksAreLinear() {
        let filling = LineBreakTests.paragraphs.map { filled($0, to: 70) }.joined(separator: "\n\n")
        for piece in ["(\n", "a (\n", ",\n", "[\n](x)\n", String(repeating: "a", count: 69) + "\n", "a\n"] {
            let text = filling + "\n\n" + LineBreakTests.pieces + String(repeating: piece, count: 200_000 / piece.utf8.count)
            let time = ContinuousClock().measure { _ = TextDocument(utf8: Array(text.utf8)) }
            #expect(time < .seconds(2), "\(piece.prefix(4))")
        }
    }
}
