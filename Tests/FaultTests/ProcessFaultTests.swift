import Foundation
import Testing

@testable import rejoinder

/// What happens to the process itself: killed, interrupted, crowded, starved.
@Suite(.serialized) struct ProcessFaultTests {
    /// Eight kills; `KILLS=100 swift test --filter killedAnywhere` tries more.
    @Test func killedAnywhereARerunGivesTheSameExport() throws {
        try inTrial { trial in
            try InventedPage.pages(16, comments: 20, in: trial.folder.appending(path: "in"))
            let start = ContinuousClock.now
            trial.expect(try trial.run("analyze", "in", "--db", "whole.sqlite"), says: "16 stored", status: 0)
            let whole = (ContinuousClock.now - start) / .seconds(1)
            let undisturbed = try #require(try trial.everything(of: "whole.sqlite"))
            let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 8
            var stopped = 0
            for round in 0..<kills {
                let pause = whole * Double.random(in: 0...1)
                let ended = try trial.shell("rm -rf tried.sqlite* Reports; \"$1\" analyze in --db tried.sqlite >/dev/null & pid=$!; sleep \(pause); kill -9 $pid; wait $pid")
                if ended.status == 128 + SIGKILL { stopped += 1 }
                if let check = try trial.integrity(of: "tried.sqlite") { trial.expect(check == "ok", "killed after \(pause) s: \(check)") }
                trial.expect(try trial.run("analyze", "in", "--db", "tried.sqlite").status == 0, "killed after \(pause) s: the rerun failed")
                trial.expect(try trial.everything(of: "tried.sqlite") == undisturbed, "round \(round), killed after \(pause) s: the export or the reports differ")
            }
            #expect(stopped * 2 > kills, "only \(stopped) of \(kills) runs were killed before their end")
        }
    }

    /// Each waits for the others: a page is stored in one transaction.
    @Test func fourWritersAtOnceAllSucceed() throws {
        try inTrial { trial in
            for part in 0..<4 { try trial.write((part * 20..<part * 20 + 20).map(InventedPage.record).joined(), to: "\(part).jsonl") }
            let ended = try trial.shell("for i in 0 1 2 3; do \"$1\" analyze $i.jsonl --no-report --db one.sqlite >out.$i 2>err.$i || { echo failed; cat err.$i; } & done; wait")
            #expect(!ended.output.contains("failed\n"), "\(ended.output)")
            #expect(try trial.run("list", "--db", "one.sqlite", "--jsonl").output.split(separator: "\n").count == 80)
            #expect(try trial.integrity(of: "one.sqlite") == "ok")
        }
    }

    /// Whoever looks while `tag` runs sees the tags of before or those of after.
    @Test func tagsAreOldOrNewWhileTheyAreMadeAnew() throws {
        try inTrial { trial in
            try InventedPage.pages(30, comments: 20, in: trial.folder.appending(path: "in"))
            try trial.write("format = 1\nset = \"trial\"\nkind = \"theme\"\n[[tag]]\nid = \"pier\"\nlabel = \"Pier\"\nany = ['pier']\n", to: "other.toml")
            trial.expect(try trial.run("analyze", "in", "--no-report"), says: "30 stored", status: 0)
            let old = try trial.run("export", "--format", "jsonl", "-o", "-").output
            _ = try trial.shell("cp rejoinder.sqlite before.sqlite; \"$1\" tag --patterns other.toml >/dev/null 2>&1")
            let new = try trial.run("export", "--format", "jsonl", "-o", "-").output
            #expect(old != new && old.contains("trial/bus") && new.contains("trial/pier"))
            // Both ways, again and again, with a reader and a writer of pages beside it.
            let ended = try trial.shell(
                """
                (for i in 1 2 3; do "$1" tag --patterns patterns.toml; "$1" tag --patterns other.toml; done >/dev/null 2>tag.err; echo done >tagged) &
                n=0
                while [ ! -f tagged ]; do n=$((n+1)); "$1" export --format jsonl -o - >seen.$n.jsonl || echo failed; done
                wait; echo $n
                """)
            #expect(!ended.output.contains("failed"), "\(ended.output)")
            var states: Set<String> = []
            for name in try FileManager.default.contentsOfDirectory(atPath: trial.folder.path) where name.hasPrefix("seen.") {
                for line in try trial.text(name).split(separator: "\n") {
                    let state = (line.contains("trial/bus") ? "old " : "") + (line.contains("trial/pier") ? "new" : "")
                    states.insert(state)
                }
            }
            #expect(states.isSubset(of: ["old ", "new"]), "an article has tags of both: \(states)")
            trial.expect(try trial.shell("\"$1\" tag --patterns other.toml >/dev/null 2>&1; \"$1\" analyze in --no-report --patterns other.toml 2>&1").output.contains("30 done before"), "what was tagged anew is not done")
        }
    }

    /// A file may not grow beyond so many blocks: a full disk, as the system calls tell it.
    @Test func aDiskThatIsFullIsNamed() throws {
        try inTrial { trial in
            try InventedPage.pages(80, comments: 20, in: trial.folder.appending(path: "in"))
            let ended = try trial.shell("trap '' XFSZ; ulimit -f 700; \"$1\" analyze in --no-report")
            #expect(ended.status == 2)
            #expect(ended.output.contains("run the same command again"), "\(ended.output.suffix(400))")
            #expect(try trial.integrity(of: "rejoinder.sqlite") ?? "ok" == "ok")
            trial.expect(try trial.run("analyze", "in", "--no-report").status == 0, "the rerun failed")
            #expect(try trial.run("list", "--jsonl").output.split(separator: "\n").count == 80)
        }
    }

    @Test func whatIsNoFileIsPassedOverAndNamed() throws {
        try inTrial { trial in
            try InventedPage.pages(1, in: trial.folder.appending(path: "in"))
            let ended = try trial.shell("mkfifo in/pipe.html; ln -s . in/loop; ln -s loop2 in/loop2; ln -s /dev/zero in/zero.html; ln -s nowhere in/gone.html; timeout 60 \"$1\" analyze in /dev/zero --no-report")
            #expect(ended.status == 0, "\(ended.output)")
            #expect(ended.output.contains("1 stored"), "\(ended.output)")
            for words in ["in/pipe.html: a named pipe", "in/loop: a link back", "in/loop2: a link that leads nowhere", "in/zero.html: a link that leads out", "in/gone.html: a link that leads nowhere", "/dev/zero: not a regular file"] {
                #expect(ended.output.contains(words), "'\(words)' is not said: \(ended.output)")
            }
        }
    }

    /// All that was stored is in the one file, whatever the number of threads: who copies it has it all.
    @Test func theDatabaseIsOneFileBehindEveryRun() throws {
        try inTrial { trial in
            try InventedPage.pages(2, in: trial.folder.appending(path: "in"))
            for round in 0..<12 { trial.expect(try trial.run("analyze", "in", "--no-report", "--db", "r\(round).sqlite", "--threads", "\(1 + round % 4)"), says: "2 stored", status: 0) }
            let left = try FileManager.default.contentsOfDirectory(atPath: trial.folder.path).filter { $0.contains("sqlite-") }
            #expect(left.isEmpty, "\(left)")
        }
    }

    /// Nothing is written through a link that lies where a file is to be made; nothing half written is left.
    @Test func linksInTheOutputFolderAreNotFollowed() throws {
        try inTrial { trial in
            try InventedPage.pages(1, in: trial.folder.appending(path: "in"))
            trial.expect(try trial.run("analyze", "in", "--no-report"), says: "a1", status: 0)
            let ended = try trial.shell("mkdir out Reports; echo mine >victim; ln -s ../victim out/.comments.csv.part; ln -s ../victim Reports/.a1.html.part; \"$1\" export -o out; echo \"status $?\"; \"$1\" report a1 -o Reports; echo \"status $?\"; cat victim; ls -A out")
            #expect(ended.output.components(separatedBy: "cannot be written").count == 3 && ended.output.components(separatedBy: "status 2").count == 3, "\(ended.output)")
            #expect(ended.output.contains("mine\n") && !ended.output.contains("articles.csv.part"), "\(ended.output)")
        }
    }

    @Test func manyFilesNeedFewDescriptors() throws {
        try inTrial { trial in
            try InventedPage.pages(150, comments: 2, in: trial.folder.appending(path: "in"))
            let ended = try trial.shell("ulimit -n 64; \"$1\" analyze in --no-report --threads 8")
            #expect(ended.status == 0)
            #expect(ended.output.contains("150 pages read: 150 stored"), "\(ended.output.suffix(300))")
        }
    }

    /// Rights bind everybody but root, whose own tests are run as nobody.
    @Test(.enabled(if: Unprivileged.isPossible, "root, and no setpriv to be someone else with")) func whatMayNotBeReadOrWrittenIsNamed() throws {
        try inTrial { trial in
            try InventedPage.pages(2, in: trial.folder.appending(path: "in"))
            let ended = try trial.shell(
                """
                chmod 000 in/pier-1000.html; mkdir closed; cp in/pier-1001.html closed/; chmod 755 . in; chmod 777 .; \(Unprivileged.become) "$1" analyze in --no-report; echo "status $?"
                mkdir full; chmod 555 full; \(Unprivileged.become) "$1" analyze in/pier-1001.html --no-report --db full/x.sqlite; echo "status $?"
                \(Unprivileged.become) "$1" analyze in/pier-1001.html --reports full --db other.sqlite; echo "status $?"
                chmod 444 rejoinder.sqlite; \(Unprivileged.become) "$1" analyze in/pier-1001.html --no-report; echo "status $?"
                \(Unprivileged.become) "$1" list; echo "status $?"
                chmod 000 closed; \(Unprivileged.become) "$1" extract closed; echo "status $?"
                """)
            let parts = ended.output.components(separatedBy: "status ")
            #expect(parts.count == 7)
            for (part, words, status) in [
                (0, "in/pier-1000.html: permission denied", "3"), (1, "its folder is not writable", "2"), (2, "cannot be written", "2"), (3, "cannot be written", "2"),
                (4, "a1", "0"), (5, "closed: the folder cannot be read", "2"),
            ] where parts.count == 7 {
                #expect(parts[part].contains(words) && parts[part + 1].hasPrefix(status), "\(part): \(parts[part]) \(parts[part + 1].prefix(1))")
            }
        }
    }
}

/// Runs a command without root's rights.
private enum Unprivileged {
    static let become = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    static let isPossible = getuid() != 0 || ["/usr/bin/setpriv", "/bin/setpriv"].contains { FileManager.default.isExecutableFile(atPath: $0) }
}
