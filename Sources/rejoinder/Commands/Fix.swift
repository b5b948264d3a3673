internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import PatternTagging
internal import Pipeline
internal import Reporting
internal import Storage

struct Fix: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Correct a comment: its parent, its author, a wrong tag, or that it is none. What is corrected stays so.",
        discussion: """
            A correction holds in reruns and in later captures. Links that you state bear the evidence `human` with confidence 1; they are
            not counted as stated by the page, but as a kind of their own. Reports that were written before are older than the correction:
            `rejoinder report ARTICLE` writes them anew.

            EXAMPLES:
              rejoinder fix a1/c12 --parent c3
              rejoinder fix a1/c12 --parent none --author "Ida Berg"
              rejoinder fix a1/c40 --not-a-comment
              rejoinder fix a1/c12 --not-tag rhetoric/name-calling
              rejoinder fix --list
              rejoinder fix f3 --undo
              rejoinder fix --list --toml > overrides.toml
            """)

    @Argument(help: ArgumentHelp("A comment as reports and `show` name it (a1/c12; c12 will do where there is one article), or a correction (f3).", valueName: "comment"))
    var comment: String?
    @Option(help: "The comment it answers (c12), or none: it answers the article.") var parent: String?
    @Option(help: "Who wrote it; \"\" where nobody is named.") var author: String?
    @Flag(help: "It is no comment: a part of the page that was taken for one.") var notAComment = false
    @Option(help: "A tag that it does not bear (rhetoric/name-calling). May be given several times.") var notTag: [String] = []
    @Flag(help: "Take back what was corrected in the comment, or one correction (f3).") var undo = false
    @Flag(help: "List all corrections.") var list = false
    @Flag(help: "With --list: one JSON document (rejoinder.corrections/1).") var json = false
    @Flag(help: "With --list: in the form of overrides.toml.") var toml = false
    @Option(help: "A file of corrections that hold as well (default: what rejoinder.toml says).") var overrides: String?
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var patterns: PatternOptions

    func validate() throws {
        let changes = [parent != nil, author != nil, notAComment, !notTag.isEmpty].count { $0 }
        if list {
            guard comment == nil, changes == 0, !undo else { throw ValidationError("--list takes no comment and no correction.") }
            guard !(json && toml) else { throw ValidationError("Give one of --json and --toml.") }
        } else {
            guard comment != nil else { throw ValidationError("Name a comment, as a1/c12; or give --list.") }
            guard undo != (changes > 0) else { throw ValidationError("Say what is wrong with it (--parent, --author, --not-a-comment, --not-tag), or give --undo.") }
        }
    }

    func run() throws {
        let settings = try Settings.load()
        if list { return try printList(settings) }
        guard let comment else { return }
        let path = database.resolvedPath(settings)
        guard FileManager.default.fileExists(atPath: path) else { _ = try database.open(settings); return }
        let store = try storing { () throws(StorageError) in try Store(path: path) }
        var fromFile = CorrectionBook()
        if let overrides = overrides ?? settings.overrides { try Overrides.read(overrides, into: &fromFile) }
        let (library, problems) = try patterns.load(settings)
        for problem in problems where problem.severity == .error { Terminal.note(problem.description) }

        let target = try target(comment, in: store)
        do {
            try store.revise(article: target.article) { page, before in
                var after = before
                if undo {
                    after = try remaining(before, target, page)
                } else {
                    for correction in try corrections(of: target, in: page) {
                        after.removeAll { correction.replaces($0.correction) }
                        after.append(StoredCorrection(article: target.article, correction: correction))
                    }
                }
                var all = fromFile.corrections(for: page)
                for stored in after { all.add(stored.correction) }
                let revised = corrected(page, by: all)
                if !undo { try refuseWithoutEffect(revised, new: after.filter { $0.id == 0 }.map(\.correction)) }
                tell(page, revised, target)
                return (tagged(revised, by: library.makeTagger()), after)
            }
        } catch let error as StorageError {
            throw Failure(.impossible, error.description)
        }
    }

    // MARK: What is meant

    /// A comment of an article by its position, or a correction by its number.
    private struct Target {
        var article: Int
        var comment: Int?
        var correction: Int?
    }

    private func target(_ word: String, in store: Store) throws -> Target {
        if let number = numbered(word, "f") {
            guard let stored = try storing({ () throws(StorageError) in try store.corrections() }).first(where: { $0.id == number }) else {
                throw Failure(.impossible, "there is no correction \(word); `rejoinder fix --list` names them")
            }
            guard undo else { throw Failure(.impossible, "\(word) is a correction; give --undo with it, or name a comment, as a1/c12") }
            return Target(article: stored.article, correction: number)
        }
        let parts = word.split(whereSeparator: { $0 == "/" || $0 == "#" }).map(String.init)
        guard let last = parts.last, let position = numbered(last, "c"), position > 0 else {
            throw Failure(.impossible, "'\(word)' names no comment; write it as a1/c12, as reports and `rejoinder show` name them")
        }
        if parts.count > 1 { return Target(article: try find(String(word.dropLast(last.count + 1)), in: store), comment: position - 1) }
        let articles = try storing { () throws(StorageError) in try store.articles() }
        guard articles.count == 1 else {
            throw Failure(.impossible, "the database holds \(articles.count) articles; say which one is meant, as a1/\(last)")
        }
        return Target(article: articles[0].id, comment: position - 1)
    }

    private func numbered(_ word: String, _ letter: Character) -> Int? {
        guard word.first == letter else { return nil }
        return Int(word.dropFirst())
    }

    /// What a comment of the page, by its present position, was when the page was read.
    private func reference(_ position: Int, in page: AnalyzedPage) throws -> CommentReference {
        guard page.discussion.comments.indices.contains(position) else {
            throw Failure(
                .impossible, "the article has no comment c\(position + 1); it has \(page.discussion.comments.count), as `rejoinder show` prints them")
        }
        let references = (page.asRead?.discussion ?? page.discussion).comments.references()
        let index = page.asRead.map { settle($0).kept[position] } ?? position
        guard let reference = references[index] else {
            throw Failure(
                .impossible,
                "\(page.discussion.comments[position].id) shows too little to be known again: no id, no name, no time, and a short text; a correction of it would be lost")
        }
        return reference
    }

    // MARK: Changes

    private func corrections(of target: Target, in page: AnalyzedPage) throws -> [Correction] {
        guard let position = target.comment else { return [] }
        let comment = try reference(position, in: page)
        var changes: [Correction.Change] = []
        if let parent {
            if parent == "none" {
                changes.append(.parent(nil))
            } else {
                guard let last = parent.split(whereSeparator: { $0 == "/" || $0 == "#" }).last, let number = numbered(String(last), "c"), number > 0 else {
                    throw Failure(.impossible, "--parent: '\(parent)' names no comment; write it as c12, or none")
                }
                guard number - 1 != position else { throw Failure(.impossible, "--parent: a comment cannot answer itself") }
                changes.append(.parent(try reference(number - 1, in: page)))
            }
        }
        if let author { changes.append(.author(author.isEmpty ? nil : author)) }
        if notAComment { changes.append(.notAComment) }
        changes += notTag.map { .notTag($0) }
        return changes.map { Correction(comment: comment, change: $0) }
    }

    private func remaining(_ before: [StoredCorrection], _ target: Target, _ page: AnalyzedPage) throws -> [StoredCorrection] {
        let after: [StoredCorrection]
        if let number = target.correction {
            after = before.filter { $0.id != number }
        } else if let position = target.comment {
            let comment = try reference(position, in: page)
            after = before.filter { $0.correction.comment != comment }
        } else {
            after = before
        }
        guard after.count < before.count else {
            throw Failure(.impossible, "nothing was corrected in this comment with `rejoinder fix`; `rejoinder fix --list` tells what was, and overrides.toml is edited by hand")
        }
        return after
    }

    private func refuseWithoutEffect(_ page: AnalyzedPage, new: [Correction]) throws {
        guard let reading = page.asRead else { return }
        for (correction, reason) in settle(reading).unheeded where new.contains(correction) {
            throw Failure(.impossible, "not corrected: \(reason.words(of: correction)). Nothing was changed" + (reason == .cycle ? "; correct that one's parent first" : ""))
        }
    }

    private func tell(_ before: AnalyzedPage, _ after: AnalyzedPage, _ target: Target) {
        let gone = before.discussion.comments.count - after.discussion.comments.count
        // A correction that was taken back may leave others of its page.
        let outcome = undo ? target.comment == nil ? "\(comment ?? "the correction") is taken back" : "as it was read" : "corrected"
        var line = "a\(target.article)\(target.comment.map { "/" + Comment.id(at: $0) } ?? ":") \(outcome)"
        if gone > 0 { line += "; comments behind it have moved up by one: c numbers follow the page" }
        if gone < 0 { line += "; comments behind it have moved down by one: c numbers follow the page" }
        Terminal.print(line)
        Terminal.note("Reports that were written before do not have it yet; `rejoinder report a\(target.article)` writes them anew")
    }

    // MARK: List

    private func printList(_ settings: Settings) throws {
        let store = try database.open(settings)
        let corrections = try storing { () throws(StorageError) in try store.corrections() }
        if toml {
            let articles = Dictionary(uniqueKeysWithValues: try storing { () throws(StorageError) in try store.articles() }.map { ($0.id, $0.url ?? $0.source) })
            Terminal.output(Overrides.text(corrections.map { (articles[$0.article] ?? "", $0.correction) }))
            return
        }
        var lines: [CorrectionLine] = []
        var places: [Int: [CommentReference: String]] = [:]
        for stored in corrections {
            let known = try places[stored.article] ?? presentIDs(try storing { () throws(StorageError) in try store.load(article: stored.article) })
            places[stored.article] = known
            let now = known[stored.correction.comment]
            lines.append(CorrectionLine(id: stored.id, article: stored.article, correction: stored.correction, comment: now, parent: stored.correction.parent.flatMap { known[$0] }))
        }
        if json {
            Terminal.print(correctionsJSON(lines))
        } else if lines.isEmpty {
            Terminal.note("Nothing was corrected yet.")
        } else {
            for line in lines { Terminal.print(terminalSafeLine("f\(line.id)  a\(line.article)/\(line.comment ?? "not found")  \(line.words)")) }
        }
    }

    /// The ids that comments have now, by what they are recognised by; `removed` for what is no comment.
    private func presentIDs(_ page: AnalyzedPage) -> [CommentReference: String] {
        let kept = page.asRead.map { settle($0).kept } ?? Array(page.discussion.comments.indices)
        let position = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        var ids: [CommentReference: String] = [:]
        for (index, reference) in (page.asRead?.discussion ?? page.discussion).comments.references().enumerated() {
            if let reference { ids[reference] = position[index].map { Comment.id(at: $0) } ?? "removed" }
        }
        return ids
    }
}

extension Correction {
    fileprivate var parent: CommentReference? { if case .parent(let target) = change { target } else { nil } }
}

extension CorrectionLine {
    /// The correction in words, with what the comment is recognised by.
    fileprivate var words: String {
        let said =
            switch correction.change {
            case .parent(nil): "answers the article"
            case .parent(let target?): "answers \(parent ?? "a comment that is not in the latest capture (\(target.words))")"
            case .author(let name): name.map { "is by \($0)" } ?? "is by nobody named"
            case .notAComment: "is no comment"
            case .notTag(let tag): "does not bear \(tag)"
            }
        return "\(said)  (\(correction.comment.words))"
    }
}
