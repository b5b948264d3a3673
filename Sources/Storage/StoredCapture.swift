package import DiscourseModel
internal import GRDB

/// What tagging needs of a capture, and how it was tagged before.
package struct StoredCapture: Sendable {
    /// The row.
    package var id: Int
    package var article: Int
    package var byline: String?
    /// Texts, states, authors' names and who answers whom; nothing else of the comments is filled in.
    package var discussion: Discussion
    /// Where the comments quote; from where is not filled in.
    package var quotations: [Quotation]
    package var taggings: [Tagging]
    package var sets: [PatternSetVersion]
    /// Whether a later capture does not have the comment, so that its tags are this one's.
    package var isOwned: [Bool]
    /// Whether a limit was reached when it was tagged.
    package var hasLimits: Bool
    /// The page as it was read, where a person corrected it: tags that were refused stay refused.
    package var asRead: Reading?
    /// Rows of the comments.
    package var rows: [Int]

    /// The comments that are read here and nowhere else, by index: live, with words of their own, and in no later capture.
    package var ownComments: [Int] {
        discussion.comments.indices.filter { index in
            isOwned[index] && discussion.comments[index].canBearTags
        }
    }
}

extension Store {
    /// Hands over every capture in order of arrival, all of one unchanging state of the database.
    package func eachCapture(_ body: (StoredCapture) -> Void) throws(StorageError) {
        try read { database in
            let reader = try CaptureReader(database)
            for head in try CaptureHead.all(in: database) { body(try reader.capture(head, sets: [])) }
        }
    }
}

/// A capture and the pattern sets that tagged it.
struct CaptureHead {
    var id: Int
    var article: Int
    /// Rows of the sets, in order; `nil` where it was never tagged.
    var sets: [Int]?

    static func all(in database: Database) throws -> [CaptureHead] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT captures.id, article_id, tag_runs.id,
                  (SELECT group_concat(pattern_set_id) FROM
                    (SELECT pattern_set_id FROM tag_run_sets WHERE run_id = tag_runs.id ORDER BY position))
                FROM captures LEFT JOIN tag_runs ON tag_runs.capture_id = captures.id ORDER BY captures.id
                """
        ).map { row in
            CaptureHead(
                id: row.int(0), article: row.int(1), sets: row.optionalInt(2) == nil ? nil : row.text(3).split(separator: ",").compactMap { Int($0) })
        }
    }
}

/// Reads captures for tagging: no more columns than that needs.
struct CaptureReader {
    private let byline, comments, replies, quotations, tags, limits, reading: Statement

    init(_ database: Database) throws {
        byline = try database.cachedStatement(sql: "SELECT byline FROM articles WHERE id = ?")
        comments = try database.cachedStatement(
            sql: """
                SELECT comments.id, last_capture_id = capture_id, author_name, comments.state, kind, comments.text
                FROM comment_captures JOIN comments ON comments.id = comment_id WHERE capture_id = ? ORDER BY comment_captures.position
                """)
        replies = try database.cachedStatement(
            sql: """
                SELECT replies.comment_id, parent_id, target_name, evidence, is_explicit, confidence
                FROM comment_captures JOIN replies USING (comment_id) WHERE capture_id = ?
                """)
        quotations = try database.cachedStatement(
            sql: """
                SELECT comment_id, start, end, code_point_start, code_point_end, is_marked FROM quotations
                WHERE capture_id = ? ORDER BY position
                """)
        tags = try database.cachedStatement(
            sql: """
                SELECT comment_id, tag, line, start, end, code_point_start, code_point_end, voice, groups
                FROM tag_runs JOIN tags ON tags.run_id = tag_runs.id WHERE capture_id = ? ORDER BY position
                """)
        reading = try database.cachedStatement(sql: "SELECT reading FROM readings WHERE capture_id = ?")
        limits = try database.cachedStatement(sql: "SELECT 1 FROM notes WHERE capture_id = ? AND stage = 'tags' LIMIT 1")
    }

    func capture(_ head: CaptureHead, sets: [PatternSetVersion]) throws -> StoredCapture {
        var said: [Comment] = []
        var positions: [Int: Int] = [:]
        var rows: [Int] = []
        var isOwned: [Bool] = []
        var cursor = try Row.fetchCursor(comments, arguments: [head.id])
        while let row = try cursor.next() {
            positions[row.int(0)] = said.count
            rows.append(row.int(0))
            isOwned.append(row.isTrue(1))
            said.append(
                Comment(
                    id: Comment.id(at: said.count), author: row.optionalText(2).map { Author(name: $0) }, text: row.text(5),
                    state: Comment.State(rawValue: row.text(3)) ?? .live, kind: Comment.Kind(rawValue: row.text(4)) ?? .comment))
        }
        var answers = [Reply?](repeating: nil, count: said.count)
        cursor = try Row.fetchCursor(replies, arguments: [head.id])
        while let row = try cursor.next() {
            guard let position = positions[row.int(0)] else { continue }
            answers[position] = Reply(
                parent: row.optionalInt(1).flatMap { positions[$0] }, targetName: row.optionalText(2),
                evidence: Reply.Evidence(rawValue: row.text(3)), isExplicit: row.isTrue(4), confidence: row.real(5))
        }
        var quoted: [Quotation] = []
        cursor = try Row.fetchCursor(quotations, arguments: [head.id])
        while let row = try cursor.next() {
            guard let position = positions[row.int(0)] else { continue }
            quoted.append(
                Quotation(
                    comment: position, span: row.span(1), source: .elsewhere,
                    sourceSpan: TextSpan(start: 0, end: 0, codePointStart: 0, codePointEnd: 0), isMarked: row.isTrue(5)))
        }
        var taggings: [Tagging] = []
        cursor = try Row.fetchCursor(tags, arguments: [head.id])
        while let row = try cursor.next() {
            guard let position = positions[row.int(0)] else { continue }
            taggings.append(
                Tagging(
                    comment: position, tag: row.text(1), line: row.text(2), span: row.span(3),
                    voice: Tagging.Voice(rawValue: row.text(7)) ?? .own, groups: row.optionalText(8) == nil ? [:] : row.table(8)))
        }
        return StoredCapture(
            id: head.id, article: head.article, byline: try String.fetchOne(byline, arguments: [head.article]),
            discussion: Discussion(comments: said, replies: answers), quotations: quoted, taggings: taggings, sets: sets, isOwned: isOwned,
            hasLimits: try Int.fetchOne(limits, arguments: [head.id]) != nil, asRead: try Row.fetchOne(reading, arguments: [head.id])?.value(0), rows: rows)
    }
}
