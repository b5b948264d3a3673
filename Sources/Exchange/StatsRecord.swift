package import DiscourseModel

/// Figures of several articles together.
package struct StatsFigures: Hashable, Sendable {
    package private(set) var articles = 0
    package private(set) var comments = 0
    /// Named authors, an author of two articles counted twice: equal names on two sites are two people.
    package private(set) var authors = 0
    package private(set) var explicitReplies = 0
    package private(set) var inferredReplies = 0
    package private(set) var unresolvedReplies = 0
    /// Live comments with words of their own.
    package private(set) var base = 0
    package private(set) var tags: [String: TagCounts] = [:]

    package struct TagCounts: Hashable, Sendable {
        package var comments = 0
        package var matches = 0
        package var articles = 0
        /// Comments that could have borne it, in all articles that its set tagged.
        package var base = 0
    }

    package init() {}

    /// Adds an article, whose measures have been made.
    package mutating func add(_ page: AnalyzedPage) {
        let whole = page.measures.whole
        articles += 1
        comments += whole.comments
        authors += whole.authors
        explicitReplies += whole.explicitReplies
        inferredReplies += whole.inferredReplies
        unresolvedReplies += whole.unresolvedReplies
        base += page.discussion.comments.count { $0.canBearTags }
        for (tag, count) in page.measures.tagBases { tags[tag, default: TagCounts()].base += count }
        for tag in page.measures.tags where tag.comments > 0 {
            tags[tag.tag, default: TagCounts()].comments += tag.comments
            tags[tag.tag, default: TagCounts()].matches += tag.matches
            tags[tag.tag, default: TagCounts()].articles += 1
        }
    }

    /// Tags in the most comments first, then by name.
    package var ranked: [(tag: String, counts: TagCounts)] {
        tags.filter { $0.value.comments > 0 }.map { (tag: $0.key, counts: $0.value) }.sorted { $0.counts.comments != $1.counts.comments ? $0.counts.comments > $1.counts.comments : $0.tag < $1.tag }
    }
}

/// The figures as the record `rejoinder.stats/1`.
package func statsJSON(_ figures: StatsFigures) -> String {
    var json = JSONWriter()
    json.object {
        $0.field("schema", "rejoinder.stats/1")
        $0.field("articles", figures.articles)
        $0.field("comments", figures.comments)
        $0.field("authors", figures.authors)
        $0.field("explicit_replies", figures.explicitReplies)
        $0.field("inferred_replies", figures.inferredReplies)
        $0.field("unresolved_replies", figures.unresolvedReplies)
        $0.field("base", figures.base)
        $0.key("tags")
        $0.array(figures.ranked) { json, tag in
            json.object {
                $0.field("tag", tag.tag)
                $0.field("comments", tag.counts.comments)
                $0.field("matches", tag.counts.matches)
                $0.field("articles", tag.counts.articles)
                $0.field("base", tag.counts.base)
            }
        }
    }
    return json.text
}
