internal import DiscourseModel
internal import GRDB

/// Comments, what each capture showed of them, and who answers whom.
struct CommentWriter {
    let database: Database
    private var authors = AuthorRows()
    private let insert, show, replies, quotations: RowInsertion
    private let index, update, passage: Statement
    /// The first of the comments that are not in the full-text index yet.
    private var firstNew: Int?

    init(_ database: Database) throws {
        self.database = database
        let columns = [
            "article_id", "last_capture_id", "position", "reading_order", "depth", "thread_id", "author_id", "author_name", "author_profile",
            "author_key", "author_badges", "platform_key", "posted", "posted_text", "votes_shown", "votes_up", "votes_down", "votes_score",
            "state", "kind", "text", "signature", "permalink", "place_start", "place_end", "place_node", "place_page", "read_author_name",
        ]
        insert = try RowInsertion(database, into: "comments", columns + ["id", "first_capture_id"])
        // No trigger does it: within a statement that has one, FTS5 writes its index out at every comment, and that costs as much as all the rest.
        index = try database.cachedStatement(sql: "INSERT INTO comment_search (rowid, author_name, text) VALUES (?, ?, ?)")
        update = try database.cachedStatement(sql: replacement(in: "comments", columns))
        show = try RowInsertion(
            database, into: "comment_captures", ["capture_id", "position", "comment_id", "state", "votes_up", "votes_down", "votes_score", "text"])
        passage = try database.cachedStatement(
            sql: "INSERT INTO quoted_passages (comment_id, position, text, author, key, at) VALUES (?, ?, ?, ?, ?, ?)")
        replies = try RowInsertion(
            database, into: "replies",
            ["comment_id", "parent_id", "inferred_parent_id", "target_name", "target_key", "evidence", "supporting", "is_explicit", "confidence"])
        quotations = try RowInsertion(
            database, into: "quotations",
            [
                "capture_id", "position", "comment_id", "start", "end", "code_point_start", "code_point_end", "source", "source_block", "source_comment_id",
                "source_start", "source_end", "source_code_point_start", "source_code_point_end", "is_marked",
            ])
    }

    /// Writes the comments of one capture. What a later capture shows of a comment stays the comment's own.
    /// - Parameters:
    ///   - isNew: whether the article has no other capture.
    ///   - inBulk: whether rows are inserted together, and the comments put into the full-text index later.
    mutating func write(_ page: AnalyzedPage, capture: CaptureRow, article: Int, site: String, isNew: Bool, inBulk: Bool) throws -> CommentRows {
        let discussion = page.discussion
        let shown = page.commentsAsRead
        var known = isNew ? KnownComments() : try knownComments(of: article)
        // The transaction holds the write lock: nobody else gives ids away.
        var next = 1 + (try Int.fetchOne(database.cachedStatement(sql: "SELECT max(id) FROM comments")) ?? 0)
        let matches = shown.map { isNew ? nil : known.take($0) }
        var rows = CommentRows(all: [], isOwned: [])
        for match in matches {
            rows.all.append(match?.id ?? next)
            rows.isOwned.append(match.map { $0.last <= capture.number } ?? true)
            if match == nil { next += 1 }
        }

        let shape = DiscussionShape(discussion)
        let writers = try discussion.comments.indices.map { position in
            rows.isOwned[position] ? try authors.id(of: discussion.comments[position].author, site: site, in: database) : nil
        }
        func bind(_ position: Int, to statement: Statement, from parameter: Int32, isNew: Bool) throws {
            let comment = discussion.comments[position]
            try statement.bind(
                article, capture.id, position, shape.order[position], shape.depths[position], rows.all[shape.threads[position]],
                writers[position], comment.author?.name, comment.author?.profile, comment.author?.key, comment.author.flatMap { jsonTextOrNil($0.badges) },
                comment.platformKey, comment.posted?.iso8601, comment.postedText, comment.votes != nil, comment.votes?.up,
                comment.votes?.down, comment.votes?.score, comment.state.rawValue, comment.kind.rawValue, comment.text,
                comment.signature, comment.permalink, comment.place?.start, comment.place?.end, comment.place?.node, comment.place?.page,
                shown[position].author == comment.author ? nil : jsonText([shown[position].author?.name].compactMap(\.self)), rows.all[position],
                from: parameter)
            if isNew { try statement.bind(capture.id, from: parameter + 29) }
        }
        let new = matches.indices.filter { matches[$0] == nil }
        try insert.insert(new.count, together: inBulk) { try bind(new[$1], to: $0, from: $2, isNew: true) }
        if inBulk {
            if firstNew == nil, let first = new.first { firstNew = rows.all[first] }
        } else {
            for position in new { try index.run(rows.all[position], discussion.comments[position].author?.name, discussion.comments[position].text) }
        }
        for (position, match) in matches.enumerated() {
            guard let match else { continue }
            if rows.isOwned[position] {
                try giveUp(match, for: discussion.comments[position])
                try bind(position, to: update, from: 1, isNew: false)
                try update.step()
            }
            if capture.number < match.first {
                try database.cachedStatement(sql: "UPDATE comments SET first_capture_id = ? WHERE id = ?").run(capture.id, match.id)
            }
        }
        for (position, comment) in discussion.comments.enumerated() where rows.isOwned[position] {
            for (number, box) in comment.quoted.enumerated() { try passage.run(rows.all[position], number, box.text, box.author, box.key, box.at) }
        }
        try show.insert(rows.all.count, together: inBulk) { statement, position, parameter in
            let comment = discussion.comments[position]
            let differs = !rows.isOwned[position] && matches[position].map { $0.text != comment.text } ?? false
            try statement.bind(
                capture.id, position, rows.all[position], comment.state.rawValue, comment.votes?.up, comment.votes?.down, comment.votes?.score,
                differs ? comment.text : nil, from: parameter)
        }
        // After all comments, as a reply may stand before its parent.
        let answering = discussion.replies.indices.filter { rows.isOwned[$0] && discussion.replies[$0] != nil }
        try replies.insert(answering.count, together: inBulk) { statement, rank, parameter in
            guard let value = discussion.replies[answering[rank]] else { return }
            try statement.bind(
                rows.all[answering[rank]], value.parent.map { rows.all[$0] }, value.inferredParent.map { rows.all[$0] }, value.targetName,
                value.targetKey, value.evidence.rawValue, jsonTextOrNil(value.supporting.map(\.rawValue)), value.isExplicit, value.confidence, from: parameter)
        }
        return rows
    }

    /// Puts the comments that were written in bulk into the full-text index.
    mutating func indexNew() throws {
        guard let first = firstNew else { return }
        firstNew = nil
        try database.cachedStatement(
            sql: "INSERT INTO comment_search (rowid, author_name, text) SELECT id, author_name, text FROM comments WHERE id >= ?"
        ).run(first)
    }

    func writeQuotations(_ values: [Quotation], capture: Int, ids: CommentRows, together: Bool) throws {
        let positions = values.indices.filter { ids.isOwned[values[$0].comment] }
        try quotations.insert(positions.count, together: together) { statement, rank, parameter in
            let value = values[positions[rank]]
            let (kind, block, comment): (String, Int?, Int?) =
                switch value.source {
                case .article(let block): ("article", block, nil)
                case .comment(let index): ("comment", nil, ids.all[index])
                case .elsewhere: ("elsewhere", nil, nil)
                }
            let (span, source) = (value.span, value.sourceSpan)
            try statement.bind(
                capture, positions[rank], ids.all[value.comment], span.start, span.end, span.codePointStart, span.codePointEnd, kind, block, comment,
                source.start, source.end, source.codePointStart, source.codePointEnd, value.isMarked, from: parameter)
        }
    }

    /// Takes from a capture what it shows of comments, so that it can be written anew.
    func clear(capture: Int) throws {
        for table in ["comment_captures", "quotations", "notes", "tag_runs"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE capture_id = ?").run(capture)
        }
    }

    /// Deletes comments that no capture shows, and gives those that only older captures show to the newest of these.
    func deleteUnseen(of article: Int) throws {
        let unseen = "(SELECT id FROM comments WHERE article_id = ? AND NOT EXISTS (SELECT 1 FROM comment_captures WHERE comment_id = comments.id))"
        for (column, table) in [("parent_id", "replies"), ("inferred_parent_id", "replies"), ("source_comment_id", "quotations")] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE \(column) IN \(unseen)").run(article)
        }
        try database.cachedStatement(sql: "DELETE FROM comments WHERE id IN \(unseen)").run(article)
        let showing = { (order: String) in
            """
            (SELECT capture_id FROM comment_captures JOIN captures ON captures.id = capture_id
             WHERE comment_id = comments.id ORDER BY number \(order) LIMIT 1)
            """
        }
        try database.cachedStatement(
            sql: "UPDATE comments SET first_capture_id = \(showing("ASC")), last_capture_id = \(showing("DESC")) WHERE article_id = ?"
        ).run(article)
    }

    /// The rows of those who wrote under an article.
    func authors(of article: Int) throws -> [Int] {
        try Int.fetchAll(
            database.cachedStatement(sql: "SELECT DISTINCT author_id FROM comments WHERE article_id = ? AND author_id IS NOT NULL"), arguments: [article])
    }

    /// Deletes those of these authors who have no comment any more.
    mutating func deleteIdleAuthors(among candidates: [Int]) throws {
        let delete = try database.cachedStatement(
            sql: "DELETE FROM authors WHERE id = ? AND NOT EXISTS (SELECT 1 FROM comments WHERE author_id = authors.id)")
        for id in candidates { try delete.run(id) }
        // Rows that were remembered may be among them.
        authors = AuthorRows()
    }

    private func knownComments(of article: Int) throws -> KnownComments {
        var known = KnownComments()
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT comments.id, comments.platform_key, comments.author_name, comments.posted_text, comments.text, first.number, last.number,
                      read_author_name
                    FROM comments JOIN captures AS first ON first.id = first_capture_id JOIN captures AS last ON last.id = last_capture_id
                    WHERE comments.article_id = ? ORDER BY comments.id
                    """), arguments: [article])
        while let row = try rows.next() {
            guard
                let identity = CommentIdentity(
                    platformKey: row.optionalText(1), author: (row.optionalText(7) == nil ? row.optionalText(2) : row.list(7).first).map { Author(name: $0) }, posted: row.optionalText(3),
                    text: row.text(4))
            else { continue }
            known.add(KnownComments.Known(id: row.int(0), text: row.text(4), first: row.int(5), last: row.int(6)), as: identity)
        }
        known.reverseQueues()
        return known
    }

    /// Takes from a stored comment what the newer capture says anew; an older text is kept with the captures that showed it.
    private func giveUp(_ known: KnownComments.Known, for comment: Comment) throws {
        if known.text != comment.text {
            try database.cachedStatement(sql: "UPDATE comment_captures SET text = ? WHERE comment_id = ? AND text IS NULL").run(known.text, known.id)
        }
        for table in ["quoted_passages", "replies", "quotations", "tags", "tag_changes"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE comment_id = ?").run(known.id)
        }
    }
}

/// Where each comment stands in its discussion.
private struct DiscussionShape {
    let depths: [Int?]
    /// Index of the first comment of each one's thread.
    let threads: [Int]
    /// Rank of each comment in reading order.
    var order: [Int]

    init(_ discussion: Discussion) {
        depths = discussion.depths()
        threads = discussion.threadRoots()
        order = [Int](repeating: 0, count: discussion.comments.count)
        for (rank, entry) in discussion.readingOrder().enumerated() { order[entry.index] = rank }
    }
}

extension AnalyzedPage {
    /// Its comments with the authors that the page shows: what they are recognised by in other captures.
    fileprivate var commentsAsRead: [Comment] {
        guard let asRead else { return discussion.comments }
        // Corrections take comments away and keep the order and place of the others.
        var read = asRead.discussion.comments[...]
        return discussion.comments.map { comment in
            while let next = read.popFirst() { if next.place == comment.place, next.text == comment.text { return next } }
            return comment
        }
    }
}
