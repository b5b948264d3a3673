internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// A comment as a page's scripts state it, for machines to read: JSON-LD of schema.org, or the records of an application's embedded state.
/// Such a statement may be old, cut short or wrong: what the page shows comes first.
struct StatedComment: Sendable {
    enum Source: String, Sendable { case jsonLD = "JSON-LD", embeddedState = "embedded state" }
    var source: Source
    /// The script it stands in.
    var node: Int
    var key: String?
    var author: Author?
    var time: Timestamp?
    var timeText: String?
    var text: String
    var permalink: String?
    var votes: Votes?
    var parentKey: String?
    /// Place in the list of statements of the one it stands inside.
    var parent: Int?
}

/// Collects what a page's scripts state.
struct StatementReader {
    let document: HTMLDocument
    let times: TimeReader
    private(set) var found: [StatedComment] = []

    init(_ document: HTMLDocument, times: TimeReader) {
        self.document = document
        self.times = times
    }

    /// All statements of the page, in its order. JSON-LD is preferred: embedded state is read where there is none.
    mutating func read() -> [StatedComment] {
        let scripts = (0..<document.count).filter { document.name($0) == .script }
        for script in scripts where isType(script, "application/ld+json") {
            if let value = json(script, mustMention: StatementReader.typeMarks) { readLinkedData(value, script, parent: nil, isAnswer: false) }
        }
        guard found.isEmpty else { return found }
        for script in scripts where !isType(script, "application/ld+json") && document.attributeBytes(script, .src) == nil {
            guard let value = state(script) else { continue }
            let first = found.count
            readState(value, script, name: "", parent: nil)
            // One record alone may be anything.
            if found.count - first < 2 { found.removeSubrange(first...) }
            if !found.isEmpty { break }
        }
        return found
    }

    // MARK: Scripts

    /// Bytes of a script that are looked into; a larger one is an application and not its data.
    private static let largest = 16 << 20
    private static let typeMarks = ["Comment", "Answer", "DiscussionForumPosting"].map { Array($0.utf8) }
    private static let stateMarks = ["omment", "repl", "answer", "discussion", "thread"].map { Array($0.utf8) }

    private func isType(_ script: Int, _ type: String) -> Bool { document.attribute(script, .type)?.lowercased().hasPrefix(type) ?? false }

    private func text(of script: Int) -> ArraySlice<UInt8>? {
        guard let text = document.subtree(script).first(where: document.isText) else { return nil }
        let bytes = document.textBytes(text)
        return bytes.count <= StatementReader.largest ? bytes : nil
    }

    private func json(_ script: Int, mustMention marks: [[UInt8]]) -> JSONValue? {
        guard let bytes = text(of: script), marks.contains(where: { bytes.contains($0) }) else { return nil }
        return JSONValue(String(decoding: bytes, as: UTF8.self))
    }

    /// `<script type="application/json">{…}` or `window.STATE = {…}`.
    private func state(_ script: Int) -> JSONValue? {
        guard let bytes = text(of: script), bytes.count > 80 else { return nil }
        var start = bytes.startIndex
        if !isType(script, "application/json") {
            guard let brace = bytes.prefix(200).firstIndex(where: { $0 == 0x7B || $0 == 0x5B }), bytes[..<brace].last(where: { $0 > 0x20 }) == 0x3D else { return nil }
            guard document.attributeBytes(script, .type) == nil || isType(script, "text/javascript") else { return nil }
            start = brace
        }
        guard StatementReader.stateMarks.contains(where: { bytes.contains($0) }) else { return nil }
        return JSONValue(String(decoding: bytes[start...], as: UTF8.self))
    }

    // MARK: schema.org

    /// `JSONValue` is at most 200 levels deep, so this may recurse.
    private mutating func readLinkedData(_ value: JSONValue, _ script: Int, parent: Int?, isAnswer: Bool) {
        switch value {
        case .array(let elements): for element in elements { readLinkedData(element, script, parent: parent, isAnswer: isAnswer) }
        case .object(let members):
            var own = parent
            if isAnswer || !StatementReader.types.isDisjoint(with: types(of: value)), let text = words(of: value, StatementReader.textNames) {
                let person = value["author"] ?? value["creator"]
                let stamp = ["dateCreated", "datePublished", "commentTime", "dateModified"].lazy.compactMap { value[$0]?.text }.first
                let votes = StatementReader.count(value["upvoteCount"]).map { Votes(up: $0, down: StatementReader.count(value["downvoteCount"])) }
                own = found.count
                found.append(
                    StatedComment(
                        source: .jsonLD, node: script, key: (value["@id"] ?? value["identifier"] ?? value["url"])?.text, author: StatementReader.author(person),
                        time: stamp.flatMap(time), timeText: stamp, text: text, permalink: value["url"]?.text, votes: votes,
                        parentKey: (value["parentItem"]?["@id"] ?? value["parentItem"]?["url"] ?? value["parentItem"])?.text, parent: parent))
            }
            for member in members where member.name != "author" && member.name != "publisher" {
                let isAnswer = ["comment", "comments", "suggestedAnswer", "acceptedAnswer"].contains(member.name)
                readLinkedData(member.value, script, parent: isAnswer ? own : parent, isAnswer: isAnswer)
            }
        default: return
        }
    }

    private static let types: Set<String> = ["Comment", "UserComments", "Answer"]
    private static let textNames = ["text", "commentText", "articleBody", "description"]

    private func types(of value: JSONValue) -> Set<String> {
        guard let type = value["@type"] else { return [] }
        return Set((type.text.map { [$0] } ?? type.elements.compactMap(\.text)).map { $0.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? $0 })
    }

    // MARK: Embedded state

    /// A list of records under a name that speaks of comments, or inside such a record.
    private mutating func readState(_ value: JSONValue, _ script: Int, name: String, parent: Int?) {
        switch value {
        case .array(let elements):
            let isComments = parent != nil || StatementReader.listNames.contains(where: Array(name.utf8)[...].contains)
            for element in elements {
                if isComments, readRecord(element, script, parent: parent) { continue }
                readState(element, script, name: parent == nil ? name : "", parent: nil)
            }
        case .object(let members):
            // `comments: {"12": {…}, "13": {…}}`, `comments: {items: […]}`.
            let isComments = StatementReader.listNames.contains(where: Array(name.utf8)[...].contains)
            for member in members {
                if isComments, readRecord(member.value, script, parent: nil) { continue }
                let inner = member.name.lowercased()
                readState(member.value, script, name: StatementReader.wrappers.contains(inner) || isComments && inner.allSatisfy(\.isNumber) ? name : inner, parent: nil)
            }
        default: return
        }
    }

    private static let listNames = ["comment", "repl", "answer", "discussion", "thread", "response"].map { Array($0.utf8) }
    private static let wrappers: Set<String> = ["items", "nodes", "edges", "node", "data", "results", "list", "all", "byid", "entities", "entries", "response"]

    /// Takes an object as a comment where it holds a text, an author and a time or an id, and nothing that only articles and goods have.
    private mutating func readRecord(_ value: JSONValue, _ script: Int, parent: Int?) -> Bool {
        guard case .object = value else { return false }
        let record = value["node"].flatMap { inner in if case .object = inner { inner } else { nil } } ?? value["comment"].flatMap { inner in if case .object = inner { inner } else { nil } } ?? value
        guard !["title", "headline", "slug", "price", "sku"].contains(where: { record[$0]?.text.map { !$0.isEmpty } ?? false }) else { return false }
        guard let text = words(of: record, ["text", "body", "content", "message", "comment", "raw_message", "html", "bodyHtml", "body_html", "contentHtml", "commentText", "comment_text"]) else { return false }
        let names = ["author", "user", "name", "username", "author_name", "authorName", "creator", "nickname", "displayName", "userName", "by", "postedBy", "commenter"]
        let author = names.lazy.compactMap { StatementReader.author(record[$0]) }.first
        let stamp = ["created_at", "createdAt", "created", "date", "dateCreated", "time", "timestamp", "posted", "postedAt", "posted_at", "published", "publishedAt", "creationDate", "created_utc", "addedAt"]
            .lazy.compactMap { record[$0]?.text }.first
        let key = ["id", "_id", "commentId", "comment_id", "uuid", "pk", "cid"].lazy.compactMap { record[$0]?.text }.first
        guard author != nil, stamp != nil || key != nil else { return false }
        let above = ["parent", "parentId", "parent_id", "parentID", "replyTo", "reply_to", "inReplyTo", "in_reply_to", "parentCommentId", "parent_comment_id", "replyToId"]
            .lazy.compactMap { record[$0]?.text ?? record[$0]?["id"]?.text }.first
        let votes = ["score", "likes", "points", "votes", "likeCount", "upvotes"].lazy.compactMap { StatementReader.count(record[$0]) }.first
        let own = found.count
        found.append(
            StatedComment(
                source: .embeddedState, node: script, key: key, author: author, time: stamp.flatMap(time), timeText: stamp, text: text, votes: votes.map { Votes(score: $0) },
                parentKey: above == "0" || above == key ? nil : above, parent: parent))
        for name in ["replies", "children", "comments", "answers", "responses", "childComments"] {
            guard let inner = record[name] else { continue }
            let list = [inner, inner["items"], inner["nodes"], inner["edges"], inner["data"]].lazy.compactMap { $0?.elements }.first { !$0.isEmpty } ?? []
            for element in list { _ = readRecord(element, script, parent: own) }
        }
        return true
    }

    // MARK: Values

    private func words(of value: JSONValue, _ names: [String]) -> String? {
        for name in names {
            guard case .string(let text)? = value[name], text.contains(where: { !$0.isWhitespace }) else { continue }
            guard text.utf8.contains(0x3C) || text.utf8.contains(0x26) else { return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n") }
            return HTMLDocument(utf8: Array("<div>\(text)</div>".utf8)).plainText(HTMLDocument.root)
        }
        return nil
    }

    private static func author(_ value: JSONValue?) -> Author? {
        guard let value else { return nil }
        if case .array(let list) = value { return author(list.first) }
        if case .string(let name) = value { return name.isEmpty || name.hasPrefix("http") ? nil : Author(name: name) }
        let name = ["name", "displayName", "display_name", "username", "userName", "login", "nickname", "alternateName"].lazy.compactMap { value[$0]?.text }.first { !$0.isEmpty }
        return name.map { Author(name: $0, profile: (value["url"] ?? value["profileUrl"] ?? value["sameAs"])?.text) }
    }

    /// ISO 8601, or seconds or milliseconds since 1970.
    private func time(_ text: String) -> Timestamp? {
        if let stamp = Timestamp(iso8601: text) { return stamp }
        if let number = Double(text), number > 100_000_000 {
            let seconds = number > 100_000_000_000 ? number / 1_000 : number
            guard seconds < 100_000_000_000 else { return nil }
            return Timestamp(year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, utcOffset: 0).adding(seconds: Int(seconds))
        }
        return times.first(in: text)?.timestamp
    }

    private static func count(_ value: JSONValue?) -> Int? { value?.text.flatMap { Int($0) } }
}
