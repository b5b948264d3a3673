extension SelfCheck {
    /// A pattern file with the lines given, and one tag that is sound.
    private static func patterns(_ lines: [String]) -> String {
        let bad = lines.enumerated().map { "[[tag]]\nid = \"bad-\($0.offset)\"\nlabel = \"Bad \($0.offset)\"\nany = ['''\($0.element)''']\n" }.joined()
        return "format = 1\nset = \"mine\"\nkind = \"theme\"\n\(bad)[[tag]]\nid = \"ferry\"\nlabel = \"Ferry\"\nany = ['ferry']\n"
    }

    private static func page(_ texts: [String]) -> String {
        InventedPage.page(InventedPage.section(texts.enumerated().map { InventedPage.comment($0.offset + 1, "Reader \($0.offset)", $0.element) }.joined()))
    }

    static let hostilePatterns = [
        SelfCheck("patterns that backtrack without end", "each is stopped at its budget and named; the others still find what they find") { trial in
            let words = Array(repeating: String(repeating: "a", count: 300), count: 20).joined(separator: " ")
            let texts = (0..<6).map { "\(words) take the ferry \($0) times" }
            try trial.write(page(texts), to: "page.html")
            try trial.write(patterns(["(?:a+)+z", "\\w*\\w*\\w*\\w*[!?]", "(a|aa)+\\1b", "(?:a*)*(?:a*)*y"]), to: "slow.toml")
            let outcome = try trial.run("analyze", "page.html", "--patterns", "slow.toml", "--no-report", "--timings")
            trial.expect(outcome, says: "Ferry ", status: 0)
            trial.expect(outcome, says: "was stopped by")
            trial.expect(outcome, says: "is set aside for the rest of the run")
        },
        SelfCheck("patterns that cannot be compiled, or ask for what is not allowed", "each is named with its place; the sound one still works") { trial in
            try trial.write(page(["We take the ferry to the mill.", "So do we."]), to: "page.html")
            try trial.write(patterns(["(abc", "[z-a]", "a(?C1)b", "\\C\\C", "(*LIMIT_MATCH=4294967295)a", "x*"]), to: "broken.toml")
            let outcome = try trial.run("analyze", "page.html", "--patterns", "broken.toml", "--no-report")
            trial.expect(outcome, says: "Ferry 1", status: 3)
            for number in 0..<6 { trial.expect(outcome, says: "broken.toml:\(7 + number * 4):") }
        },
        SelfCheck("a pattern file cut off while it was saved", "tagging anew is refused and the old tags are kept") { trial in
            try trial.write(page(["We take the ferry to the mill.", "So do we."]), to: "page.html")
            try trial.write(patterns([]), to: "mine.toml")
            trial.expect(try trial.run("analyze", "page.html", "--patterns", "mine.toml", "--no-report"), says: "Ferry 1", status: 0)
            try trial.write("format = 1\nset = \"mine\"\nkind = \"theme\"\n[[tag]]\nid = \"fer", to: "mine.toml")
            trial.expect(try trial.run("tag", "--patterns", "mine.toml"), says: "the old tags were kept", status: 1)
            trial.expect(try trial.run("report", "a1", "--format", "json", "-o", "-"), says: "mine/ferry", status: 0)
        },
        SelfCheck("names of patterns made of markup and escapes", "refused or shown, never obeyed") { trial in
            try trial.write(page(["We take the ferry to the mill.", "So do we."]), to: "page.html")
            try trial.write("format = 1\nset = \"mine\"\nkind = \"theme\"\n[[tag]]\nid = \"ferry\"\nlabel = \"<img src=x onerror=alert(1)> \\u001b[31m\"\nany = ['ferry']\n", to: "named.toml")
            let outcome = try trial.run("analyze", "page.html", "--patterns", "named.toml")
            trial.expect(!(outcome.output + outcome.errors).utf8.contains(0x1B), "an escape character reached the output")
            if outcome.status == 0 { trial.expect(!(try trial.text("Reports/a1.html")).contains("<img src=x"), "markup reached the report") }
        },
    ]
}
