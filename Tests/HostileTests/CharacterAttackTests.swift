import DiscourseModel
import Foundation
import PageReading
import Pipeline
import Testing

/// Bytes that are not the text they say, and characters that deceive.
@Suite struct CharacterAttackTests {
    private func page(_ encoding: String.Encoding, head: String, _ author: String, _ text: String) throws -> AnalyzedPage {
        let page = HostilePage.page(HostilePage.section(HostilePage.comment("1", author, text), HostilePage.comment("2", author, text)), head: head)
        return try HostilePage.analyzed(Array(try #require(page.data(using: encoding))))
    }

    private static let gbk = String.Encoding(rawValue: 0x8000_0632)

    private func expect(_ page: AnalyzedPage, _ author: String, _ text: String, _ what: String) {
        #expect(page.texts == [text, text] && page.names == [author, author], "\(what): \(page.names) \(page.texts)")
    }

    @Test func theTextIsReadWhateverTheLabel() throws {
        let russian = "Маяк надо сохранить, я так считаю. Это наша история!"
        for head in ["<meta charset=windows-1251>", "<meta charset=utf-8>", ""] { expect(try page(.windowsCP1251, head: head, "Ольга", russian), "Ольга", russian, "cp1251 with '\(head)'") }
        let german = "Schöne „Grüße“ – für 5 € übrig…"
        expect(try page(.windowsCP1252, head: "<meta charset=iso-8859-1>", "Jörg", german), "Jörg", german, "cp1252 as latin-1")
        let japanese = "灯台を残すことに賛成します。うれしいです。"
        expect(try page(.shiftJIS, head: "<!--\(String(repeating: "-x", count: 1_500))--><meta charset=shift_jis>", "花子", japanese), "花子", japanese, "Shift JIS, told late")
        let utf16 = HostilePage.page(HostilePage.section(HostilePage.comment("1", "Özge", "Güzel"), HostilePage.comment("2", "Özge", "Güzel")))
        expect(try HostilePage.analyzed([0xFF, 0xFE] + Array(try #require(utf16.data(using: .utf16LittleEndian)))), "Özge", "Güzel", "UTF-16 with its mark")
    }

    /// GB 2312 is a name for GBK: 喆 is not in the former. (GBK bytes by hand: the Foundation of this platform may lack the encoding.)
    @Test func gb2312MeansGBK() throws {
        let body = HostilePage.section(HostilePage.comment("1", "#", "%"), HostilePage.comment("2", "#", "%"))
        let page = HostilePage.page(body, head: "<meta http-equiv=content-type content=\"text/html; charset=gb2312\">")
        let bytes = page.utf8.flatMap { byte -> [UInt8] in byte == 0x23 ? [0xC0, 0xEE, 0x86, 0xB4] : byte == 0x25 ? [0xCE, 0xD2, 0xCD, 0xAC, 0xD2, 0xE2] : [byte] }
        expect(try HostilePage.analyzed(bytes), "李喆", "我同意", "GBK labelled gb2312")
    }

    @Test func theLabelUTF7IsPassedOver() throws {
        let text = "+ADw-b+AD4-bold+ADw-/b+AD4-"
        let page = try page(.utf8, head: "<meta charset=\"utf-7\">", "Runa", text)
        #expect(page.texts == [text, text])
    }

    @Test func badBytesAreShownAndCounted() throws {
        let whole = HostilePage.page(HostilePage.section(HostilePage.comment("1", "Jörg", "für ~ alle"), HostilePage.comment("2", "Tove", "the last words")))
        let bytes = whole.utf8.flatMap { $0 == 0x7E ? [0xFF, 0xED, 0xA0, 0x80, 0xC0] : [$0] as [UInt8] }
        let page = try HostilePage.analyzed(bytes)
        #expect(page.texts[0].hasPrefix("für \u{FFFD}") && page.texts[0].hasSuffix("\u{FFFD} alle"))
        #expect(page.texts[1] == "the last words")
        #expect(page.page.replacedBytes == 5 && page.hasNote("5 bytes could not be read as utf-8"))
    }

    @Test func nulIsShownAndCutsNothing() throws {
        let page = try HostilePage.analyzed(HostilePage.page(HostilePage.section(HostilePage.comment("1", "Ru\u{0}na", "x\u{0}y"), HostilePage.comment("2", "Tove", "the last words"))))
        #expect(page.texts == ["x\u{FFFD}y", "the last words"] && page.names[0] == "Ru\u{FFFD}na")
        #expect(page.page.replacedBytes == 2)
    }

    /// WHATWG HTML, 13.2.5.80.
    @Test func numericReferencesAreReadAsBrowsersDo() throws {
        let section = HostilePage.section(
            HostilePage.comment("1", "&#xD83D;", "&#0;|&#x110000;|&#xFFFFFFFFFFFF;|&#4294967361;|&#128;|It&#146;s|&#x93;so&#x94|&#133;|&#65;&#x42;"),
            HostilePage.comment("2", "Tove", String(repeating: "&", count: 30_000)), HostilePage.comment("3", "Ulf", "the last words"))
        let page = try HostilePage.analyzed(HostilePage.page(section))
        #expect(page.texts[0] == "\u{FFFD}|\u{FFFD}|\u{FFFD}|\u{FFFD}|€|It’s|“so”|…|AB")
        #expect(page.names[0] == "\u{FFFD}")
        #expect(page.texts[1].utf8.count == 30_000 && page.texts[2] == "the last words")
    }

    /// Names that came after HTML 4; what is no name is text.
    @Test func namedReferencesAreReadAsBrowsersDo() throws {
        let page = try HostilePage.analyzed(HostilePage.page(HostilePage.section(HostilePage.comment("1", "Jos&eacute; &Lstrok;uk", "a&lpar;b&rpar;&comma; 5&percnt; &zcaron;e&ccaron;; &dcy;a &frac13;&hellip; &amp;lpar; &lpar &nosuchname; &lparen; &;"), HostilePage.comment("2", "Tove", "No."))))
        #expect(page.names[0] == "José Łuk")
        #expect(page.texts[0] == "a(b), 5% žeč; дa ⅓… &lpar; &lpar &nosuchname; &lparen; &;")
    }

    /// A reference that is written out is shorter than it was: places still are those of the page as it came in.
    @Test func placesAreThoseOfThePageAsItCameIn() throws {
        let bytes = Array(HostilePage.page("<p>&#146;&#146;&#0;</p>" + HostilePage.section(HostilePage.comment("1", "Runa", "It&#146;s"), HostilePage.comment("2", "Tove", "So&#133;"))).utf8)
        let page = try HostilePage.analyzed(bytes)
        for (comment, id) in zip(page.discussion.comments, ["comment-1", "comment-2"]) {
            let place = try #require(comment.place)
            let source = String(decoding: bytes[place.start..<place.end], as: UTF8.self)
            #expect(source.contains(id == "comment-1" ? "It&#146;s" : "So&#133;") && source.hasSuffix("</div>"), "\(source)")
        }
    }

    @Test func mojibakeIsLeftAsItIs() throws {
        let text = "GrÃ¼ÃŸe vom Turm"
        expect(try page(.utf8, head: "<meta charset=utf-8>", "JÃ¶rg", text), "JÃ¶rg", text, "double mojibake")
    }

    @Test func deceivingCharactersAreKeptAndAuthorsApart() throws {
        let texts = ["\u{202E}live\u{202C} \u{2066}x\u{2069} b\u{200D}c so\u{AD}ft", "one", "two", "three", "four", "Z" + String(repeating: "\u{301}", count: 2_000)]
        let names = ["ru\u{202E}na", "Оlga", "Olga", "Rene\u{301}", "René", "Ulf"]
        let page = try HostilePage.analyzed(HostilePage.page("<section id=\"comments\">\(zip(names, texts).enumerated().map { HostilePage.comment("\($0.offset)", $0.element.0, $0.element.1) }.joined())</section>"))
        #expect(page.texts.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
        #expect(page.names[1] != page.names[2])
        // Swift's `==` is canonical equivalence.
        #expect(page.names[3] == page.names[4])
    }

    @Test func textsOfAnyLineEnds() throws {
        let text = "The lighthouse stays\r\n\r\nThe council kept it.\rIt burns.\nComments (2)\u{2028}Runa — 2 hours ago\u{85}Good.\u{B}\u{C}Tove\nReply\nAnd who pays?"
        _ = try HostilePage.analyzed(Array(text.utf8), source: "page.txt")
    }

    @Test func aProgramAndAnEmptyFileAreNamed() {
        var noise: UInt64 = 3
        let bytes = [0x7F, 0x45, 0x4C, 0x46] + (0..<20_000).map { _ -> UInt8 in
            noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: noise >> 56)
        }
        #expect(throws: PageRefusal.unreadable(.binary("a program (ELF)"))) { try HostilePage.analyzed(bytes) }
        #expect(throws: PageRefusal.unreadable(.empty)) { try HostilePage.analyzed("") }
        #expect(throws: PageRefusal.unreadable(.empty)) { try HostilePage.analyzed(" \n\t") }
    }

    @Test(arguments: ["one line", "quotes", "speakers"]) func longTextsAreRead(_ kind: String) throws {
        let text = switch kind {
        case "one line": String(repeating: "lamp ", count: 300_000)
        case "quotes": (1..<800).map { String(repeating: ">", count: $0) + " level \($0)" }.joined(separator: "\n")
        default: String(repeating: "Runa says:\nTove says:\n", count: 18_000)
        }
        #expect(try HostilePage.analyzed(Array(text.utf8), source: "page.txt").page.byteCount == text.utf8.count)
    }
}
