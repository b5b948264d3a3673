import DiscourseModel
import Foundation
import PatternTagging
import TOMLKit
import Testing

import struct DiscourseModel.Comment
@testable import rejoinder

/// Pattern files from strangers.
@Suite struct PatternAttackTests {
    private func file(_ expressions: [String], path: String = "strange.toml") -> PatternFile {
        let tags = expressions.enumerated().map { "[[tag]]\nid = \"t\($0.offset)\"\nany = ['''\($0.element)''']\n" }.joined()
        return PatternFile(path: path, text: "format = 1\nset = \"strange\"\nkind = \"theme\"\n\(tags)[[tag]]\nid = \"lamp\"\nany = ['lamps?']\n")
    }

    /// What cannot be compiled, or asks for more than it may have, is an error at its line; the sound tag still runs.
    @Test(arguments: ["(open", "[z-a]", "lamp(?C1)s", "\\Camp", "(*LIMIT_MATCH=4294967295)lamp", "(*LIMIT_HEAP=4294967295)(\\w+)+$", "\\p{NoSuchScript}", "*", "(?<=a{1,60000})b"])
    func isRefusedAtItsPlace(_ expression: String) {
        let (library, problems) = PatternLibrary.load([file([expression])])
        let errors = problems.filter { $0.severity == .error }
        #expect(!errors.isEmpty && errors.allSatisfy { $0.file == "strange.toml" && $0.line == 6 && $0.column > 1 && $0.tag == "strange/t0" && !$0.reason.isEmpty }, "\(problems)")
        #expect(library.tagIDs == ["strange/lamp"])
        #expect(library.makeTagger().tag("two lamps").map(\.tag) == ["strange/lamp"])
    }

    /// Expressions that backtrack without end cost their budget at most, are named, and hide no other tag.
    @Test func slowExpressionsAreStoppedAndNamed() throws {
        let slow = [
            "^(\\w+\\s?)+[!?]$", "\\w*\\w*\\w*[!?]", "(\\w)*(\\w)*(\\w)*(\\w)*[!?]", "(.*)*(.*)*x$", "(?=(a+))a*b\\1", "^(\\((?:[^()]|(?1))*\\))$", "(?:a|aa)+$", "(a?){40}a{40}!", "(?s)(.*?,){11}P", "(?:a{1000}){1000}", "(?R)?a(?R)?b",
        ]
        let (library, problems) = PatternLibrary.load([file(slow)])
        #expect(problems.allSatisfy { $0.severity != .error }, "\(problems)")
        let texts = [Array(repeating: String(repeating: "a", count: 350), count: 20).joined(separator: " "), String(repeating: "aaaa ", count: 12) + String(repeating: "a", count: 60) + "#", String(repeating: "(", count: 5_000), String(repeating: "1,2,", count: 2_000)]
        let comments = texts.enumerated().map { Comment(id: Comment.id(at: $0.offset), text: $0.element + " the lamp") }
        let discussion = Discussion(platform: "generic", comments: comments, replies: comments.map { _ in nil })
        let clock = ContinuousClock()
        var found: (taggings: [Tagging], notes: [Note], languages: [String?]) = ([], [], [])
        let budget = Duration.milliseconds(100)
        let time = clock.measure { found = library.makeTagger(budget: budget).tag(discussion, article: Article(), quotations: []) }
        #expect(found.taggings.filter { $0.tag == "strange/lamp" }.map(\.comment) == [0, 1, 2, 3])
        #expect(found.notes.contains { $0.message.contains("was stopped by") })
        // One search goes beyond its budget by no more than a step.
        #expect(time < budget * (slow.count * texts.count) * 2 + .seconds(10), "\(time)")
    }

    @Test func whatMatchesNothingDoesNoHarm() {
        let (library, _) = PatternLibrary.load([file(["x*", "a(*COMMIT)b|(*ACCEPT)", "a\\Kb", "(?=lamp)"])])
        #expect(library.makeTagger().tag("two lamps").contains { $0.tag == "strange/lamp" })
    }

    @Test func filesThatAreNotWholeOrNoText() throws {
        let whole = file(["ferry"]).text
        let (_, cut) = PatternLibrary.load([PatternFile(path: "cut.toml", text: String(whole.dropLast(whole.count / 3)))])
        #expect(cut.contains { $0.severity == .error && $0.description.hasPrefix("cut.toml:") })
        #expect(PatternLibrary.load([PatternFile(path: "bom.toml", text: "\u{FEFF}" + whole.replacing("\n", with: "\r\n"))]).library.tagIDs.contains("strange/lamp"))
        let (_, twice) = PatternLibrary.load([PatternFile(path: "twice.toml", text: whole + "[[tag]]\nid = \"lamp\"\nany = ['light']\n")])
        #expect(twice.contains { $0.severity == .error && $0.reason.contains("this id is taken") })
        let (_, nul) = PatternLibrary.load([PatternFile(path: "nul.toml", text: whole + "\u{0}")])
        #expect(nul.contains { $0.severity == .error && $0.reason.contains("NUL") })
        try withProgram { trial in
            try trial.write((0..<3_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }, to: "noise.toml")
            let outcome = try trial.run("patterns", "check", "--patterns", "noise.toml")
            #expect(outcome.status == 1 && (outcome.output + outcome.errors).contains("error: not UTF-8 text") && !(outcome.output + outcome.errors).utf8.contains(0x1B), "\(outcome)")
        }
    }

    /// Found by fuzzing: the TOML library ends the program on these.
    @Test(arguments: ["x = [ 'a',\n}", "x = [ { y = [ 1, }", "x = { y = 1, ]", "x = [ 1,\n} 'b'\n]"]) func aBracketOfAnotherKindIsAnError(_ toml: String) {
        #expect(throws: TOMLFault.self) { try readTOML(toml) }
    }

    @Test(arguments: ["[[#]]", "[[\n{g]]", "[(?i)x]", "[[ä]]", "[ =x]", "x = [ [1], '''a\n[[#''']\n\t[[\u{FFFD}\u{FFFD}ir"]) func aHeaderWithoutAKeyIsAnError(_ header: String) throws {
        let text = "format = 1\nset = \"s\"\n" + header
        let (library, problems) = PatternLibrary.load([PatternFile(path: "strange.toml", text: text)])
        #expect(library.tagIDs.isEmpty && problems.count == 1 && problems[0].reason.contains("a table's name is made of"), "\(problems)")
        #expect(problems.first?.line == (header.hasPrefix("x") ? 5 : 3))
        #expect(throws: TOMLFault.self) { try readTOML(header) }
    }

    /// Tables in tables without end: the program would end with its stack.
    @Test(arguments: ["%@ = 1", "[%@]\nb = 1", "[[ %@ ]]", "x = { %@ = 1 }", "x.\"y\".%@ = 1", "\"%@\" = 1\n%@ = 1"]) func aKeyOfManyPartsIsAnError(_ toml: String) {
        let key = Array(repeating: "a", count: 200_000).joined(separator: ".")
        #expect(throws: TOMLFault.self) { try readTOML(toml.replacing("%@", with: key)) }
        let (library, problems) = PatternLibrary.load([file([]), PatternFile(path: "deep.toml", text: toml.replacing("%@", with: key))])
        #expect(problems.count == 1 && problems[0].reason.contains("a key has at most 8 parts"), "\(problems.map(\.reason))")
        #expect(library.tagIDs == ["strange/lamp"])
    }

    /// As deep as a document may be.
    @Test func theDeepestDocumentFitsAThread() {
        let deepest = "[" + "h.".repeated(7) + "h]\n" + "a.a.a.a.a.a.a.a = { ".repeated(255) + "b = 1" + " }".repeated(255)
        let thread = Thread { _ = try? readTOML(deepest) }
        thread.stackSize = 1 << 20
        thread.start()
        while !thread.isFinished { usleep(1_000) }
    }

    /// What only looks like such a header is none.
    @Test(arguments: [
        "a = \"\"\"\n[[#\n\\\"\"\"\"\"\"\n[t]\nb = 1", "a = [\n  [ 1 ],\n  [ # c\n  2 ]\n]\n[ 't' ]\nb = 1", "a = '''\n[#'''''\n[\"t\"]\nb = 1", "# [[#\na = { x = ']', y = \"[\\\"\" }\n[t]\nb = 1", "a = '\\'\n [ t ] # [#\nb = 1",
        "a = [ 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5 ] # . . . . . . . . .\n[t]\nb = 1", "a.b.c.d.e.f.g.h = '.........'\n[t]\nb = 1",
    ]) func soundDocumentsAreRead(_ toml: String) throws {
        let table = try readTOML(toml)
        #expect(table["t"]?.table?["b"]?.int == 1 && table["a"] != nil)
    }

    /// A file that is not whole leaves the tags of before.
    @Test func taggingWithABrokenFileKeepsTheOldTags() throws {
        try withProgram { trial in
            try trial.write(HostilePage.page(HostilePage.section(HostilePage.comment("1", "Runa", "Keep the lamp."), HostilePage.comment("2", "Tove", "No."))), to: "page.html")
            let whole = file([]).text
            try trial.write(whole, to: "mine.toml")
            #expect(try trial.run("analyze", "page.html", "--patterns", "mine.toml", "--no-report").status == 0)
            try trial.write(String(whole.dropLast(9)), to: "mine.toml")
            let refused = try trial.run("tag", "--patterns", "mine.toml")
            #expect(refused.status == 1 && refused.errors.contains("the old tags were kept"))
            #expect(try trial.run("report", "a1", "--format", "json", "-o", "-").output.contains("strange/lamp"))
        }
    }
}

extension String {
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
