import DiscourseModel
import Testing

@testable import PageReading

@Suite struct CharsetTests {
    /// A page in windows-1251 with the words "Привет, я согласен с автором."
    private static let russian: [UInt8] = [
        0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2C, 0x20, 0xFF, 0x20, 0xF1, 0xEE, 0xE3, 0xEB, 0xE0, 0xF1, 0xE5, 0xED, 0x20, 0xF1, 0x20, 0xE0, 0xE2, 0xF2, 0xEE, 0xF0,
        0xEE, 0xEC, 0x2E,
    ]
    private func page(_ words: [UInt8], head: String = "") -> [UInt8] { Array("<html><head>\(head)</head><body><p>".utf8) + words + Array("</p></body></html>".utf8) }
    private func text(_ bytes: [UInt8], charset: String? = nil) throws -> (text: String, page: Page) {
        var raw = RawPage(source: "-", bytes: bytes)
        raw.charset = charset
        let decoded = try decodePage(raw)
        return (String(decoding: decoded.utf8, as: UTF8.self), decoded.page)
    }

    @Test(arguments: ["<meta charset=windows-1251>", "<meta charset=utf-8>", "", "<meta http-equiv=content-type content='text/html; charset=cp1251'>"])
    func cyrillicIsReadWhateverItsLabel(head: String) throws {
        let read = try text(page(Self.russian + Self.russian + Self.russian, head: head))
        #expect(read.text.contains("Привет, я согласен с автором."))
        #expect(read.page.encoding == "windows-1251" && read.page.replacedBytes == 0)
    }

    @Test func theTransportBeatsThePage() throws {
        let read = try text(page(Self.russian, head: "<meta charset=iso-8859-1>"), charset: "windows-1251")
        #expect(read.text.contains("Привет"))
        // But no label beats valid UTF-8.
        #expect(try text(page(Array("Grüße".utf8)), charset: "windows-1251").text.contains("Grüße"))
    }

    @Test func labelsOfTheEncodingStandard() {
        for (label, name) in [
            ("Latin1", "windows-1252"), (" US-ASCII ", "windows-1252"), ("x-sjis", "shift_jis"), ("ks_c_5601-1987", "euc-kr"), ("GBK", "gb18030"), ("cp1250", "windows-1250"),
            ("iso8859-15", "iso-8859-15"), ("latin2", "iso-8859-2"), ("utf-16le", "utf-8"), ("koi", "koi8-r"),
        ] { #expect(canonicalCharset(label) == name, "\(label)") }
        for label in ["utf-7", "iso-8859-99", "windows-1259", "x-user-defined", ""] { #expect(canonicalCharset(label) == nil, "\(label)") }
    }

    @Test func utf16WithAndWithoutAMark() throws {
        let words = "<html><body><p>Ümit grüßt.</p></body></html>"
        let little = words.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = words.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] { #expect(try text(bytes).text == words) }
    }

    @Test func nulIsShownAndCountedAndNoReasonToRefuse() throws {
        let read = try text(page(Array("a".utf8) + [UInt8](repeating: 0, count: 20) + Array("b".utf8)))
        #expect(read.page.replacedBytes == 20)
        #expect(read.text.contains("a\u{FFFD}\u{FFFD}"))
        #expect(throws: ReadingError.self) { try readPage([UInt8](repeating: 0, count: 5_000), source: "-") }
    }

    /// Sequences that are no UTF-8 and no letters of anything else.
    @Test func badBytesInTextBecomeReplacementCharacters() throws {
        let read = try text(Array("Title\n\nann: ".utf8) + [0xFF, 0xFE, 0xC0, 0xAF, 0xED, 0xA0, 0x80] + Array(" hello".utf8) + [0xF4, 0x90, 0x80, 0x80] + Array("\nbob: THE END\n".utf8))
        #expect(read.page.encoding == "utf-8")
        #expect(read.page.replacedBytes == 11)
        #expect(read.text.contains("THE END"))
    }

    @Test func twoEncodingsInOnePageKeepTheGreaterPart() throws {
        let read = try text(page(Array("„Grüße“ – 100 €, sagt Jürgen. ".utf8) + [0x47, 0x72, 0xFC, 0xDF, 0x65]))
        #expect(read.text.contains("„Grüße“ – 100 €"))
        #expect(read.page.replacedBytes == 2)
    }
}
