let initialViews = """
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
        latest.explicit_replies, latest.inferred_replies, latest.unresolved_replies,
        (SELECT count(*) FROM comments WHERE comments.article_id = articles.id AND last_capture_id <> latest.id) AS gone_comments,
        (SELECT count(*) FROM notes WHERE notes.capture_id = latest.id AND severity <> 'info') AS doubts
      FROM articles JOIN captures AS latest ON latest.id = articles.latest_capture_id;

    CREATE VIEW comment_tree AS
      -- Comments with whom they answer. In reading order: ORDER BY article_id, reading_order
      SELECT
        'a' || comments.article_id AS article,
        printf('c%04d', comments.position + 1) AS comment, -- as in the article's report
        comments.id AS comment_id,
        comments.article_id,
        comments.reading_order,
        comments.author_name AS author,
        comments.depth,                 -- 0: answers the article; NULL: unknown
        CASE WHEN parents.id IS NOT NULL THEN printf('c%04d', parents.position + 1) END AS parent,
        parents.author_name AS parent_author,
        replies.target_name,            -- the name it is addressed to
        replies.evidence,
        replies.is_explicit AS explicit, -- 1: the page states the link; 0: it was inferred
        replies.confidence,             -- 0 to 1
        comments.posted,                -- ISO 8601
        comments.text,
        (WITH RECURSIVE above(comment_id, position, steps) AS (
            SELECT comments.id, comments.position, 0
            UNION ALL
            SELECT next.id, next.position, above.steps + 1
            FROM above JOIN replies AS link ON link.comment_id = above.comment_id JOIN comments AS next ON next.id = link.parent_id
            WHERE above.steps < 99)
          SELECT group_concat(printf('c%04d', position + 1), '/') FROM (SELECT position FROM above ORDER BY steps DESC)
        ) AS path,                      -- from the thread's first comment to this one, at most the last 100
        comments.last_capture_id = articles.latest_capture_id AS on_page -- 0: gone from the latest capture
      FROM comments
        JOIN articles ON articles.id = comments.article_id
        LEFT JOIN replies ON replies.comment_id = comments.id
        LEFT JOIN comments AS parents ON parents.id = replies.parent_id;

    CREATE VIEW tag_counts AS
      -- How often a tag stands in an article's latest capture, in the authors' own voice but for the last column.
      SELECT
        'a' || articles.id AS article, articles.title, tags.tag,
        (SELECT label FROM tag_run_sets JOIN tag_definitions USING (pattern_set_id)
          WHERE tag_run_sets.run_id = tag_runs.id AND tag_definitions.tag = tags.tag LIMIT 1) AS label,
        count(DISTINCT CASE voice WHEN 'own' THEN tags.comment_id END) AS comments, -- comments that bear it
        count(CASE voice WHEN 'own' THEN 1 END) AS matches,
        count(DISTINCT CASE voice WHEN 'own' THEN comments.author_id END) AS authors, -- different named authors who used it
        count(CASE voice WHEN 'quoted' THEN 1 END) AS quoted -- matches inside quoted passages
      FROM articles
        JOIN tag_runs ON tag_runs.capture_id = articles.latest_capture_id
        JOIN tags ON tags.run_id = tag_runs.id
        JOIN comments ON comments.id = tags.comment_id
      GROUP BY articles.id, tags.tag;

    CREATE VIEW author_activity AS
      -- What each author did, gone comments included.
      SELECT
        authors.id AS author_id, authors.site, authors.name, authors.profile,
        count(*) AS comments,
        count(DISTINCT comments.article_id) AS articles,
        count(replies.parent_id) AS replies_given, -- those whose parent is settled
        (SELECT count(*) FROM comments AS own JOIN replies AS answer ON answer.parent_id = own.id WHERE own.author_id = authors.id) AS replies_received,
        min(comments.posted) AS first_posted, -- ISO 8601, as text: exact within one time zone
        max(comments.posted) AS last_posted   -- ISO 8601, as text
      FROM authors JOIN comments ON comments.author_id = authors.id LEFT JOIN replies ON replies.comment_id = comments.id
      GROUP BY authors.id;

    CREATE VIEW reply_pairs AS
      -- Who answers whom in an article: named authors and settled parents only.
      SELECT
        'a' || comments.article_id AS article,
        writers.name AS author, answered.name AS answers,
        writers.id AS author_id, answered.id AS answers_id,
        count(*) AS replies,
        sum(replies.is_explicit) AS explicit, -- those that the page states
        sum(1 - replies.is_explicit) AS inferred,
        avg(replies.confidence) AS mean_confidence -- 0 to 1
      FROM replies
        JOIN comments ON comments.id = replies.comment_id
        JOIN comments AS parents ON parents.id = replies.parent_id
        JOIN authors AS writers ON writers.id = comments.author_id
        JOIN authors AS answered ON answered.id = parents.author_id
      GROUP BY comments.article_id, writers.id, answered.id;
    """
