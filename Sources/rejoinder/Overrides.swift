internal import DiscourseModel
internal import Foundation
internal import PatternTagging
internal import Pipeline
internal import Storage
internal import TOMLKit

/// `overrides.toml`: what people correct, as a file that can be kept under version control.
///
///     [[fix]]
///     page = "https://example.org/story"        # or the path as given to analyze, or the SHA-256 of the file
///     comment = { key = "comment-12" }          # or { author = "Ida", posted = "6 May 2024", text = "..." }
///     parent = { key = "comment-3" }            # or "none"
///     author = "Ida Berg"
///     not-a-comment = true
///     not-tags = ["rhetoric/name-calling"]
enum Overrides {
    /// Reads the file's corrections into `book`.
    static func read(_ path: String, into book: inout CorrectionBook) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Failure(.impossible, "\(path): the corrections cannot be read as UTF-8 text; name another file with --overrides")
        }
        let table: TOMLTable
        do {
            table = try readTOML(text)
        } catch {
            throw Failure(.impossible, "\(path):\(error)")
        }
        for key in table.keys where key != "fix" {
            throw Failure(.impossible, "\(path): unknown key '\(key)'; corrections are [[fix]] tables")
        }
        guard let fixes = table["fix"] else { return }
        guard let list = fixes.array else { throw Failure(.impossible, "\(path): write each correction under a line [[fix]]") }
        for number in 0..<list.count {
            let place = "\(path): [[fix]] number \(number + 1)"
            guard let entry = list[number].table else { throw Failure(.impossible, "\(place) is no table") }
            let (page, corrections) = try read(entry, place)
            for correction in corrections { book.add(correction, page: page) }
        }
    }

    private static func read(_ entry: TOMLTable, _ place: String) throws -> (page: String, [Correction]) {
        let known = ["page", "comment", "parent", "author", "not-a-comment", "not-tags"]
        for key in entry.keys where !known.contains(key) {
            throw Failure(.impossible, "\(place): unknown key '\(key)'; known are \(known.joined(separator: ", "))")
        }
        guard let page = entry["page"]?.string, !page.isEmpty else {
            throw Failure(.impossible, "\(place): page must name the page: its address, its path or the SHA-256 of its file")
        }
        guard let table = entry["comment"]?.table else { throw Failure(.impossible, "\(place): comment must be a table, as { key = \"comment-12\" }") }
        let comment = try reference(table, place + ", comment")
        var changes: [Correction.Change] = []
        if let parent = entry["parent"] {
            if let word = parent.string, word == "none" {
                changes.append(.parent(nil))
            } else if let table = parent.table {
                changes.append(.parent(try reference(table, place + ", parent")))
            } else {
                throw Failure(.impossible, "\(place): parent must be \"none\" or a table, as { key = \"comment-3\" }")
            }
        }
        if let author = entry["author"] {
            guard let name = author.string else { throw Failure(.impossible, "\(place): author must be a text; \"\" says that nobody is named") }
            changes.append(.author(name.isEmpty ? nil : name))
        }
        if let flag = entry["not-a-comment"] {
            guard let flag = flag.bool else { throw Failure(.impossible, "\(place): not-a-comment must be true or false") }
            if flag { changes.append(.notAComment) }
        }
        if let tags = entry["not-tags"] {
            guard let list = tags.array else { throw Failure(.impossible, "\(place): not-tags must be a list, as [\"rhetoric/name-calling\"]") }
            for index in 0..<list.count {
                guard let tag = list[index].string else { throw Failure(.impossible, "\(place): not-tags must be a list of texts") }
                changes.append(.notTag(tag))
            }
        }
        guard !changes.isEmpty else {
            throw Failure(.impossible, "\(place) says nothing of its comment; give parent, author, not-a-comment or not-tags")
        }
        return (page, changes.map { Correction(comment: comment, change: $0) })
    }

    private static func reference(_ table: TOMLTable, _ place: String) throws -> CommentReference {
        let known = ["key", "author", "posted", "text", "nth"]
        for key in table.keys where !known.contains(key) {
            throw Failure(.impossible, "\(place): unknown key '\(key)'; known are \(known.joined(separator: ", "))")
        }
        let identity = CommentIdentity(
            platformKey: table["key"]?.string, author: table["author"]?.string.map { Author(name: $0) }, posted: table["posted"]?.string,
            text: table["text"]?.string ?? "")
        guard let identity else {
            throw Failure(
                .impossible, "\(place): a short text alone names no comment; give its platform's key, or author, posted and text as the page has them")
        }
        return CommentReference(identity: identity, nth: max(0, table["nth"]?.int ?? 0))
    }

    /// Corrections as the text of such a file.
    static func text(_ corrections: [(page: String, correction: Correction)]) -> String {
        corrections.map { page, correction in
            var lines = ["[[fix]]", "page = \(quoted(page))", "comment = \(inline(correction.comment))"]
            switch correction.change {
            case .parent(let target): lines.append("parent = " + (target.map(inline) ?? "\"none\""))
            case .author(let name): lines.append("author = \(quoted(name ?? ""))")
            case .notAComment: lines.append("not-a-comment = true")
            case .notTag(let tag): lines.append("not-tags = [\(quoted(tag))]")
            }
            return lines.joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }

    private static func inline(_ reference: CommentReference) -> String {
        let identity = reference.identity
        var members = [("key", identity.platformKey), ("author", identity.author), ("posted", identity.posted), ("text", identity.text)]
            .compactMap { name, value in value.map { "\(name) = \(quoted($0))" } }
        if reference.nth > 0 { members.append("nth = \(reference.nth)") }
        return "{ " + members.joined(separator: ", ") + " }"
    }

    /// A basic string of TOML 1.0: control characters are escaped, everything else stands as it is.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension CorrectionBook {
    /// What `overrides.toml` says, and on top of it what `rejoinder fix` put into the database.
    static func load(overrides: String?, store: Store) throws -> CorrectionBook {
        var book = CorrectionBook()
        if let overrides { try Overrides.read(overrides, into: &book) }
        for (page, correction) in try storing({ () throws(StorageError) in try store.correctionsByPage() }) { book.add(correction, page: page) }
        return book
    }
}
