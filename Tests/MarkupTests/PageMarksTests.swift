import Markup
import Testing

/// What tools write into a text for links, pictures and emphasis.
@Suite("Marks of tools in plain text")
struct PageMarksTests {
    private func lines(_ text: String) -> [String] {
        let document = TextDocument(utf8: Array(text.utf8))
        return document.lines.map(document.text)
    }

    private static let links = String(repeating: "[Boats](/boats) | [News](https://harbour.example/news)\n", count: 4)

    @Test(arguments: [
        ("[Ruan Pell](/people/ruan)[3 May 2024](/c1 \"3 May (today)\")", "Ruan Pell 3 May 2024"),
        ("![Ruan's picture](/p(1).png) said", "Ruan's picture said"),
        ("[ ![](/p.png) Ruan ](/people/ruan) said", "Ruan said"),
        ("#### **Bold** _and_ ***both***, 3*2 and snake_case\\_name\\.", "Bold and both, 3*2 and snake_case_name."),
        ("__1 year ago", "1 year ago"),
        ("_Nicolas_ (92797) *", "Nicolas (92797) *"),
        ("| | Ruan | 3 May", "Ruan | 3 May"),
        ("  *   * ### Re: Boats", "Re: Boats"),
        ("a [bracket] and (another), [one](", "a [bracket] and (another), [one]("),
    ])
    func markdown(line: String, words: String) { #expect(lines(PageMarksTests.links + line).last == words) }

    @Test func rulesOfTablesAreNoLines() { #expect(lines(PageMarksTests.links + "---|:---:|---\nJo") == lines(PageMarksTests.links) + ["Jo"]) }

    /// A line is as long as it was, so that places in the text stay right.
    @Test func lengthStays() {
        let text = PageMarksTests.links + "**Ruan** [said](/c1):\nWords.\n"
        let document = TextDocument(utf8: Array(text.utf8))
        #expect(document.bytes.count == text.utf8.count)
        #expect(document.lines.last.map { document.text($0) } == "Words.")
        #expect(document.lines.last?.start == text.utf8.count - 7)
    }

    @Test func addressesAndNumbersOfLinks() {
        let addressed = (1...6).map { "Ruan \($0)   (https://harbour.example/\($0)) spoke (to nobody) (item?id=\($0))" }.joined(separator: "\n")
        #expect(lines(addressed).first == "Ruan 1    spoke (to nobody)")
        let numbered = (1...14).map { "[\($0)]Ruan [99] spoke" }.joined(separator: "\n")
        #expect(lines(numbered)[3] == "Ruan [99] spoke")
    }

    @Test func picturesAndBulletsOfTextBrowsers() {
        let document = TextDocument(utf8: Array("  * [p12.png] Ruan\n      + [60x60] Hedda\n          o [p-14] Otto\n          o o Marlow\n  * [1] Ann\n  12. [p15.png]\n     Jo\n".utf8))
        #expect(document.lines.map(document.text) == ["Ruan", "Hedda", "Otto", "o Marlow", "[1] Ann", "Jo"])
        #expect(document.lines.map(\.indent) == [2, 6, 10, 10, 2, 2])
        #expect(document.lines.map(\.bullet) == [.star, .star, .star, .star, .star, .number])
    }

    /// A picture without words leaves its brackets.
    @Test func emptyBrackets() { #expect(lines("-   []\n    []Ruan[][]English\n\n    []17\n[]") == ["Ruan    English", "17"]) }

    /// What people type is theirs.
    @Test(arguments: ["A comment with [one link](https://a.example) in it.\nAnd *this* is _typed_.", "[deleted]\n[removed]\n[deleted]", "  o presidente disse\n  o que quis"])
    func typedMarksStay(text: String) { #expect(lines(text).joined(separator: "\n") == text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")) }

    /// Brackets without end cost no more than others.
    @Test func hostileBracketsAreLinear() {
        let links = String(repeating: "[a](b)\n", count: 40)
        for piece in ["[a](", "[[", "](", "**_", "__", "![("] {
            let text = links + String(repeating: piece, count: 100_000 / piece.utf8.count)
            let took = ContinuousClock().measure { _ = TextDocument(utf8: Array(text.utf8)) }
            #expect(took < .seconds(5), "\(piece): \(took)")
        }
    }
}
