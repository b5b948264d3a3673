import Foundation
import Synchronization
import Testing

@testable import Markup

@Suite struct ReadingLimitTests {
    private func elements(_ html: HTMLDocument, _ name: Name) -> [Int] { (0..<html.count).filter { html.name($0) == name } }

    @Test func attributesBeyondTheLimitAreLeftOutAndSaid() throws {
        let attributes = (0..<60_000).map { " a\($0)='>'" }.joined()
        let page = "<html><body><p id=before>A</p><div\(attributes)><p id=in>B</p></div><p id=after>C</p></body></html>"
        let clock = ContinuousClock()
        var html = HTMLDocument(utf8: [])
        let time = clock.measure { html = HTMLDocument(utf8: Array(page.utf8)) }
        #expect(time < .seconds(5), "\(time)")
        #expect(elements(html, .p).map { html.plainText($0) } == ["A", "B", "C"])
        let div = try #require(elements(html, .div).first)
        #expect(html.allAttributes(div).count == 4_096)
        #expect(html.limits == ["limit:attributes: \(60_000 - 4_096) attributes beyond the first 4096 of an element were left out; --max-attributes"])
        // Places in the page stay what they were.
        let last = try #require(elements(html, .p).last)
        let range = html.sourceRange(last..<html.end(last))
        #expect(String(decoding: Array(page.utf8)[range], as: UTF8.self).hasPrefix(">C"))
    }

    @Test func whatIsNoTagIsNotCut() {
        let words = String(repeating: "word ", count: 9_000)
        let pages = [
            "<html><body><p title=\"\(words)\">A</p></body></html>", "<html><script>if (a <b \(words))</script><p>A</p></html>", "<html><!-- <b \(words) --><p>A</p></html>",
            "<html><style>a <b \(words)</style><p>A</p></html>", "<p>1 < 2 \(words)</p>",
        ]
        func dropped(_ page: String) -> Int { Array(page.utf8).withUnsafeBufferPointer { ParserPage($0, attributes: 4_096, isMarked: true).droppedAttributes } }
        for page in pages { #expect(dropped(page) == 0, "\(page.prefix(30))") }
        #expect(dropped("<p \(words)>A</p>") == 9_000 - 4_096)
    }

    /// Deep nesting takes no stack: half a megabyte is enough for a million levels.
    @Test func aMillionLevelsNeedNoStack() {
        let result = Mutex<(count: Int, text: Bool)?>(nil)
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            let html = HTMLDocument(utf8: Array(String(repeating: "<div>", count: 1_000_000).utf8) + Array("THE END".utf8))
            let hasText = (0..<html.count).contains { html.isText($0) && html.textBytes($0).elementsEqual("THE END".utf8) }
            result.withLock { $0 = (html.count, hasText) }
            done.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        done.wait()
        #expect(result.withLock { $0?.count ?? 0 } > 1_000_000)
        #expect(result.withLock { $0?.text } == true)
    }
}
