package import DiscourseModel
internal import GRDB

extension Store {
    /// The latest capture of an article, whole: what was stored of it, equal in every field but one.
    ///
    /// `measures` are empty: they are figures of what is here, and `ThreadMeasures` makes them anew. The comments' ids are those of
    /// page order (`c0001` ...), whatever they were before.
    /// - Throws: `StorageError` of kind `noSuchArticle` where the database has no such article.
    package func load(article id: Int) throws(StorageError) -> AnalyzedPage {
        let loaded = try read { try PageReader(database: $0).page(ofArticle: id) }
        guard let loaded else {
            throw StorageError(.noSuchArticle, "\(path) has no article a\(id)", advice: "See what it has with: rejoinder list --db \(path)")
        }
        return loaded
    }
}

/// Reads one article back from its tables.
struct PageReader {
    let database: Database

    func page(ofArticle id: Int) throws -> AnalyzedPage? {
        guard
            let row = try row(
                """
                SELECT title, byline, published, modified, page_clock, CASE site_is_stated WHEN 1 THEN site END, section, language,
                  canonical_url, image_shown, image_url, image_caption, image_credit, field_sources, latest_capture_id
                FROM articles WHERE id = ?
                """, id),
            let capture = row.optionalInt(14),
            let (page, platform, completeness) = try page(ofCapture: capture)
        else { return nil }
        let article = Article(
            title: row.optionalText(0), byline: row.optionalText(1), published: row.time(2), modified: row.time(3), captured: row.time(4),
            site: row.optionalText(5), section: row.optionalText(6),
            tags: try rows("SELECT tag FROM article_tags WHERE article_id = ? ORDER BY position", id).map { $0.text(0) },
            language: row.optionalText(7), canonicalURL: row.optionalText(8),
            image: row.isTrue(9) ? LeadImage(url: row.optionalText(10), caption: row.optionalText(11), credit: row.optionalText(12)) : nil,
            blocks: try rows("SELECT kind, text, place_start, place_end, place_node FROM blocks WHERE article_id = ? ORDER BY position", id).map {
                Block(kind: Block.Kind(rawValue: $0.text(0)) ?? .paragraph, text: $0.text(1), place: $0.place(2))
            },
            related: try rows("SELECT title, url FROM related_links WHERE article_id = ? ORDER BY position", id).map {
                RelatedLink(title: $0.text(0), url: $0.optionalText(1))
            },
            fieldSources: row.table(13))

        let (comments, positions) = try comments(ofCapture: capture)
        let discussion = Discussion(
            platform: platform, comments: comments, replies: try replies(ofCapture: capture, positions: positions), completeness: completeness)
        let run = try self.row("SELECT id FROM tag_runs WHERE capture_id = ?", capture)?.int(0) ?? 0
        return AnalyzedPage(
            page: page, article: article, discussion: discussion,
            quotations: try quotations(ofCapture: capture, positions: positions),
            taggings: try taggings(ofRun: run, positions: positions),
            patternSets: try rows("SELECT pattern_set_id FROM tag_run_sets WHERE run_id = ? ORDER BY position", run)
                .compactMap { try patternSet($0.int(0), in: database) },
            notes: try notes(ofCapture: capture, positions: positions),
            asRead: try self.row("SELECT reading FROM readings WHERE capture_id = ?", capture)?.value(0),
            parts: try rows("SELECT page FROM parts WHERE capture_id = ? ORDER BY number", capture).compactMap { $0.value(0) })
    }

    private func page(ofCapture id: Int) throws -> (Page, platform: String, Completeness)? {
        try row(
            """
            SELECT sha256, source, url, canonical_url, captured, media, encoding, byte_count, replaced_bytes, platform, claimed_comments,
              incomplete_because, thread, page_number, page_count FROM captures WHERE id = ?
            """, id
        ).map {
            (
                Page(
                    id: $0.text(0), source: $0.text(1), url: $0.optionalText(2), canonicalURL: $0.optionalText(3), captured: $0.time(4),
                    media: Page.Media(rawValue: $0.text(5)) ?? .html, encoding: $0.text(6), byteCount: $0.int(7), replacedBytes: $0.int(8),
                    position: $0.position(12)),
                $0.text(9), Completeness(claimed: $0.optionalInt(10), reasons: $0.list(11))
            )
        }
    }

    /// The comments in page order, and the position of each row.
    private func comments(ofCapture capture: Int) throws -> ([Comment], [Int: Int]) {
        var comments: [Comment] = []
        var positions: [Int: Int] = [:]
        let cursor = try cursor(
            """
            SELECT comments.id, platform_key, author_name, author_profile, author_key, author_badges, posted, posted_text, votes_shown,
              comments.votes_up, comments.votes_down, comments.votes_score, comments.state, kind, comments.text, signature, permalink,
              place_start, place_end, place_node, place_page
            FROM comment_captures JOIN comments ON comments.id = comment_id WHERE capture_id = ? ORDER BY comment_captures.position
            """, capture)
        while let row = try cursor.next() {
            positions[row.int(0)] = comments.count
            comments.append(
                Comment(
                    id: Comment.id(at: comments.count), platformKey: row.optionalText(1),
                    author: row.optionalText(2).map {
                        Author(name: $0, profile: row.optionalText(3), key: row.optionalText(4), badges: row.list(5))
                    },
                    posted: row.time(6), postedText: row.optionalText(7),
                    votes: row.isTrue(8) ? Votes(up: row.optionalInt(9), down: row.optionalInt(10), score: row.optionalInt(11)) : nil,
                    text: row.text(14), signature: row.optionalText(15), state: Comment.State(rawValue: row.text(12)) ?? .live,
                    kind: Comment.Kind(rawValue: row.text(13)) ?? .comment, permalink: row.optionalText(16), place: row.place(17, page: 20)))
        }
        for row in try rows(
            """
            SELECT comment_id, text, author, key, at FROM quoted_passages
            WHERE comment_id IN (SELECT comment_id FROM comment_captures WHERE capture_id = ?) ORDER BY comment_id, position
            """, capture)
        {
            guard let position = positions[row.int(0)] else { continue }
            comments[position].quoted.append(
                QuotedPassage(text: row.text(1), author: row.optionalText(2), key: row.optionalText(3), at: row.int(4)))
        }
        return (comments, positions)
    }

    private func replies(ofCapture capture: Int, positions: [Int: Int]) throws -> [Reply?] {
        var replies = [Reply?](repeating: nil, count: positions.count)
        let cursor = try cursor(
            """
            SELECT replies.comment_id, parent_id, inferred_parent_id, target_name, target_key, evidence, supporting, is_explicit, confidence
            FROM comment_captures JOIN replies USING (comment_id) WHERE capture_id = ?
            """, capture)
        while let row = try cursor.next() {
            guard let position = positions[row.int(0)] else { continue }
            replies[position] = Reply(
                parent: row.optionalInt(1).flatMap { positions[$0] }, inferredParent: row.optionalInt(2).flatMap { positions[$0] },
                targetName: row.optionalText(3), targetKey: row.optionalText(4), evidence: Reply.Evidence(rawValue: row.text(5)),
                supporting: row.list(6).map(Reply.Evidence.init(rawValue:)), isExplicit: row.isTrue(7), confidence: row.real(8))
        }
        return replies
    }

    private func quotations(ofCapture capture: Int, positions: [Int: Int]) throws -> [Quotation] {
        try rows(
            """
            SELECT comment_id, start, end, code_point_start, code_point_end, source, source_block, source_comment_id,
              source_start, source_end, source_code_point_start, source_code_point_end, is_marked
            FROM quotations WHERE capture_id = ? ORDER BY position
            """, capture
        ).compactMap { row in
            guard let comment = positions[row.int(0)] else { return nil }
            let source: Quotation.Source? =
                switch row.text(5) {
                case "article": row.optionalInt(6).map { .article(block: $0) }
                case "comment": row.optionalInt(7).flatMap { positions[$0] }.map { .comment($0) }
                default: .elsewhere
                }
            return source.map {
                Quotation(comment: comment, span: row.span(1), source: $0, sourceSpan: row.span(8), isMarked: row.isTrue(12))
            }
        }
    }

    private func taggings(ofRun run: Int, positions: [Int: Int]) throws -> [Tagging] {
        try rows(
            """
            SELECT comment_id, tag, line, start, end, code_point_start, code_point_end, voice, groups
            FROM tags WHERE run_id = ? ORDER BY position
            """, run
        ).compactMap { row in
            positions[row.int(0)].map {
                Tagging(
                    comment: $0, tag: row.text(1), line: row.text(2), span: row.span(3), voice: Tagging.Voice(rawValue: row.text(7)) ?? .own,
                    groups: row.optionalText(8) == nil ? [:] : row.table(8))
            }
        }
    }

    private func notes(ofCapture capture: Int, positions: [Int: Int]) throws -> [Note] {
        try rows("SELECT stage, severity, message, comment_id FROM notes WHERE capture_id = ? ORDER BY position", capture).map {
            Note(
                Note.Stage(rawValue: $0.text(0)) ?? .storage, Note.Severity(rawValue: $0.text(1)) ?? .info, $0.text(2),
                comment: $0.optionalInt(3).flatMap { positions[$0] })
        }
    }

    private func row(_ sql: String, _ id: Int) throws -> Row? { try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [id]) }
    private func rows(_ sql: String, _ id: Int) throws -> [Row] { try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [id]) }
    private func cursor(_ sql: String, _ id: Int) throws -> RowCursor {
        try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: [id])
    }
}
