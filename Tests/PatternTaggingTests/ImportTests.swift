import DiscourseModel
import PatternTagging
import Testing

/// Dictionaries of other tools become pattern files that hold.
@Suite struct ImportTests {
    @Test func quantedaYAML() throws {
        let dictionary = try WordDictionary(
            yaml: """
                ---
                # a dictionary
                Water Traffic:
                  - ferr*
                  - "night boat"   # two words
                  - 'o''clock'
                weather:
                  bad: [fog, "storm?", ice]
                  good:
                  - sun
                  - clear skies
                one: word
                """)
        #expect(dictionary.categories == [
            .init(name: "Water Traffic", words: ["ferr*", "night boat", "o'clock"]),
            .init(name: "weather", parts: [.init(name: "bad", words: ["fog", "storm?", "ice"]), .init(name: "good", words: ["sun", "clear skies"])]),
            .init(name: "one", words: ["word"]),
        ])
        #expect(dictionary.wordCount == 9)
    }

    @Test(arguments: [
        ("", 1, "empty"), ("a:\n  - b\n c", 3, "further"), ("a: [b", 1, "no ]"), ("a:\n\t- b", 2, "tab"), ("a: \"b", 1, "not closed"), ("- b", 1, "without a category"),
        ("a: &x\n  - b", 1, ""), ("a:\n  - |\n    b", 2, "categories and words"),
    ])
    func faultsHaveALine(yaml: String, line: Int, reason: String) {
        do {
            let read = try WordDictionary(yaml: yaml)
            // An anchor on a key is read as a word: it is no harm.
            #expect(reason.isEmpty, "\(read)")
        } catch {
            #expect(error.line == line && error.reason.contains(reason), "\(error)")
        }
    }

    @Test func whatCannotBecomeALineIsNamed() {
        var dictionary = WordDictionary(categories: [
            .init(name: "a", words: ["*", "x*", ""], parts: [.init(name: "b", words: ["? *"])]), .init(name: "c"),
        ])
        #expect(dictionary.takeOutUseless() == ["'*' in a would match every word", "an empty word in a", "'? *' in a/b would match every word", "the category c has no words"])
        #expect(dictionary.categories == [.init(name: "a", words: ["x*"])])
    }

    @Test func namesBecomeIDsInLatinLetters() {
        #expect(["Économie générale", "Война", "Air Strikes (2)", "!"].map(slug) == ["economie-generale", "vojna", "air-strikes-2", "tag"])
    }

    @Test func whatIsWrittenHolds() {
        let dictionary = WordDictionary(pairs: [
            ("ferr*", "Water Traffic"), ("night  boat", "Water Traffic"), ("Night Boat", "Water Traffic"), ("o'clock (late)", "time"), ("a\"b\\c", "time"),
            ("sun", "weather/good"), ("x", "Water-Traffic"), ("мост", "Мост"), (":)", "smile"), ("?", "mark"),
        ])
        let text = PatternFileWriter.file(dictionary, set: "mine", kind: .theme, language: "en", source: "words.csv")
        let (library, problems) = PatternLibrary.load([PatternFile(path: "mine.toml", text: text)])
        #expect(problems.map(\.description) == [], "\(text)")
        #expect(library.tagIDs == ["mine/water-traffic", "mine/time", "mine/weather/good", "mine/water-traffic-2", "mine/most", "mine/smile", "mine/mark"])
        let check = library.checkExamples()
        #expect(check.problems.map(\.description) == [], "\(text)")
        let found = library.makeTagger().explain("Ferries and the night\nboat at o'clock (late), a\"b\\c :)").map(\.tag)
        #expect(found == ["mine/water-traffic", "mine/time", "mine/smile", "mine/mark"])
    }

    @Test func aNewFileHolds() {
        for text in [PatternFileWriter.newFile("mine/war/air-strikes", kind: .rhetoric, language: "en")] {
            let (library, problems) = PatternLibrary.load([PatternFile(path: "mine.toml", text: text + "\n" + PatternFileWriter.newTag("mine/other"))])
            #expect(problems.map(\.description) == [])
            #expect(library.tagIDs == ["mine/war/air-strikes", "mine/other"])
            #expect(library.checkExamples().problems.map(\.description) == [])
            #expect(library.lint().isEmpty)
        }
    }
}
