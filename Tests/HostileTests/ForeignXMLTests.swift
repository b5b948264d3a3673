import DiscourseModel
import Foundation
import PageReading
import Pipeline
import Testing

@testable import rejoinder

/// XML that is no page is refused by its name, at once, and nothing in it is expanded or fetched.
@Suite struct ForeignXMLTests {
    private static let bomb = "<!ENTITY e0 \"ha ha\">" + (1...12).map { level in "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 12))\">" }.joined()
    private static let files = [
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<disqus xmlns=\"http://disqus.com\"><post><message>Good.</message></post></disqus>", "a Disqus export (XML)"),
        ("<disqus><post><message>Good.</message></post></disqus>", "a Disqus export (XML)"),
        ("<?xml version=\"1.0\"?><!-- > --><rss version=\"2.0\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel/></rss>", "a WordPress export (WXR)"),
        ("\u{FEFF}<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>x</title></item></channel></rss>", "a news feed (XML)"),
        ("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry/></feed>", "a news feed (XML)"),
        ("<?xml version='1.0'?><DieselEngine><part/></DieselEngine>", "an XML document (<dieselengine>)"),
        ("<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY n SYSTEM \"http://127.0.0.1:1/x\">]><rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>&x;&n;</channel></rss>",
            "a WordPress export (WXR) whose DTD declares entities; they are not expanded"),
        ("<?xml version=\"1.0\"?><!DOCTYPE d [\(bomb)]><disqus><post><message>&e12;</message></post></disqus>", "a Disqus export (XML) whose DTD declares entities; they are not expanded"),
        ("<disqus>" + String(repeating: "<post>", count: 60_000), "a Disqus export (XML)"),
    ]

    @Test(arguments: files) func isRefusedByItsName(_ xml: String, _ kind: String) {
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(throws: PageRefusal.unreadable(.binary(kind))) { try HostilePage.analyzed(xml) }
        }
        #expect(time < .seconds(1), "\(time)")
    }

    /// XHTML, fragments and texts that speak of XML are pages as before.
    @Test func pagesStayPages() throws {
        let section = HostilePage.section(HostilePage.comment("1", "Runa", "Good."), HostilePage.comment("2", "Tove", "So it is."))
        let html = HostilePage.page(section).replacing("<!DOCTYPE html>", with: "")
        for head in [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n", "<?xml version=\"1.0\"?>",
            "<!-- it's saved --><!DOCTYPE html>", "<!DOCTYPE html SYSTEM 'about:legacy-compat'>", "<!DOCTYPE html \">",
        ] { #expect(try HostilePage.analyzed(head + html).texts == ["Good.", "So it is."], "\(head)") }
        #expect(try HostilePage.analyzed("<?xml version=\"1.0\"?><div>\(section)</div>").texts.count == 2)
        #expect(try HostilePage.analyzed("<lighthouse-page>\(section)</lighthouse-page>").texts.count == 2)
        #expect(try HostilePage.analyzed("<?xml is how such a file begins, the clerk said.\n\nNobody had asked him about it at all.").page.media == .text)
    }

    /// The program names it, goes on with the next file, opens no file that the document names, and needs no network.
    @Test func theNextFileIsRead() throws {
        try withProgram { trial in
            try trial.write("the words of another file", to: "secret.txt")
            try trial.write("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"secret.txt\">]><rss><channel><title>&x;</title></channel></rss>", to: "feed.xml")
            try trial.write(HostilePage.page(HostilePage.section(HostilePage.comment("1", "Runa", "Good."), HostilePage.comment("2", "Tove", "So it is."))), to: "good.html")
            let outcome = try trial.run("extract", "feed.xml", "good.html", "--jsonl")
            #expect(outcome.status == 0 && outcome.output.split(separator: "\n").count == 1)
            #expect(outcome.errors.contains("feed.xml: not a page: a news feed (XML) whose DTD declares entities; they are not expanded; give saved HTML or plain text"))
            #expect(!(outcome.output + outcome.errors).contains("the words of another file"))
        }
    }
}
