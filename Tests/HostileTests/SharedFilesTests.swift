import Foundation
import Testing

@testable import rejoinder

/// The hostile files that lie beside the project, where they do: every file ends as it should, in a few seconds, whatever it holds.
@Suite struct SharedFilesTests {
    private static let folder: URL? = {
        let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = top.appending(path: "shared/hostile")
        return FileManager.default.fileExists(atPath: folder.appending(path: "MANIFEST.tsv").path) ? folder : nil
    }()

    /// What a file must give: the number of comments, or words that the program says.
    private static let comments: [(files: [String], count: Int)] = [
        (["xss_text"], 17), (["csv_formula"], 13), (["deep_div_300", "deep_div_3000", "deep_div_20000", "deep_div_100000", "terminal_escapes", "nul_bytes", "charrefs", "mixed_encoding", "hidden_honeypot", "foreign_content"], 2),
        (["bidi_zero_width"], 6), (["deep_replies_5000"], 5_000), (["reply_cycle"], 5), (["duplicate_ids"], 4), (["clock_skew"], 8), (["no_comments"], 0),
        (["unclosed_formatting_20000", "nested_tables_2000", "attr_bomb", "one_line_1p5MB", "utf16_bom", "cp1251_declared_utf8", "cp1251_declared", "cp1252_as_latin1", "gbk_declared_gb2312", "sjis_late_meta", "utf7_xss", "double_mojibake"], 1),
    ]
    private static let said: [(file: String, status: Int32, words: String)] = [
        ("html/empty.html", 2, "empty input"), ("text/binary_elf_like.txt", 2, "not a page: a program (ELF)"), ("jsonl/bomb_300MB.jsonl.gz", 2, "over the limit of 64 MiB"),
        ("jsonl/truncated.jsonl.gz", 3, "gzip stream ends early at byte 11039 (1329 records read)"), ("jsonl/bad_crc.jsonl.gz", 0, "gzip CRC mismatch"), ("jsonl/garbage_after.jsonl.gz", 0, "trailing garbage"),
        ("jsonl/bad_lines.jsonl", 3, "8 bad record"), ("jsonl/multi_member.jsonl.gz", 0, "500 pages read"), ("warc/truncated_member.warc.gz", 3, "gzip stream ends early"), ("warc/corrupt_middle.warc.gz", 3, "20 pages read: 19 "),
        ("warc/single_member.warc.gz", 0, "one gzip member"), ("warc/wrong_length.warc", 0, "Content-Length is 99999999999"), ("warc/negative_length.warc", 3, "Content-Length is '-1'"), ("warc/good.warc.gz", 0, "20 pages read"),
        ("xml/xxe.wxr.xml", 2, "a WordPress export (WXR) whose DTD declares entities"), ("xml/billion_laughs.disqus.xml", 2, "a Disqus export (XML) whose DTD declares entities"), ("xml/deep.disqus.xml", 2, "a Disqus export (XML)"),
        ("xml/parent_cycle.disqus.xml", 2, "a Disqus export (XML)"),
    ]

    /// Without optimization these take minutes on a busy machine.
    private static var slow: [String] {
        #if DEBUG
            ["html/deep_replies_5000.html", "html/deep_div_100000.html"]
        #else
            []
        #endif
    }

    @Test(.enabled(if: folder != nil, "no ../shared/hostile here")) func everyFileEndsAsItShould() throws {
        let folder = try #require(Self.folder)
        let manifest = try String(contentsOf: folder.appending(path: "MANIFEST.tsv"), encoding: .utf8)
        let names = manifest.split(separator: "\n").dropFirst().compactMap { $0.split(separator: "\t").first.map(String.init) }
        #expect(names.count > 80)
        try withProgram { trial in
            let pages = Self.comments.flatMap { kind in kind.files.map { (name: "html/\($0).html", count: kind.count) } }.filter { names.contains($0.name) && !Self.slow.contains($0.name) }
            for page in pages {
                let outcome = try trial.run("extract", "--jsonl", folder.appending(path: page.name).path)
                let object = try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
                #expect(outcome.status == 0 && (object?["comments"] as? [Any])?.count == page.count, "\(page.name): \(outcome.errors.suffix(300))")
            }
            for kind in Self.said where names.contains(kind.file) {
                let outcome = try trial.run("analyze", folder.appending(path: kind.file).path, "--no-report", "--db", kind.file.replacing("/", with: "-") + ".sqlite")
                #expect(outcome.status == kind.status && (outcome.output + outcome.errors).contains(kind.words), "\(kind.file): \(outcome.status) \(outcome.errors.suffix(400))")
            }
            for name in names where name.hasPrefix("text/") && !Self.said.contains(where: { $0.file == name }) {
                #expect(try trial.run("extract", "--text", folder.appending(path: name).path).status == 0, "\(name)")
            }
            // Each line of the searches is words, whatever it holds.
            let queries = try Data(contentsOf: folder.appending(path: "search/fts_queries.txt")).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self).replacing("\u{0}", with: "") }
            try trial.write(HostilePage.page(HostilePage.section(HostilePage.comment("1", "Runa", "Keep the lamp."), HostilePage.comment("2", "Tove", "No."))), to: "page.html")
            #expect(try trial.run("analyze", "page.html", "--db", "search.sqlite", "--no-report").status == 0)
            for query in queries where !query.isEmpty {
                let outcome = try trial.run("search", "--db", "search.sqlite", "--", query)
                #expect((0...2).contains(outcome.status) && !outcome.errors.contains("syntax error"), "\(query.prefix(60)): \(outcome.errors.prefix(200))")
            }
        }
    }
}
