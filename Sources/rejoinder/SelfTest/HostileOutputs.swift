extension SelfCheck {
    private static let payloads = [
        "<script>window.OWNED=1</script>", "<img src=x onerror=\"window.OWNED=1\">", "\"><svg onload=window.OWNED=1>", "</script><script>window.OWNED=1</script>",
        "<iframe srcdoc=\"<script>parent.OWNED=1</script>\"></iframe>", "<base href=\"https://evil.example/\">", "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
        "{{{title}}}{{>report}}", "<a href=\"javascript:window.OWNED=1\">x</a>",
    ]

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    /// What a page says, on its way to a browser, a terminal or a spreadsheet.
    static let hostileOutputs = [
        SelfCheck("markup and script in names, texts and titles", "the report shows them and holds none of them as markup") { trial in
            for (name, transform) in [("text", escaped), ("markup", { $0 })] as [(String, (String) -> String)] {
                let comments = payloads.enumerated().map { InventedPage.comment($0.offset + 1, transform($0.element), "Look: " + transform($0.element)) }.joined()
                try trial.write(InventedPage.page(InventedPage.section(comments), title: transform(payloads[0])), to: "\(name).html")
                let outcome = try trial.run("analyze", "\(name).html", "--db", "\(name).sqlite", "--reports", name)
                trial.expect(outcome.status == 0, "analyze ended with \(outcome.status): \(outcome.errors.suffix(200))")
                let report = try trial.text("\(name)/a1.html")
                for sign in ["<script>window", "<img src=x", "<svg onload", "<iframe", "<base", "<meta http-equiv=refresh", "href=\"javascript:"] {
                    trial.expect(!report.contains(sign), "the report holds \(sign)")
                }
                trial.expect(report.contains("default-src 'none'") || report.contains("default-src &#39;none&#39;"), "the report allows requests")
                if name == "text" { trial.expect(report.contains("&lt;script&gt;window.OWNED"), "the report does not show the payload") }
            }
        },
        SelfCheck("terminal escapes in names and texts", "none reaches the output") { trial in
            let bad = "clear \u{1B}[2J \u{1B}]0;owned\u{7} \u{9B}31m back\u{8} \u{202E}evil"
            try trial.write(InventedPage.page(InventedPage.section(InventedPage.comment(1, "eve \u{1B}[31m", bad), InventedPage.comment(2, "Bo", "Take the ferry then.")), title: bad), to: "escapes.html")
            trial.expect(try trial.run("analyze", "escapes.html"), says: "a1", status: 0)
            for arguments in [["analyze", "escapes.html", "--db", "again.sqlite"], ["show", "a1", "--color", "never"], ["list"], ["search", "clear", "--color", "never"]] {
                let outcome = try trial.run(arguments)
                for (sign, name) in [("\u{1B}", "ESC"), ("\u{7}", "BEL"), ("\u{8}", "BS"), ("\u{9B}", "CSI"), ("\u{202E}", "RLO")] {
                    trial.expect(!(outcome.output + outcome.errors).unicodeScalars.contains { String($0) == sign }, "`\(arguments[0])` lets \(name) through")
                }
            }
        },
        SelfCheck("texts that a spreadsheet would calculate", "marked as text in CSV; --raw-csv leaves them") { trial in
            let formulas = ["=1+1", "+1+1", "-2+3", "@SUM(1)", "＝1+1"]
            let comments = formulas.enumerated().map { InventedPage.comment($0.offset + 1, $0.element, $0.element + " and more words") }.joined()
            try trial.write(InventedPage.page(InventedPage.section(comments)), to: "formulas.html")
            trial.expect(try trial.run("analyze", "formulas.html", "--no-report"), says: "comments: 5", status: 0)
            trial.expect(try trial.run("export", "-o", "tables").status == 0, "export failed")
            trial.expect(try trial.run("export", "-o", "raw", "--raw-csv").status == 0, "export failed")
            let table = try trial.text("tables/comments.csv"), raw = try trial.text("raw/comments.csv")
            for formula in formulas {
                trial.expect(!table.contains(",\(formula)") && !table.contains(",\"\(formula)"), "a cell begins with \(formula)")
                trial.expect(table.contains("'\(formula)"), "\(formula) is not there")
                trial.expect(raw.contains("\(formula) and more words") && !raw.contains("'\(formula)"), "--raw-csv changes \(formula)")
            }
        },
        SelfCheck("control characters in the data", "JSON and CSV stay well-formed") { trial in
            try trial.write(InventedPage.page(InventedPage.section(InventedPage.comment(1, "Ida", "a \u{1}\u{1F} \u{FFFE} b \"quoted\" \\ back"), InventedPage.comment(2, "Bo", "Take the ferry then."))), to: "control.html")
            let outcome = try trial.run("extract", "control.html", "--jsonl")
            trial.expect(outcome.output.split(separator: "\n", omittingEmptySubsequences: true).count == 1, "a record is not one line")
            trial.expect(!outcome.output.utf8.contains { $0 < 0x20 && $0 != 0x0A }, "a control character stands in JSON as it is")
        },
        SelfCheck("searches written as SQL or as index syntax", "found or not, never obeyed") { trial in
            try trial.write(InventedPage.page(InventedPage.section(InventedPage.comment(1, "Ida", "A whole year without a bridge."), InventedPage.comment(2, "Bo", "Take the ferry then."))), to: "page.html")
            trial.expect(try trial.run("analyze", "page.html", "--no-report"), says: "comments: 2", status: 0)
            for query in ["\"", "ferry'; DROP TABLE comments; --", "NEAR(", "a AND", "comment_search:*", "(((", "* OR *", "ferry\" OR \"bridge"] {
                let outcome = try trial.run("search", "--", query)
                trial.expect(!(outcome.output + outcome.errors).contains("syntax error"), "the search '\(query)' is given to SQLite as it is")
            }
            trial.expect(try trial.run("search", "ferry"), says: "ferry", status: 0)
        },
    ]
}
