import Foundation
import Pipeline
import Testing

/// No shape of page takes time that grows like the square of its size: that is what keeps `--max-time`, which is looked at between two stages.
@Suite(.serialized) struct GrowthTests {
    private static let words = "lamp harbour ferry winter council bridge mayor money always never people island rope weather morning engine quiet letter".split(separator: " ")

    private static func sentence(_ seed: Int, _ count: Int = 8) -> String { (0..<count).map { words[(seed &* 31 &+ $0 &* $0 &* 7 &+ $0) % words.count] }.joined(separator: " ") }
    private static func page(_ body: String) -> String { HostilePage.page(body) }

    /// The part of a page that is said again and again, by its number.
    static let shapes: [(name: String, part: @Sendable (Int) -> String)] = [
        ("open.html", { _ in "<b><i><font><a>" }), ("divs.html", { "<div>w\($0) " }), ("paragraphs.html", { _ in "<p>a" }), ("links.html", { "<li><a href=\"/u/\($0)\">u\($0)</a> " }),
        ("attributes.html", { "<div " + (0..<100).map { "a\($0)=1" }.joined(separator: " ") + ">x\($0)</div>" }), ("times.html", { _ in "<div><b>2 hours ago</b><i>May 5</i></div>" }),
        ("comments.html", { HostilePage.comment("\($0)", "user\($0)", sentence($0)) }), ("same.html", { HostilePage.comment("\($0)", "user\($0 % 9)", "The lamp is the only light we have, and the ferry needs it every night.") }),
        ("chain.html", { HostilePage.comment("\($0)", "user\($0)", sentence($0), parent: $0 > 0 ? "\($0 - 1)" : nil) }), ("ids.html", { HostilePage.comment("1", "user\($0)", "x y z", parent: "1") }),
        ("quotes.html", { HostilePage.comment("\($0)", "user\($0)", "<blockquote>\(sentence($0 / 2, 20))</blockquote>\(sentence($0, 4))") }),
        ("mentions.html", { HostilePage.comment("\($0)", "name\($0)", (0..<12).map { "@name\($0 * 7)" }.joined(separator: " ")) }),
        ("says.txt", { "ann\($0 % 50) says:\nbob says hello there\n" }), ("bullets.txt", { "\(String(repeating: " ", count: $0 % 9))* user\($0) 2 hours ago\n\(sentence($0))\n" }),
        ("records.txt", { "User\($0 % 99)\nJan \($0 % 28 + 1), 2024 10:15\n\(sentence($0))\nReply\n" }), ("levels.txt", { String(repeating: ">", count: $0 % 200 + 1) + " level\n" }),
        ("indents.txt", { String(repeating: " ", count: $0 % 200) + "w\($0)\n" }), ("words.txt", { _ in "word " }), ("line.txt", { _ in "says: 12 May 2015 reply " }), ("blanks.txt", { _ in "\n \n" }), ("colons.txt", { _ in "a: @b " }),
    ]

    @Test(arguments: shapes.map(\.name)) func timeGrowsWithThePage(_ name: String) throws {
        let part = try #require(Self.shapes.first { $0.name == name }).part
        func seconds(_ size: Int) throws -> Double {
            var body = "", number = 0
            while body.utf8.count < size { (body, number) = (body + part(number), number + 1) }
            let bytes = Array((name.hasSuffix("txt") ? "The lighthouse stays\n\n" + body : Self.page(body)).utf8)
            let start = clock()
            _ = try analyzePage(bytes, source: name, options: AnalysisOptions())
            return clock() - start
        }
        _ = try seconds(2_000)
        let small = try seconds(40_000), large = try seconds(320_000)
        // Eight times the page; sixty-four times the time would be its square.
        #expect(large < max(small, 0.02) * 24, "\(name): \(small) s, then \(large) s")
    }

    /// Seconds that this thread has worked: other work on the machine does not count.
    private func clock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
