import DiscourseModel

/// The members of `article` in a page's record.
///
/// `text` is the article as one reads it, as other extractors give it: its visible title, then its body. `blocks` are the body alone,
/// for those who set `title` above it themselves.
func writeArticle(_ json: inout JSONWriter, _ article: Article) {
    json.field("title", article.title)
    json.field("byline", article.byline)
    json.field("published", article.published?.iso8601)
    json.field("modified", article.modified?.iso8601)
    json.field("captured", article.captured?.iso8601)
    json.field("site", article.site)
    json.field("section", article.section)
    json.field("tags", article.tags)
    json.field("language", article.language)
    json.field("canonical_url", article.canonicalURL)
    if let image = article.image {
        json.key("image")
        json.object {
            $0.field("url", image.url)
            $0.field("caption", image.caption)
            $0.field("credit", image.credit)
        }
    }
    json.field("text", article.readingText)
    json.key("blocks")
    json.array(article.blocks) { json, block in
        json.object {
            $0.field("kind", block.kind.rawValue)
            $0.field("text", block.text)
            $0.place(block.place)
        }
    }
    json.key("related")
    json.array(article.related) { json, link in
        json.object {
            $0.field("title", link.title)
            $0.field("url", link.url)
        }
    }
    json.field("field_sources", sorted: article.fieldSources)
}

extension JSONWriter {
    /// The member `place`, where the page's source is known: bytes of the decoded page, and the node's number in HTML; where files of one thread are joined, which page of it.
    mutating func place(_ place: Place?) {
        guard let place else { return }
        key("place")
        object {
            if let page = place.page { $0.field("page", page) }
            $0.field("start", place.start)
            $0.field("end", place.end)
            $0.field("node", place.node)
        }
    }
}
