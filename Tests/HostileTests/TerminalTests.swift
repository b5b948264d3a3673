import BuiltProgram
import Foundation
import Testing

@testable import rejoinder

/// What a page, a file name or a pattern file says, on its way to a real terminal (`script` makes one).
@Suite struct TerminalTests {
    static let script = installed("script")
    private static let bad = "clear \u{1B}[2J\u{1B}[H set \u{1B}]52;c;aGk=\u{7} title \u{1B}]0;owned\u{7} C1 \u{9B}31m \u{90}q back ab\u{8}\u{8}cd line\rover \u{202E}evil\u{2066}\u{7F} open \u{1B}]"

    @Test(.enabled(if: script != nil, "no `script` here to make a terminal")) func nothingFromAPageIsObeyed() throws {
        let script = try #require(Self.script)
        try withProgram { trial in
            let page = HostilePage.page(HostilePage.section(HostilePage.comment("1", "eve\u{1B}[31m", Self.bad), HostilePage.comment("2", "Tove", "And " + Self.bad)), title: Self.bad)
            let name = "page \u{1B}[31m\u{7}\u{202E}.html"
            try trial.write(page, to: name)
            try trial.write("format = 1\nset = \"mine\"\nkind = \"theme\"\n[[tag]]\nid = \"clear\"\nlabel = \"\\u001b[31mred\\u0007\"\nany = ['clear', '(']\n", to: "named \u{1B}[31m.toml")
            try trial.write("format = 1\nset = \"sound\"\nkind = \"theme\"\n[[tag]]\nid = \"clear\"\nlabel = \"\\u001b[31mred\\u0007\"\nabout = \"\\u009b1m\\u202e\"\nany = ['clear']\n", to: "sound.toml")
            try trial.write("nothing of \u{1B}[31m this is JSON\n{\"text\": 7, \"\u{1B}[31m\": 1}\n{\"text\":\"x\"}\n", to: "bad \u{1B}[31m.jsonl")
            for arguments in [
                ["analyze", name, "--reports", "Reports"], ["analyze", "bad \u{1B}[31m.jsonl", "--no-report"], ["patterns", "check", "--patterns", "named \u{1B}[31m.toml"],
                ["patterns", "list", "--patterns", "named \u{1B}[31m.toml"], ["tag", "--patterns", "sound.toml"], ["list"], ["show", "a1"], ["search", "clear"],
                ["kwic", "clear"], ["extract", name, "--text"], ["stats"], ["doctor"], ["captures", "a1"], ["extract", "missing \u{1B}[31m"],
            ] {
                let line = ([builtProgram.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
                let said = try output(of: script, ["-qec", "NO_COLOR=1 PAGER=cat \(line)", "/dev/null"], in: trial.folder).text
                // The terminal itself turns \n into \r\n, and the program wipes its own line of progress.
                let scalars = said.replacing("\r\u{1B}[K", with: "").replacing("\r\n", with: "\n").unicodeScalars
                let obeyed = scalars.filter { $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value) || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) }
                #expect(obeyed.isEmpty, "\(arguments[0]): \(Set(obeyed.map { String($0.value, radix: 16) })) in \(said.suffix(600).debugDescription)")
                #expect(!said.isEmpty, "\(arguments)")
            }
        }
    }

    /// Searches written as SQL or in the index's own language.
    @Test func searchesAreWordsAndNothingElse() throws {
        try withProgram { trial in
            try trial.write(HostilePage.page(HostilePage.section(HostilePage.comment("1", "Runa", "The multi-part lamp isn't lit."), HostilePage.comment("2", "Tove", "x:y holds."))), to: "page.html")
            #expect(try trial.run("analyze", "page.html", "--db", "d.sqlite", "--no-report").status == 0)
            for query in ["\"", "lamp\"x", "multi-part", "AND", "NOT", "lamp AND", "lamp OR", "NEAR(", "NEAR(lamp lit, 3)", "*", "^", "^lamp", "{text}: lamp", "x:y", "'; DROP TABLE comments;--", "isn't", "(((", ")", "\u{202E}", "lam*t", "+lamp", String(repeating: "-", count: 6_000), "\" OR 1=1 --", "lamp\\", "%"] {
                let outcome = try trial.run("search", "--db", "d.sqlite", "--", query)
                #expect((0...1).contains(outcome.status) && !(outcome.output + outcome.errors).contains("syntax error") && !(outcome.output + outcome.errors).contains("SQLite"), "\(query.prefix(40)): \(outcome.errors.prefix(200))")
            }
            #expect(try trial.run("search", "multi-part", "--db", "d.sqlite").status == 0 && trial.run("search", "isn't", "--db", "d.sqlite").status == 0)
            #expect(try trial.run("doctor", "--db", "d.sqlite").status == 0)
        }
    }
}
