extension SelfCheck {
    private static func storeTwo(_ trial: Trial) throws {
        for number in 0..<2 {
            let body = InventedPage.section(InventedPage.comment(1, "Ida", "The ferry of pier \(number) was late."), InventedPage.comment(2, "Bo", "It always is."))
            try trial.write(InventedPage.page(body, title: "Pier \(number)"), to: "page-\(number).html")
        }
        trial.expect(try trial.run("analyze", "page-0.html", "page-1.html", "--no-report", "--db", "good.sqlite"), says: "2 stored", status: 0)
    }

    /// Databases that are none, or not whole.
    static let hostileDatabases = [
        SelfCheck("a file that is no database", "named and left as it is") { trial in
            try storeTwo(trial)
            let text = "Dear diary, this is no database.\n"
            try trial.write(text, to: "diary.sqlite")
            trial.expect(try trial.run("analyze", "page-0.html", "--no-report", "--db", "diary.sqlite"), says: "is not a rejoinder database", status: 2)
            trial.expect(try trial.text("diary.sqlite") == text, "the file was changed")
        },
        SelfCheck("a database cut off", "reading and checking it say so") { trial in
            try storeTwo(trial)
            let whole = try trial.bytes("good.sqlite")
            for part in [2, 3, 10] {
                try trial.write(Array(whole[..<(whole.count / part)]), to: "cut-\(part).sqlite")
                let outcome = try trial.run("doctor", "--db", "cut-\(part).sqlite")
                trial.expect(outcome.status == 1 && outcome.output.contains("WRONG"), "doctor finds nothing wrong with 1/\(part) of a database")
            }
        },
        SelfCheck("bytes changed in a database", "no command crashes") { trial in
            try storeTwo(trial)
            var changed = try trial.bytes("good.sqlite")
            for at in stride(from: 4_096, to: changed.count, by: 977) { changed[at] ^= 0x55 }
            try trial.write(changed, to: "changed.sqlite")
            for arguments in [["list"], ["show", "a1"], ["doctor"], ["search", "ferry"], ["export", "-o", "tables"]] { _ = try trial.run(arguments + ["--db", "changed.sqlite"]) }
            trial.expect(try trial.run("doctor", "--db", "changed.sqlite").status == 1, "doctor finds nothing wrong")
        },
        SelfCheck("the same pages with one and with two threads, and again", "the export has the same bytes") { trial in
            try trial.write((0..<30).map(InventedPage.record).joined(), to: "dump.jsonl")
            for (name, threads) in [("one", "1"), ("two", "2")] {
                trial.expect(try trial.run("analyze", "dump.jsonl", "--no-report", "--db", "\(name).sqlite", "--threads", threads), says: "30 stored", status: 0)
                trial.expect(try trial.run("analyze", "dump.jsonl", "--no-report", "--db", "\(name).sqlite"), says: "30 done before", status: 0)
                trial.expect(try trial.run("export", "--format", "jsonl", "-o", name, "--db", "\(name).sqlite").status == 0, "export failed")
            }
            trial.expect(try trial.bytes("one/articles.jsonl") == trial.bytes("two/articles.jsonl"), "one and two threads give different bytes")
        },
    ]
}
