extension Migration {
    /// A comment is gone only where both captures are complete; else it was not seen.
    static let notSeen = Migration(
        name: "not-seen",
        sql: [
            """
            DROP VIEW article_overview;
            CREATE VIEW complete_captures AS
              -- Captures of which nothing says that the discussion has more comments than they do.
              SELECT id FROM captures WHERE incomplete_because = '[]' AND coalesce(claimed_comments <= comment_count, 1);

            CREATE VIEW article_overview AS
              -- One line an article; figures are of its latest capture.
              SELECT
                'a' || articles.id AS article,  -- as the commands take it
                articles.title, articles.byline, articles.site, articles.section, articles.language, articles.url,
                latest.source,                  -- the file of the latest capture
                articles.published,             -- ISO 8601
                latest.captured,                -- ISO 8601, of the latest capture
                (SELECT count(*) FROM captures WHERE captures.article_id = articles.id) AS captures,
                latest.platform,
                latest.comment_count AS comments,
                latest.claimed_comments,        -- the number of comments that the page states
                latest.author_count AS authors,
                latest.explicit_replies, latest.inferred_replies, latest.human_replies, latest.unresolved_replies,
                (SELECT count(*) FROM comments WHERE comments.article_id = articles.id AND last_capture_id <> latest.id
                  AND last_capture_id IN (SELECT id FROM complete_captures) AND latest.id IN (SELECT id FROM complete_captures)
                ) AS gone_comments,             -- seen in an earlier capture and not in the latest, both complete
                (SELECT count(*) FROM comments WHERE comments.article_id = articles.id AND last_capture_id <> latest.id
                  AND NOT (last_capture_id IN (SELECT id FROM complete_captures) AND latest.id IN (SELECT id FROM complete_captures))
                ) AS not_seen_comments,         -- the same where one of them is not complete
                (SELECT count(*) FROM notes WHERE notes.capture_id = latest.id AND severity <> 'info') AS doubts
              FROM articles JOIN captures AS latest ON latest.id = articles.latest_capture_id;
            """,
        ])
}
