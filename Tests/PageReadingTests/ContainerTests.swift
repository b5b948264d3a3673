import DiscourseModel
import Markup
import Testing

@testable import PageReading

@Suite struct WARCTests {
    private let page = "<html><body><p>The mill wheel turns again.</p></body></html>"
    private func record(_ number: Int) -> [UInt8] { Packing.warc("https://mill.example/\(number)", body: page) }

    @Test(arguments: [3, 500, 100_000])
    func recordsGiveAddressTimeAndCharset(step: Int) throws {
        let other = Packing.warc("https://mill.example/x.png", body: "PNG", contentType: "image/png") + Packing.warc("https://mill.example/0", body: Array("GET /".utf8), type: "request")
        let moved = Packing.warc("https://mill.example/old", body: Array("HTTP/1.1 301 Moved\r\nLocation: /new\r\n\r\n".utf8))
        let records = Records(record(0) + other + moved + Packing.warc("<https://mill.example/1>", body: page, contentType: "text/html; charset=\"Windows-1251\""), step: step)
        #expect(records.pages.map(\.url) == ["https://mill.example/0", "https://mill.example/1"])
        #expect(records.pages.map(\.charset) == ["utf-8", "Windows-1251"])
        #expect(records.pages[0].captured?.iso8601 == "2024-05-06T07:08:09Z")
        #expect(records.texts == [page, page])
        #expect(records.failed.isEmpty && records.warnings.isEmpty)
        #expect(records.passedOver == ["WARC responses: media type image/png": 1, "WARC records of type request": 1, "WARC responses: HTTP status 301": 1])
    }

    @Test func aWETRecordIsText() throws {
        let text = "Mill news\n\nThe wheel turns again, said <b>the miller</b>.\n"
        let records = Records(Packing.warc("https://mill.example/t", body: Array(text.utf8), type: "conversion", contentType: "text/plain"))
        let read = try readPage(try #require(records.pages.first))
        #expect(read.page.media == .text && read.page.url == "https://mill.example/t")
    }

    @Test func aCorruptMemberCostsOneRecord() throws {
        var members = (0..<20).map { Packing.gzip(record($0)) }
        for at in 20..<120 { members[9][at] ^= 0x5A }
        let records = Records(members.flatMap { $0 })
        #expect(records.pages.map(\.url) == (0..<20).filter { $0 != 9 }.map { "https://mill.example/\($0)" })
        #expect(records.failed.count == 1)
        #expect(records.failed[0].reason.contains("(9 records read)"))
    }

    @Test func aCutMemberIsNamedWithItsRecord() throws {
        // Noise does not pack, so that the record's header can be read from the part that is there.
        var state: UInt64 = 7
        let noise = (0..<20_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return 0x61 + UInt8(truncatingIfNeeded: state >> 40) % 26
        }
        let last = Packing.gzip(Packing.warc("https://mill.example/cut", body: String(decoding: noise, as: UTF8.self)))
        let records = Records(Packing.gzip(record(0)) + last[..<(last.count / 2)])
        #expect(records.pages.count == 1)
        #expect(records.failed.count == 1)
        #expect(records.failed[0].reason.contains("gzip stream ends early at byte"))
        #expect(records.failed[0].reason.contains("lost with it: record 2, https://mill.example/cut"))
    }

    @Test func aWholeArchiveInOneMemberIsReadWithANote() {
        let records = Records(Packing.gzip((0..<20).flatMap { record($0) }))
        #expect(records.pages.count == 20 && records.failed.isEmpty)
        #expect(records.warnings.map(\.reason).joined().contains("one gzip member"))
    }

    @Test func wrongLengthsAreFoundOut() {
        for length in [50, 99_999_999_999, page.utf8.count + 400] {
            let wrong = Packing.warc("https://mill.example/wrong", body: page, length: length)
            let records = Records(record(0) + wrong + record(2) + record(3))
            #expect(records.pages.map(\.url) == ["https://mill.example/0", "https://mill.example/wrong", "https://mill.example/2", "https://mill.example/3"], "\(length)")
            #expect(records.texts == [page, page, page, page])
            #expect(records.warnings.count == 1 && records.failed.isEmpty)
        }
        for length in ["-1", "many", ""] {
            let bad = Array("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://mill.example/bad\r\nContent-Length: \(length)\r\n\r\nabc\r\n\r\n".utf8)
            let records = Records(bad + record(1))
            #expect(records.pages.map(\.url) == ["https://mill.example/1"])
            #expect(records.failed.map(\.kind) == [.badRecord])
        }
    }

    @Test func aRecordOverTheLimitIsNamedAndTheNextIsRead() {
        let large = Packing.warc("https://mill.example/large", body: String(repeating: "wheel ", count: 50_000))
        let records = Records(record(0) + large + record(2), limit: 100_000)
        #expect(records.pages.map(\.url) == ["https://mill.example/0", "https://mill.example/2"])
        #expect(records.failed.map(\.kind) == [.tooLarge])
        #expect(records.failed.first?.source == "file#2")
    }

    @Test func bodiesAreUnchunkedAndUnpacked() throws {
        let packed = Packing.gzip(page)
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
        let half = packed.count / 2
        let chunked = Array("\(String(half, radix: 16));x=1\r\n".utf8) + packed[..<half] + Array("\r\n\(String(packed.count - half, radix: 16))\r\n".utf8) + packed[half...] + Array("\r\n0\r\n\r\n".utf8)
        let both = Packing.warc("u:1", body: Array("\(head)Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n".utf8) + chunked)
        let undone = Packing.warc("u:2", body: Array("\(head)Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n\(page)".utf8))
        let deflated = Packing.warc("u:3", body: Array("\(head)Content-Encoding: deflate\r\n\r\n".utf8) + Packing.raw(Array(page.utf8)))
        let brotli = Packing.warc("u:5", body: Array("\(head)Content-Encoding: br\r\n\r\n".utf8) + Packing.brotli(page))
        let zstd = Packing.warc("u:6", body: Array("\(head)Content-Encoding: zstd\r\n\r\n".utf8) + Packing.zstd(Array(page.utf8)))
        let records = Records(both + undone + deflated + brotli + zstd)
        #expect(records.texts == [page, page, page, page, page])
        let wrong = Records(Packing.warc("u:7", body: Array("\(head)Content-Encoding: br\r\n\r\n".utf8) + packed))
        #expect(wrong.pages.isEmpty && wrong.failed.map(\.kind) == [.damaged])
        let unknown = Records(Packing.warc("u:8", body: Array("\(head)Content-Encoding: dcb\r\n\r\n".utf8) + packed))
        #expect(unknown.failed.map(\.reason) == ["u:8: its body is packed with 'dcb', which is not read"])
        let bomb = Packing.warc("u:4", body: Array("\(head)Content-Encoding: gzip\r\n\r\n".utf8) + Packing.gzip([UInt8](repeating: 0x42, count: 3 << 20)))
        let limited = Records(bomb + record(1), limit: 1 << 20)
        #expect(limited.pages.count == 1 && limited.failed.map(\.kind) == [.tooLarge])
    }

    @Test func whatIsNoRecordIsPassedOverAndSaid() {
        let records = Records(record(0) + Array("some line\r\nanother\r\n".utf8) + record(1))
        #expect(records.pages.count == 2)
        #expect(records.failed.count + records.warnings.count == 1)
        let end = Records(record(0) + record(1).dropLast(30))
        #expect(end.pages.count == 1)
        #expect(end.failed.map(\.kind) == [.damaged])
    }
}

@Suite struct JSONLineTests {
    @Test func everyGoodLineAndEveryBadOneByItsNumber() throws {
        let dump = """
            {"url":"https://reed.example/1","text":"The reed bends."}
            {"url":null,"text":null}
            {"text":["x"]}
            {"text":"cut
            no json
            []

            {"url":"https://reed.example/8","text":"\\ud800 lone \\udc00, \\ud83d\\ude00 whole, \\u00e9\\n"}
            {"text":"first","text":"second","n":1e999,"deep":\(String(repeating: "[", count: 5_000))\(String(repeating: "]", count: 5_000))}
            {"url":"https://reed.example/10","html":"<p>HTML</p>","text":""}
            {"text":"bad escape \\x"}
            {"text":"a","b":[1,2}
            \u{FEFF}{"text":"marked"}\r
            {"url":"https://reed.example/last","text":"LAST"}
            """
        let records = Records(Array(dump.utf8), source: "dump.jsonl")
        #expect(records.pages.map(\.source) == [1, 8, 9, 10, 13, 14].map { "dump.jsonl:\($0)" })
        #expect(records.texts == ["The reed bends.", "\u{FFFD} lone \u{FFFD}, 😀 whole, é\n", "second", "<p>HTML</p>", "marked", "LAST"])
        #expect(records.pages[3].media == .html && records.pages[0].media == .text)
        #expect(records.failed.map(\.source) == [2, 3, 4, 5, 6, 11, 12].map { "dump.jsonl:\($0)" })
        #expect(records.failed.allSatisfy { $0.kind == .badRecord && $0.container == "dump.jsonl" })
        #expect(records.failed[3].description == "dump.jsonl:5: not a JSON object at byte 1 of the line")
    }

    @Test func aMapSaysWhereThePartsStand() throws {
        let map = try JSONLineFields(map: "text=doc.content,url=source.url,captured=when")
        let line = #"{"when":"2024-05-06T07:08:09Z","doc":{"id":1,"content":"Words."},"source":{"kind":{"url":"no"},"url":"https://reed.example/"},"text":"other"}"#
        let page = try #require(Records(Array(line.utf8), map: map).pages.first)
        #expect(String(decoding: page.bytes, as: UTF8.self) == "Words.")
        #expect(page.url == "https://reed.example/")
        #expect(page.captured?.iso8601 == "2024-05-06T07:08:09Z")
        #expect(throws: ReadingProblem.self) { try JSONLineFields(map: "text") }
        #expect(throws: ReadingProblem.self) { try JSONLineFields(map: "title=x") }
        #expect(throws: ReadingProblem.self) { try JSONLineFields(map: "text=a..b") }
    }

    @Test func nulAndBadBytesInALineAreCounted() throws {
        let records = Records(Array(#"{"url":"n\u0000","text":"a\u0000b "#.utf8) + [0xFF, 0xFE] + Array(" and words\"}".utf8), source: "x.jsonl")
        let read = try readPage(try #require(records.pages.first))
        #expect(read.page.replacedBytes == 3)
        #expect(read.page.encoding == "utf-8")
        #expect(read.page.url == "n\u{FFFD}")
    }
}

@Suite struct SavedPageTests {
    @Test(arguments: [false, true])
    func aZipIsReadLikeAFolder(hasDescriptor: Bool) {
        let zip = Packing.zipEntry("news/a.html", "<p>A</p>", hasDescriptor: hasDescriptor) + Packing.zipEntry("news/a_files/ad.html", "<p>ad</p>", hasDescriptor: hasDescriptor)
            + Packing.zipEntry("news/pic.png", "PNG") + Packing.zipEntry("b.txt", "B", isPacked: false) + Packing.zipEntry("dump.jsonl", "{\"text\":\"C\"}\n{\"text\":\"D\"}\n")
            + Packing.zipEntry("large.html", String(repeating: "<p>E</p>", count: 2_000)) + Packing.zipEntry("last.html", "<p>F</p>") + Packing.zipEnd
        let records = Records(zip, source: "saved.zip", limit: 10_000)
        #expect(records.pages.map(\.source) == ["saved.zip/news/a.html", "saved.zip/b.txt", "saved.zip/dump.jsonl:1", "saved.zip/dump.jsonl:2", "saved.zip/last.html"])
        #expect(records.texts == ["<p>A</p>", "B", "C", "D", "<p>F</p>"])
        #expect(records.failed.map(\.source) == ["saved.zip/large.html"])
        #expect(records.passedOver.values.reduce(0, +) == 2)
        let cut = Records(Array(zip[..<(zip.count - 40)]), source: "saved.zip")
        #expect(cut.failed.contains { $0.kind == .damaged })
    }

    /// Archives that were written as a stream say behind an entry how long it was, in two manners.
    @Test(arguments: [true, false], [1, 13, 1_000])
    func storedEntriesWithoutASizeAreReadUpToWhatStatesIt(isMarked: Bool, step: Int) {
        let inner = String(decoding: Packing.zipEntry("x", "PK", isPacked: false, hasDescriptor: true) + Packing.zipEnd, as: UTF8.self)
        func entry(_ name: String, _ content: String, method: Int? = nil) -> [UInt8] {
            Packing.zipEntry(name, content, isPacked: false, hasDescriptor: true, isMarked: isMarked, method: method)
        }
        let zip = entry("a.html", "<p>A PK\u{7}\u{8} PK</p>") + entry("pic.png", inner) + entry("odd.html", "<p>packed PK</p>", method: 99) + entry("e.txt", inner)
            + entry("large.html", String(repeating: "<p>E</p>", count: 2_000)) + entry("last.html", "<p>F</p>") + Packing.zipEnd
        let records = Records(zip, source: "saved.zip", limit: 10_000, step: step)
        #expect(records.pages.map(\.source) == ["saved.zip/a.html", "saved.zip/e.txt/x", "saved.zip/last.html"])
        #expect(records.texts.first == "<p>A PK\u{7}\u{8} PK</p>")
        #expect(records.failed.map(\.source) == ["saved.zip/odd.html", "saved.zip/large.html"])
        #expect(records.failed.map(\.kind) == [.unreadable, .tooLarge])
        #expect(Records(Array(zip[..<60]), source: "saved.zip").failed.map(\.kind) == [.damaged])
    }

    @Test func anMHTMLFileIsItsFirstPage() throws {
        let mail = """
            From: <Saved by Blink>\r
            Snapshot-Content-Location: https://quay.example/story\r
            Subject: =?utf-8?Q?Quay?=\r
            Date: Tue, 14 May 2024 09:05:00 +0200\r
            MIME-Version: 1.0\r
            Content-Type: multipart/related;\r
            \ttype="text/html";\r
            \tboundary="----Boundary=_1"\r
            \r
            \r
            ------Boundary=_1\r
            Content-Type: text/html; charset=iso-8859-1\r
            Content-Transfer-Encoding: quoted-printable\r
            Content-Location: https://quay.example/story\r
            \r
            <html><body><p class=3D"a">Gr=FC=DFe vom =\r
            Kai</p></body></html>\r
            ------Boundary=_1\r
            Content-Type: image/png\r
            Content-Transfer-Encoding: base64\r
            \r
            iVBORw0KGgo=\r
            ------Boundary=_1--\r

            """
        let records = Records(Array(mail.utf8), source: "quay.mhtml")
        let raw = try #require(records.pages.first)
        #expect(records.pages.count == 1)
        let read = try readPage(raw)
        #expect(read.page.url == "https://quay.example/story")
        #expect(read.page.captured?.iso8601 == "2024-05-14T09:05:00+02:00")
        #expect(read.page.encoding == "windows-1252")
        #expect(String(decoding: try decodePage(raw).utf8, as: UTF8.self).contains("<p class=\"a\">Grüße vom Kai</p>"))
        #expect(Records(Array("Content-Type: a list of things\n\nText".utf8)).pages.count == 1)
    }

    @Test func base64AndQuotedPrintable() {
        #expect(fromBase64(Array("V2VpciBhbmQg\r\nbWlsbA==".utf8)[...]) == Array("Weir and mill".utf8))
        #expect(fromQuotedPrintable(Array("a=3Db =\n c=ZZ=".utf8)[...]) == Array("a=b  c=ZZ=".utf8))
    }

    @Test func aSavedViewOfTheSourceIsThePage() throws {
        let chromium = """
            <html><head><meta name="color-scheme"></head><body><div class="line-gutter-backdrop"></div><table><tbody>\
            <tr><td class="line-number" value="1"></td><td class="line-content"><span class="html-tag">&lt;html&gt;</span>&lt;title&gt;Weir&lt;/title&gt;</td></tr>\
            <tr><td class="line-number" value="2"></td><td class="line-content">&lt;body&gt;&lt;p id="w"&gt;Water &amp;amp; stone&lt;/p&gt;</td></tr></tbody></table></body></html>
            """
        let firefox = """
            <!DOCTYPE html><html><head><title>https://weir.example/</title></head><body id="viewsource" class="highlight"><pre id="line1"><span>&lt;<span class="start-tag">html</span>&gt;</span>\
            &lt;body&gt;&lt;p id="w"&gt;Water &amp;amp; stone&lt;/p&gt;
            </pre></body></html>
            """
        for view in [chromium, firefox] {
            let read = try readPage(Array(view.utf8), source: "-")
            guard case .html(let html) = read.document else { throw ReadingError.empty }
            let paragraph = try #require((0..<html.count).first { html.attribute($0, .id) == "w" })
            #expect(html.plainText(paragraph) == "Water & stone")
            #expect(read.notes.contains { $0.message.contains("view of the page's source") })
        }
    }

    /// Code that a blog offers to be copied makes no markup of its text.
    @Test func codeInATextIsText() throws {
        let words = String(repeating: "Words about boats, and about the quay.\n", count: 1_000)
        #expect(try readPage(Array((words + "<div><a href=/b><img src=/b.png></a></div><p>Boats</p>").utf8), source: "-").page.media == .text)
    }

    @Test func fragmentsAndXHTMLAreMarkup() throws {
        #expect(try readPage(Array("<p>One</p><p>Two</p>".utf8), source: "-").page.media == .html)
        let xhtml = Array("<?xml version=\"1.0\" encoding=\"iso-8859-2\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><div/><p>".utf8) + [0xB1] + Array("</p></body></html>".utf8)
        let read = try readPage(xhtml, source: "-")
        #expect(read.page.media == .html && read.page.encoding == "iso-8859-2")
        guard case .html(let html) = read.document else { throw ReadingError.empty }
        let paragraph = try #require((0..<html.count).first { html.name($0) == .p })
        #expect(html.plainText(paragraph) == "ą")
        #expect(html.parent(paragraph).map(html.name) == .body)
    }
}
