import struct DiscourseModel.Comment
import DiscourseModel
import Pipeline
import Testing

@Suite struct ContactAddressTests {
    private func found(_ text: String) -> [String] { contactAddresses(in: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } }

    @Test(arguments: [
        ("Write to ida.berg+mill@post.weir.example.", ["ida.berg+mill@post.weir.example"]), ("連絡はbo@weir.example。", ["bo@weir.example"]),
        ("from 84.12.7.201, or [2001:db8::ff00:42:8329]", ["84.12.7.201", "2001:db8::ff00:42:8329"]), ("fe80:0:0:0:204:61ff:fe9d:f156", ["fe80:0:0:0:204:61ff:fe9d:f156"]),
        ("a@b.example and cafe@weir.example", ["a@b.example", "cafe@weir.example"]),
    ]) func addressesAreFound(text: String, addresses: [String]) {
        #expect(found(text) == addresses)
    }

    @Test(arguments: [
        "@ida wrote", "@ida@host.example", "me@home", "at 12:30:45 sharp", "version 10.4.2", "1.2.3.4.5", "999.1.1.1", "127.0.0.1", "ssh 192.168.12.7", "10.0.0.1", "172.20.1.2", "255.255.255.0", "std::string", "a@", "@", ":::", "12:30", "x@y.1", "",
        "score 3:2, then 4:2:1",
    ]) func otherWordsAreLeft(text: String) {
        #expect(found(text) == [])
    }
}

@Suite struct PrivateAnalysisTests {
    static let html = """
        <html><head><title>Bridge closed</title><link rel="canonical" href="https://weir.example/1"></head><body><article><h1>Bridge closed</h1>
        <p>The old bridge over the weir will be closed to all traffic for a year, the county said on Monday, while its piers are renewed.</p></article>
        <h2>3 comments</h2><ol class="commentlist">
        <li class="comment" id="comment-1"><cite class="fn"><a href="https://weir.example/u/ida-berg">Ida Berg</a></cite> <time datetime="2024-05-06T10:00:00Z">6 May</time><p>A whole year without the mill road and not a word from the county office about it!</p></li>
        <li class="comment" id="comment-2"><cite class="fn">bo</cite> <time datetime="2024-05-06T11:00:00Z">6 May</time><p>@Ida Berg: take the ferry. Mail me at bo@weir.example.</p></li>
        <li class="comment" id="comment-3"><cite class="fn">Cy</cite> <time datetime="2024-05-06T12:00:00Z">6 May</time><p>bo, Ida Berg said "A whole year without the mill road and not a word from the county office about it!" and she is right. @Zed agrees.</p></li>
        </ol></body></html>
        """
    private func analyzed(_ options: AnalysisOptions) throws -> AnalyzedPage { try analyzed(Self.html, options) }
    private func analyzed(_ html: String, _ options: AnalysisOptions) throws -> AnalyzedPage { try analyzePage(Array(html.utf8), source: "a.html", options: options) }

    @Test func addressesAreNotKept() throws {
        let page = try analyzed(AnalysisOptions())
        #expect(page.discussion.comments[1].text == "@Ida Berg: take the ferry. Mail me at ***************.")
        #expect(page.notes.contains { $0.message.hasPrefix("1 e-mail or IP addresses in comments became asterisks") })
        var options = AnalysisOptions()
        options.keepsContactAddresses = true
        #expect(try analyzed(options).discussion.comments[1].text.contains("bo@weir.example"))
        // Nor in the article.
        let html = Self.html.replacing("the county said on Monday", with: "the county (desk@weir.example, 84.12.7.201) said on Monday")
        let told = try analyzePage(Array(html.utf8), source: "a.html", options: AnalysisOptions())
        #expect(told.article.text.contains("the county (*****************, ***********) said on Monday"), "\(told.article.text)")
        #expect(told.notes.contains { $0.message.hasPrefix("2 e-mail or IP addresses in the article became asterisks") })
        #expect(try analyzePage(Array(html.utf8), source: "a.html", options: options).article.text.contains("desk@weir.example"))
    }

    @Test func aFederatedNameIsNoAddress() throws {
        func author(_ html: String) throws -> Author? {
            let page = Self.html.replacing("<a href=\"https://weir.example/u/ida-berg\">Ida Berg</a>", with: html)
            return try analyzePage(Array(page.utf8), source: "a.html", options: AnalysisOptions()).discussion.comments[0].author
        }
        let federated = try #require(try author("<a href=\"https://weir.example/u/ida@pier.example\">ida@pier.example</a>"))
        #expect(federated.name == "ida")
        #expect(federated.key == "ida@pier.example", "two of one name on two hosts stay two")
        let escaped = try #require(try author("<a href=\"https://weir.example/u/ida%40pier.example\">ida@pier.example</a>"))
        let capital = try #require(try author("<a href=\"https://weir.example/u/ida@pier.example\">Ida@pier.example</a>"))
        #expect(capital.name == "Ida" && capital.key == "Ida@pier.example")
        #expect(escaped.name == "ida" && escaped.key == "ida@pier.example", "\(escaped)")
        #expect(try author("<a href=\"https://weir.example/u/ida\">ida@pier.example</a>")?.name == "ida@************")
        #expect(try author("<a href=\"mailto:ida@pier.example\">ida@pier.example</a>")?.name == "ida@************")
    }

    @Test func pseudonymsStandEverywhere() throws {
        var options = AnalysisOptions()
        let plain = try analyzed(options)
        options.pseudonyms = Pseudonyms(key: [1, 2, 3])
        let page = try analyzed(options)
        let ida = try #require(options.pseudonyms?.name(for: "Ida Berg", site: "weir.example"))
        #expect(ida.count == 10 && ida.hasPrefix("p_"))
        let comments = page.discussion.comments
        #expect(comments[0].author == Author(name: ida))
        #expect(comments[1].text.hasPrefix("@\(ida): take the ferry."))
        for comment in comments {
            let all = [comment.author?.name, comment.author?.profile, comment.text, comment.permalink].compactMap(\.self).joined(separator: " ")
            for name in ["Ida", "Berg", "Cy", "Zed", "bo,"] { #expect(!all.contains(name), "\(name) in \(all)") }
        }
        // Who answers whom is not lost.
        #expect(page.discussion.replies.map { $0?.parent } == plain.discussion.replies.map { $0?.parent })
        #expect(page.quotations.count == plain.quotations.count)
        #expect(try analyzed(options) == page)
        options.pseudonyms = Pseudonyms(key: [4])
        #expect(Set(try analyzed(options).discussion.comments.compactMap(\.author?.name)).isDisjoint(with: Set(comments.compactMap(\.author?.name))))
    }

    /// What the page says of its article, and of a comment beside its text, names people as well.
    @Test func pseudonymsStandInTheArticleToo() throws {
        let html = Self.html.replacing("<title>Bridge closed</title>", with: "<title>Ida Berg asks</title><meta name=\"author\" content=\"Wilma Stahl\"><meta name=\"keywords\" content=\"weir, Ida Berg\">")
            .replacing("<h1>Bridge closed</h1>", with: "<h1>Ida Berg asks</h1>").replacing("on Monday", with: "on Monday to Ida Berg, @zed and Wilma Stahl")
            .replacing("6 May</time><p>A whole", with: "by Ida Berg » 6 May</time> <span class=\"badge\">Ida Berg’s friend</span><p>A whole").replacing("take the ferry", with: "take the ferry, as Wilma Stahl wrote")
        var options = AnalysisOptions()
        func texts(_ page: AnalyzedPage) -> String {
            let article = page.article, comments = page.discussion.comments
            let words: [String?] = [article.title, article.byline, article.text] + article.tags + comments.flatMap { [$0.text, $0.postedText] + ($0.author?.badges ?? []) }
            return words.compactMap(\.self).joined(separator: "\n")
        }
        let plain = texts(try analyzed(html, options))
        for words in ["Ida Berg asks", "\nWilma Stahl", "weir\nIda Berg", "by Ida Berg »", "@zed"] { #expect(plain.contains(words), "\(words) in \(plain)") }
        options.pseudonyms = Pseudonyms(key: [1])
        let page = try analyzed(html, options)
        #expect(page.article.byline == options.pseudonyms?.name(for: "Wilma Stahl", site: "weir.example"))
        for name in ["Ida", "Berg", "Wilma", "Stahl", "@zed"] { #expect(!texts(page).contains(name), "\(name) in \(texts(page))") }
    }

    /// However a text writes a name, it is the same person's; a short name in small letters alone can be a word.
    @Test(arguments: [
        ("Björn Quist", "so Bjo\u{308}rn Quist said"), ("Ann O'Mara", "so Ann O’Mara said"), ("Ida Berg", "see https://weir.example/?u=Ida%20Berg now"),
        ("Ida Berg", "see https://weir.example/?u=Ida+Berg now"), ("陳大文", "so 陳大文 said"), ("slimyfox", "so slimyfox said"), ("mara77", "so MARA77 said"),
        ("Björn", "see https://weir.example/?u=Bj%C3%B6rn now"), ("Zorbanette", "so zorbanette said"), ("Zorbanette", "so ZORBANETTE said"), ("Ida Berg", "so ida berg said"),
        ("Ida Bergmann", "so #IdaBergmann said"), ("Ægir Ström", "so ægir ström said"), ("Жанна Петрова", "so ЖАННА ПЕТРОВА said"),
    ]) func aNameIsReplacedHoweverItIsWritten(name: String, text: String) throws {
        var options = AnalysisOptions()
        options.pseudonyms = Pseudonyms(key: [1])
        let html = Self.html.replacing("<a href=\"https://weir.example/u/ida-berg\">Ida Berg</a>", with: name).replacing("take the ferry.", with: "take the ferry, \(text).")
        let page = try analyzePage(Array(html.utf8), source: "a.html", options: options)
        let pseudonym = try #require(options.pseudonyms?.name(for: name, site: "weir.example"))
        #expect(page.discussion.comments[0].author?.name == pseudonym)
        let between = text.split(separator: " "), written = page.discussion.comments[1].text
        #expect(written.contains(pseudonym) && written.contains(" \(between[between.count - 1])") && !written.contains(between.dropFirst().dropLast().joined(separator: " ")), "\(written)")
    }

    @Test func aShortNameInSmallLettersMayBeAWord() throws {
        var options = AnalysisOptions()
        options.pseudonyms = Pseudonyms(key: [1])
        let html = Self.html.replacing("<a href=\"https://weir.example/u/ida-berg\">Ida Berg</a>", with: "ferry")
        #expect(try analyzePage(Array(html.utf8), source: "a.html", options: options).discussion.comments[1].text.contains("take the ferry"))
    }

    /// A comment's own address on its author's host names the author.
    @Test func federatedKeysNameTheirAuthors() throws {
        let key = "https://pier.example/users/ida/statuses/7"
        let posts = [("ida@pier.example", key, ""), ("bo@weir.example", "https://quay.example/users/bo/statuses/8", " data-parent-pid=\"\(key)\"")].map { name, key, parent in
            "<li component=\"post\" data-pid=\"\(key)\" data-username=\"\(name)\"\(parent)><a itemprop=\"author\" data-username=\"\(name)\">\(name)</a> <time datetime=\"2024-05-06T10:00:00Z\">6 May</time><div component=\"post/content\"><p>Take the ferry at noon, then.</p></div></li>"
        }
        let html = "<html><head><title>Bridge closed</title></head><body><ul component=\"topic\">\(posts.joined())</ul></body></html>"
        func analyzed(_ pseudonyms: Pseudonyms?) throws -> [Comment] {
            var options = AnalysisOptions()
            options.pseudonyms = pseudonyms
            let page = try analyzePage(Array(html.utf8), source: "a.html", options: options)
            #expect(page.discussion.parent(of: 1) == 0)
            return page.discussion.comments
        }
        #expect(try analyzed(nil).map(\.author?.name) == ["ida", "bo@************"])
        for comment in try analyzed(Pseudonyms(key: [1])) {
            let all = [comment.author?.name, comment.author?.key, comment.platformKey, comment.permalink].compactMap(\.self).joined(separator: " ")
            #expect(all.contains("k_") && !all.contains("ida") && !all.contains("example"), "\(all)")
        }
    }

    /// The platform's name for a person, in the profile's address, is theirs wherever it stands.
    @Test func handlesAreNamesToo() throws {
        let html = Self.html.replacing("/u/ida-berg\"", with: "/u/ib%40pier.example\"").replacing("id=\"comment-2\">", with: "id=\"comment-2\"><a class=\"permalink\" href=\"https://weir.example/u/ib%40pier.example/post/2\">#</a>")
            .replacing("and she is right.", with: "and she is right, as @ib@pier.example always is.").replacing("<cite class=\"fn\">Cy</cite>", with: "<cite class=\"fn\"><a href=\"https://weir.example/u/zorbanette\">Zorbanette Quimby</a></cite>")
            .replacing("Mail me at", with: "so zorbanette said. Mail me at")
        var options = AnalysisOptions()
        options.pseudonyms = Pseudonyms(key: [1, 2, 3])
        let page = try analyzePage(Array(html.utf8), source: "a.html", options: options)
        let ida = try #require(options.pseudonyms?.name(for: "Ida Berg", site: "weir.example"))
        #expect(page.discussion.comments[2].text.contains("as @\(ida) always is"), "\(page.discussion.comments[2].text)")
        #expect(!page.discussion.comments[1].text.contains("zorbanette"), "a part of the name that is the handle is theirs in any letters")
        for comment in page.discussion.comments {
            let all = [comment.author?.name, comment.author?.profile, comment.author?.key, comment.text, comment.permalink].compactMap(\.self).joined(separator: " ")
            #expect(!all.contains("ib%40") && !all.contains("ib@") && !all.contains("pier.example"), "\(all)")
        }
    }

    @Test func theForgottenLeaveAnEmptyPlace() throws {
        let page = try analyzed(AnalysisOptions())
        let without = page.forgetting { $0 == "Ida Berg" }
        #expect(without.discussion.comments[0] == Comment(id: "c0001", text: "", state: .removed))
        #expect(without.discussion.comments[1].text.hasPrefix("@********: take the ferry."))
        #expect(!without.discussion.comments[2].text.contains("not a word from the county"))
        #expect(without.discussion.comments[2].text.utf8.count == page.discussion.comments[2].text.utf8.count)
        #expect(without.discussion.replies.map { $0?.parent } == page.discussion.replies.map { $0?.parent })
        #expect(without.quotations.allSatisfy { $0.source != .comment(0) })
        var options = AnalysisOptions()
        let nobody = ForgottenAuthors(salt: "s")
        options.forgotten = ForgottenAuthors(salt: "s", hashes: [nobody.hash(of: "ida berg")])
        #expect(try analyzed(options).discussion == without.discussion)
    }

    /// Who wrote what the others answer to is taken out with it; who only commented, from what the article says.
    @Test func theForgottenLeaveTheArticleToo() throws {
        let html = Self.html.replacing("<title>", with: "<meta name=\"author\" content=\"Wilma Stahl\"><title>").replacing("on Monday", with: "on Monday to Ida Berg")
            .replacing("take the ferry.", with: "Wilma Stahl, “The old bridge over the weir will be closed to all traffic for a year” is wrong.")
        let page = try analyzed(html, AnalysisOptions())
        let withoutIda = page.forgetting { $0 == "Ida Berg" }
        #expect(withoutIda.article.byline == "Wilma Stahl" && withoutIda.article.text.contains("on Monday to ********, while"), "\(withoutIda.article.text)")
        let withoutWilma = page.forgetting { $0 == "Wilma Stahl" }
        #expect(withoutWilma.article.byline == nil && withoutWilma.article.blocks.isEmpty)
        let words = withoutWilma.discussion.comments[1].text
        #expect(!words.contains("Wilma") && !words.contains("old bridge") && words.hasSuffix("is wrong. Mail me at ***************."), "\(words)")
        #expect(withoutWilma.quotations.allSatisfy { if case .comment = $0.source { true } else { false } })
        #expect(withoutWilma.discussion.comments[0] == page.discussion.comments[0])
    }

    /// A page of a thread names people who write on another.
    @Test func theForgottenAreMaskedOnEveryPageOfAThread() throws {
        var thread = try analyzed(Self.html, AnalysisOptions())
        let second = try analyzed(Self.html.replacing("Ida Berg</a></cite>", with: "Dora</a></cite>"), AnalysisOptions())
        thread.parts = [thread, second]
        let without = thread.forgetting { $0 == "Ida Berg" }
        #expect(!without.parts[1].discussion.comments.contains { $0.text.contains("Ida Berg") })
    }
}

@Suite struct SpellingTests {
    @Test func namesAreForgottenHoweverTheyAreWritten() {
        let text = "Björn O'Mara, Bjo\u{308}rn O’Mara, /u/Bj%C3%B6rn%20O%27Mara, Björn_O'Mara"
        let masked = text.masking(["Björn O'Mara"])
        #expect(!masked.contains("Mara") && masked.utf8.count == text.utf8.count, "\(masked)")
    }

    @Test func theNameComesFirstAndEachSpellingOnce() {
        #expect(spellings(of: "Cy") == ["Cy"])
        #expect(spellings(of: "Ida Berg") == ["Ida Berg", "Ida+Berg", "Ida_Berg", "Ida-Berg", "Ida.Berg", "IdaBerg", "Ida%20Berg"])
        #expect(spellings(of: "No One") == ["No One", "No+One", "No_One", "No-One", "No.One", "No%20One"], "what is short can be another word")
    }
}

@Suite struct NameFinderTests {
    @Test func namesAreFoundAsWords() {
        let finder = NameFinder(["Ida", "Ida Berg", "佐藤", "*Star*", "Éva"])
        func found(_ text: String) -> [String] { finder.matches(in: text).map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } }
        #expect(found("ida, IDA BERG\u{2019}s and Ida's; not Idaho nor Sida") == ["ida", "IDA BERG", "Ida"])
        #expect(found("それは佐藤さんです") == ["佐藤"])
        #expect(found("Éva\u{2019}s *star* Ida") == ["Éva", "star*", "Ida"])
        #expect(found("") == [])
        #expect(NameFinder(["x", ""]).matches(in: "x").isEmpty)
    }

    /// The time is that of reading the text, however many names there are.
    @Test func manyNamesAreOneReading() {
        let finder = NameFinder((0..<10_000).map { "author\($0)" })
        let start = ContinuousClock.now
        let count = (0..<5_000).reduce(0) { $0 + finder.matches(in: "some words for author\($1), and then a few more to read").count }
        #expect(count == 5_000)
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
