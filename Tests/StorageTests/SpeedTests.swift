import struct DiscourseModel.Comment
import DiscourseModel
import Foundation
import Storage
import Testing

/// Run with: REJOINDER_MEASURE=1000000 swift test -c release -Xswiftc -enable-testing --filter SpeedTests
@Suite(.enabled(if: ProcessInfo.processInfo.environment["REJOINDER_MEASURE"] != nil, "a measurement: set REJOINDER_MEASURE to a number of comments"))
struct SpeedTests {
    @Test func storesLoadsAndLists() throws {
        let total = ProcessInfo.processInfo.environment["REJOINDER_MEASURE"].flatMap { Int($0) } ?? 1_000_000
        let each = 200
        let folder = try Folder()
        let dice = Dice(state: 1)
        let words = (0..<5_000).map { "w\($0 * 7919 % 5_003)x" }
        let pages = (0..<(total / each)).map { number in
            AnalyzedPage(
                page: Page(id: "sha\(number)", source: "\(number).html", url: "https://news.test/\(number)", media: .html, byteCount: 1),
                article: Article(title: "Title \(number)"),
                discussion: Discussion(
                    platform: "generic",
                    comments: (0..<each).map { index in
                        Comment(
                            id: Comment.id(at: index), author: Author(name: "author \(dice.number(0...20_000))"),
                            posted: Timestamp(year: 2020, month: 1, day: 2, hour: 3, minute: 4), postedText: "2 Jan 2020 03:04",
                            text: (0..<25).map { _ in dice.pick(words) }.joined(separator: " "))
                    },
                    replies: (0..<each).map { index in
                        index % 2 == 0 ? nil : Reply(parent: index - 1, evidence: .init(rawValue: "nesting"), isExplicit: true, confidence: 1)
                    }))
        }
        let store = try Store(path: folder.file())
        var clock = ContinuousClock.now
        for start in stride(from: 0, to: pages.count, by: 250) {
            _ = try store.store(Array(pages[start..<min(start + 250, pages.count)]))
        }
        var seconds = (ContinuousClock.now - clock) / .seconds(1)
        // Two rows a comment (comments, comment_captures), a reply for every second one, and the full-text index.
        print("stored \(total) comments in \(seconds) s: \(Double(total) / seconds) comments/s, \(Double(total) * 2.5 / seconds) rows/s")
        // A floor: 33,000 were measured on two cores busy with other builds.
        #expect(Double(total) * 2.5 / seconds > 20_000)
        clock = .now
        for article in 1...100 { _ = try store.load(article: article) }
        seconds = (ContinuousClock.now - clock) / .seconds(1)
        print("loaded 100 articles of \(each) comments in \(seconds) s")
        clock = .now
        _ = try store.store(Array(pages.prefix(1_000)))
        print("stored 1000 known pages again in \((ContinuousClock.now - clock) / .seconds(1)) s")
        clock = .now
        _ = try store.articles()
        print("listed \(pages.count) articles in \((ContinuousClock.now - clock) / .seconds(1)) s")
    }
}
