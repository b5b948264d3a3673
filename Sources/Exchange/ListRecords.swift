package import DiscourseModel

/// The pattern sets as one document: `{"schema":"rejoinder.patterns/1","sets":[...]}`.
package func patternsJSON(_ sets: [PatternSetVersion]) -> String {
    var json = JSONWriter()
    json.object {
        $0.field("schema", "rejoinder.patterns/1")
        $0.key("sets")
        $0.array(sets) { writePatternSet(&$0, $1) }
    }
    return json.text
}

/// A stored article as a line of a list.
package struct ArticleLine: Sendable {
    package var id: Int
    package var title: String?
    package var site: String?
    package var url: String?
    package var source: String
    package var published: Timestamp?
    package var captured: Timestamp?
    package var captures: Int
    package var comments: Int
    package var authors: Int
    package var explicitReplies: Int
    package var inferredReplies: Int
    package var unresolvedReplies: Int

    package init(
        id: Int, title: String?, site: String?, url: String?, source: String, published: Timestamp?, captured: Timestamp?, captures: Int,
        comments: Int, authors: Int, explicitReplies: Int, inferredReplies: Int, unresolvedReplies: Int
    ) {
        self.id = id
        self.title = title
        self.site = site
        self.url = url
        self.source = source
        self.published = published
        self.captured = captured
        self.captures = captures
        self.comments = comments
        self.authors = authors
        self.explicitReplies = explicitReplies
        self.inferredReplies = inferredReplies
        self.unresolvedReplies = unresolvedReplies
    }
}

/// One article as the record `rejoinder.article/1`; ids carry a letter so that no reader takes them for numbers.
package func articleLineJSON(_ line: ArticleLine) -> String {
    var json = JSONWriter()
    json.object {
        $0.field("schema", "rejoinder.article/1")
        $0.field("id", "a\(line.id)")
        $0.field("title", line.title)
        $0.field("site", line.site)
        $0.field("url", line.url)
        $0.field("source", line.source)
        $0.field("published", line.published?.iso8601)
        $0.field("captured", line.captured?.iso8601)
        $0.field("captures", line.captures)
        $0.field("comments", line.comments)
        $0.field("authors", line.authors)
        $0.field("explicit_replies", line.explicitReplies)
        $0.field("inferred_replies", line.inferredReplies)
        $0.field("unresolved_replies", line.unresolvedReplies)
    }
    return json.text
}

/// A comment that a search found, as the record `rejoinder.found/1`; the hits stand in square brackets in the snippet.
package func foundJSON(article: Int, comment: String, author: String?, snippet: String) -> String {
    var json = JSONWriter()
    json.object {
        $0.field("schema", "rejoinder.found/1")
        $0.field("article", "a\(article)")
        $0.field("comment", comment)
        $0.field("author", author)
        $0.field("snippet", snippet)
    }
    return json.text
}

/// Comments that say (nearly) the same, as the record `rejoinder.repeated/1`.
package func repeatedJSON(places: [(article: String, comment: String, author: String?)], authors: Int, articles: Int, text: String) -> String {
    var json = JSONWriter()
    json.object {
        $0.field("schema", "rejoinder.repeated/1")
        $0.field("authors", authors)
        $0.field("articles", articles)
        $0.field("text", text)
        $0.key("comments")
        $0.array(places) { json, place in
            json.object {
                $0.field("article", place.article)
                $0.field("comment", place.comment)
                $0.field("author", place.author)
            }
        }
    }
    return json.text
}
