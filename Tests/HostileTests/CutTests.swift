import DiscourseModel
import Foundation
import PageReading
import PatternTagging
import Pipeline
import Testing

/// Inputs cut off: nothing crashes, spans lie in their texts, replies are a forest. A few hundred cuts; `REJOINDER_CUT_ALL=1` makes all of them.
@Suite struct CutTests {
    private static let cutsAll = ProcessInfo.processInfo.environment["REJOINDER_CUT_ALL"] != nil

    private func cuts(of count: Int) -> [Int] {
        // 61 is prime, so that in the course of the inputs every place in a tag, a line and a character is met.
        Array(Swift.stride(from: 1, through: count, by: Self.cutsAll ? 1 : max(1, min(61, count / 120))))
    }

    static let pages: [(name: String, text: String)] = [
        ("nested.html", HostilePage.page(HostilePage.section(
            "<div class=\"comment\" id=\"comment-1\"><span class=\"author\">Runa</span> <time datetime=\"2023-03-04\">4 March</time><p>It&#146;s “für” alle &hellip; <b>bold<i>both</b>",
            HostilePage.comment("2", "Tove", "<blockquote>It’s für alle</blockquote>No, @Runa! <a href='/x?a=1&b=2'>see</a>", parent: "1"), "</div>", HostilePage.comment("3", "Ulf", "<!-- x --><script>var a = '</p>'</script>第三の意見です。")))),
        ("table.html", "<html><body><table><tr><td><b>Runa</b><br>4 March 2023, 18:30<td>The first of three posts, with words.<tr><td><b>Tove</b><br>4 March 2023, 19:10<td>[quote=Runa]first[/quote] The second of three.<tr><td><b>Ulf</b><br>5 March 2023, 07:00<td>The third of three posts.</table></body></html>"),
        ("statement.html", "<html><head><script type=\"application/ld+json\">{\"@type\":\"Article\",\"comment\":[{\"@type\":\"Comment\",\"text\":\"A \\u00e4 \\ud83d\\ude00\",\"author\":{\"name\":\"Runa\"},\"dateCreated\":\"2023-03-04T18:30:00Z\"}]}</script></head><body><p>The council kept the lighthouse.</p></body></html>"),
        ("bullets.txt", "The lighthouse stays\n\nThe town council voted to keep the old lighthouse, after two years of quarrel.\n\n3 comments\n  • Runa, 4 March 2023\n    It’s the only light.\n      • Tove, 5 March 2023\n        > It’s the only light.\n        Who pays?\n  • Ulf, 6 March 2023\n    灯台です。\n"),
        ("forum.txt", "Runa wrote:\n> who pays\nWe do.\n\nPosted by Tove on 4 March 2023 at 18:30\nRe: lamp\nNot I.\n--\nsigned\n\nUlf (2 hours ago)\nReply | +3\n@Tove All of us.\n"),
    ]

    @Test(arguments: pages.map(\.name)) func pagesCut(_ name: String) throws {
        let bytes = Array(try #require(Self.pages.first { $0.name == name }).text.utf8)
        for count in cuts(of: bytes.count) {
            guard let page = try? analyzePage(Array(bytes[..<count]), source: name, options: AnalysisOptions()) else { continue }
            expectSound(page, "\(name) cut at \(count)")
        }
        _ = try HostilePage.analyzed(bytes, source: name)
    }

    /// Cut UTF-16 and a page behind an XML declaration end inside a character, a declaration or a DTD.
    @Test func encodedAndDeclaredPagesCut() throws {
        let html = Self.pages[0].text
        let wide = [0xFE, 0xFF] + Array(try #require(html.data(using: .utf16BigEndian)))
        let declared = Array(("<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"b]>\">]>" + html).utf8)
        for bytes in [wide, declared] {
            for count in cuts(of: bytes.count) { if let page = try? analyzePage(Array(bytes[..<count]), source: "cut", options: AnalysisOptions()) { expectSound(page, "cut at \(count)") } }
        }
    }

    static let containers: [(name: String, bytes: [UInt8], records: Int)] = {
        let lines = (1...4).map { "{\"url\":\"https://pier.example/\($0)\",\"text\":\"The lamp no. \($0) \\ud83d\\ude00 \\u00fc burns.\\nSo it does.\",\"n\":[1,{\"a\":null}]}\n" }.joined()
        let response = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\n<html><body>Lamp</body></h\r\n4\r\ntml>\r\n0\r\n\r\n"
        let records = (1...3).map { "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://pier.example/\($0)\r\nWARC-Date: 2023-03-04T18:30:00Z\r\nContent-Type: application/http\r\nContent-Length: \(response.utf8.count)\r\n\r\n\(response)\r\n\r\n" }.joined()
        let mhtml = "MIME-Version: 1.0\r\nSnapshot-Content-Location: https://pier.example/\r\nContent-Type: multipart/related; boundary=\"--x\"\r\n\r\n----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body>f=C3=BCr=\r\n alle</body></html>\r\n----x--\r\n"
        return [("lines.jsonl", Array(lines.utf8), 4), ("crawl.warc", Array(records.utf8), 3), ("saved.mhtml", Array(mhtml.utf8), 1)]
    }()

    /// Whole records that stand before the cut are given, whatever comes behind them.
    @Test(arguments: containers.map(\.name), [1, 4_096]) func containersCut(_ name: String, step: Int) throws {
        let container = try #require(Self.containers.first { $0.name == name })
        let size = container.bytes.count / container.records
        for count in cuts(of: container.bytes.count) {
            var at = 0
            let records = PageRecords(source: name) { room in
                let taken = min(room.count, count - at, step)
                if taken == 0 { return .end }
                room.copyBytes(from: container.bytes[at..<at + taken])
                at += taken
                return .bytes(taken)
            }
            var pages = 0, items = 0
            while let item = records.next() {
                items += 1
                guard case .page(let raw) = item else { continue }
                pages += 1
                _ = try? analyzePage(raw.bytes, source: raw.source, options: AnalysisOptions())
            }
            #expect(pages >= (count - 4) / size - (container.records == 1 ? 1 : 0) && items <= container.records + 2, "\(name) cut at \(count): \(pages) pages, \(items) items")
        }
    }

    @Test func patternFilesCut() {
        let text = "format = 1\nset = \"sea\"\nkind = \"rhetoric\"\nlanguage = \"en\"\n[fragments]\nwho = '(?:we|you)'\n[[tag]]\nid = \"lamp\"\nlabel = \"Läm\\u0070\"\nany = ['lamps?', \"\\\\blight\\\\b\", '''{who} burn''']\nall = ['x']\nunless = ['no lamp']\nnear = { a = 'lamp', b = 'sea', words = 4 }\nmatch = [\"the [[lamp]]\", { parent = 'a', text = 'b' }]\n"
        let bytes = Array(text.utf8)
        for count in cuts(of: bytes.count) {
            let cut = String(decoding: bytes[..<count], as: UTF8.self)
            let (library, problems) = PatternLibrary.load([PatternFile(path: "cut.toml", text: cut)])
            for tagging in library.makeTagger().tag("the lamp, we burn") { #expect(tagging.span.end <= 17) }
            for problem in problems { #expect(problem.description.hasPrefix("cut.toml:") && problem.line >= 1 && problem.column >= 1, "cut at \(count)") }
            _ = library.checkExamples()
        }
    }
}
