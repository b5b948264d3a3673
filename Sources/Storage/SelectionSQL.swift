internal import GRDB

/// A condition of SQL with its values.
struct BoundCondition {
    var sql: String
    var values: [any DatabaseValueConvertible] = []
}

extension Selection {
    /// Fields of the article and its latest capture, for tables named `articles`.
    private static let articleFields: [String: (sql: String, kind: FieldKind)] = [
        "article": ("'a' || articles.id", .text), "site": ("articles.site", .text), "section": ("articles.section", .text),
        "language": ("articles.language", .text), "title": ("articles.title", .text), "byline": ("articles.byline", .text),
        "url": ("articles.url", .text), "date": ("articles.published", .time),
        "captured": (capture("captured"), .time), "source": (capture("source"), .text), "platform": (capture("platform"), .text),
        "comments": (capture("comment_count"), .number), "authors": (capture("author_count"), .number),
    ]
    /// Fields of a comment, for a table named `comments`.
    private static let commentFields: [String: (sql: String, kind: FieldKind)] = [
        "author": ("comments.author_name", .text), "posted": ("comments.posted", .time), "text": ("comments.text", .text),
        "depth": ("comments.depth", .number), "state": ("comments.state", .text), "tag": ("", .tag),
    ]
    private enum FieldKind { case text, time, number, tag }

    /// The names of all fields, for messages.
    package static var fields: [String] { (articleFields.keys.sorted() + commentFields.keys.sorted()) }

    private static func capture(_ column: String) -> String {
        "(SELECT \(column) FROM captures WHERE captures.id = articles.latest_capture_id)"
    }

    /// The condition on rows of `articles`.
    func articleCondition(_ database: Database) throws -> BoundCondition {
        let inner = try sql(condition, database)
        guard try speaksOfComments(condition, database) else { return inner }
        return BoundCondition(sql: "EXISTS (SELECT 1 FROM comments WHERE comments.article_id = articles.id AND \(inner.sql))", values: inner.values)
    }

    /// The condition on rows of `comments` joined with `articles`.
    func commentCondition(_ database: Database) throws -> BoundCondition { try sql(condition, database) }

    private func sql(_ condition: Condition, _ database: Database) throws -> BoundCondition {
        func joined(_ parts: [Condition], _ word: String) throws -> BoundCondition {
            let parts = try parts.map { try sql($0, database) }
            return BoundCondition(sql: "(" + parts.map(\.sql).joined(separator: " \(word) ") + ")", values: parts.flatMap(\.values))
        }
        switch condition {
        case .all(let parts): return try joined(parts, "AND")
        case .any(let parts): return try joined(parts, "OR")
        case .not(let part):
            let inner = try sql(part, database)
            return BoundCondition(sql: "NOT coalesce(\(inner.sql), 0)", values: inner.values)
        case .test(let field, let relation, let value):
            if let (expression, kind) = Self.articleFields[field] ?? Self.commentFields[field] { return try test(field, expression, kind, relation, value) }
            return try ownColumn(field, relation, value, database)
        }
    }

    private func test(_ field: String, _ expression: String, _ kind: FieldKind, _ relation: Relation, _ value: String) throws -> BoundCondition {
        switch (kind, relation) {
        case (.tag, .equal), (.tag, .unequal), (.tag, .contains):
            // `shouting` stands for `rhetoric/shouting` as well.
            let match = relation == .contains ? "instr(tags.tag, ?)" : "(tags.tag = ? OR substr(tags.tag, -length(?)) = ?)"
            let values: [any DatabaseValueConvertible] = relation == .contains ? [value] : [value, "/" + value, "/" + value]
            let found = """
                EXISTS (SELECT 1 FROM tags JOIN tag_runs ON tag_runs.id = tags.run_id WHERE tags.comment_id = comments.id AND voice = 'own'
                  AND tag_runs.capture_id = articles.latest_capture_id AND \(match))
                """
            return BoundCondition(sql: relation == .unequal ? "NOT " + found : found, values: values)
        case (.tag, _): throw refused(field, "takes =, != and ~ alone")
        case (_, .contains): return BoundCondition(sql: "instr(lower(coalesce(\(expression), '')), lower(?))", values: [value])
        case (.number, _):
            guard let number = Int(value) else { throw refused(field, "is a number, and '\(value)' is none") }
            return BoundCondition(sql: "\(expression) \(relation.rawValue) ?", values: [number])
        case (.time, _):
            let shortened = "substr(\(expression), 1, length(?))"
            return BoundCondition(
                sql: relation == .unequal ? "coalesce(\(shortened), '') <> ?" : "\(shortened) \(relation.rawValue) ?", values: [value, value])
        case (.text, .unequal): return BoundCondition(sql: "coalesce(\(expression), '') <> ? COLLATE NOCASE", values: [value])
        case (.text, _): return BoundCondition(sql: "\(expression) \(relation.rawValue) ? COLLATE NOCASE", values: [value])
        }
    }

    /// A column that the user imported: of the article, or of the comment's author.
    private func ownColumn(_ name: String, _ relation: Relation, _ value: String, _ database: Database) throws -> BoundCondition {
        let (ofArticles, ofAuthors) = try Self.owners(of: name, database)
        guard ofArticles || ofAuthors else {
            throw refused(name, "is no field; there are \(Self.fields.joined(separator: ", ")), and the columns that `rejoinder meta import` brought in")
        }
        let isNumber = Double(value) != nil && relation != .equal && relation != .unequal
        let compare: String =
            switch relation {
            case .contains: "instr(lower(value), lower(?))"
            case .unequal: "value = ? COLLATE NOCASE"
            default: isNumber ? "CAST(value AS REAL) \(relation.rawValue) CAST(? AS REAL)" : "value \(relation.rawValue) ? COLLATE NOCASE"
            }
        var parts: [String] = []
        var values: [any DatabaseValueConvertible] = []
        if ofArticles {
            parts.append("EXISTS (SELECT 1 FROM article_columns WHERE article_columns.article_id = articles.id AND name = ? COLLATE NOCASE AND \(compare))")
            values += [name, value]
        }
        if ofAuthors {
            parts.append("EXISTS (SELECT 1 FROM author_columns WHERE author_columns.author_id = comments.author_id AND name = ? COLLATE NOCASE AND \(compare))")
            values += [name, value]
        }
        return BoundCondition(sql: (relation == .unequal ? "NOT " : "") + "(" + parts.joined(separator: " OR ") + ")", values: values)
    }

    private static func owners(of name: String, _ database: Database) throws -> (articles: Bool, authors: Bool) {
        func isThere(_ table: String) throws -> Bool {
            try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE name = ? COLLATE NOCASE)", arguments: [name]) ?? false
        }
        return (try isThere("article_columns"), try isThere("author_columns"))
    }

    private func speaksOfComments(_ condition: Condition, _ database: Database) throws -> Bool {
        switch condition {
        case .all(let parts), .any(let parts): try parts.contains { try speaksOfComments($0, database) }
        case .not(let part): try speaksOfComments(part, database)
        case .test(let field, _, _):
            if Self.commentFields[field] != nil { true } else if Self.articleFields[field] != nil { false } else { try Self.owners(of: field, database).authors }
        }
    }

    private func refused(_ field: String, _ why: String) -> StorageError {
        StorageError(.badSelection, "'\(text)': '\(field)' \(why)", advice: "Write for example: site=example.org and date>=2020-01")
    }
}
