import DiscourseModel
import Testing

@testable import PageReading

@Suite struct PageReadingTests {
    private func html(_ text: [UInt8], charset: String) -> [UInt8] { Array("<html><meta charset=\"\(charset)\"><body><p>".utf8) + text + Array("</p></body></html>".utf8) }

    /// The label gb2312 means gbk, read by the decoder of gb18030, which holds it whole, and iso-8859-1 means windows-1252 (WHATWG Encoding Standard, 4.2).
    @Test func labelsMeanWhatBrowsersReadThemAs() throws {
        #expect(try readPage(html([0xE9, 0x46], charset: "gb2312"), source: "-").page.encoding == "gb18030")
        #expect(try readPage(html([0x80], charset: "iso-8859-1"), source: "-").page.encoding == "windows-1252")
    }

    @Test func undecodableBytesAreCounted() throws {
        let page = try readPage(html(Array("Grüße ".utf8) + [0xFF, 0xFE] + Array(" genug gültige Wörter, ja".utf8), charset: "utf-8"), source: "-")
        #expect(page.page.replacedBytes == 2)
        #expect(page.notes.contains { $0.severity == .lost })
    }

    @Test func whatIsNoPageIsRefused() {
        #expect(throws: ReadingError.empty) { try readPage([0xEF, 0xBB, 0xBF, 0x20, 0x0A], source: "-") }
        #expect(throws: ReadingError.binary("a PDF document")) { try readPage(Array("%PDF-1.7 ...".utf8), source: "-") }
    }
}
