/// The main article of a page. A field that the page does not state is `nil`; nothing is guessed into it.
package struct Article: Hashable, Sendable, Codable {
    package var title: String?
    package var byline: String?
    package var published: Timestamp?
    package var modified: Timestamp?
    /// The page's own clock, where it shows one: the time of capture, never the date of publication.
    package var captured: Timestamp?
    package var site: String?
    package var section: String?
    package var tags: [String]
    /// BCP 47 language tag, stated by the page or told from its words.
    package var language: String?
    package var canonicalURL: String?
    package var image: LeadImage?
    /// The body, in reading order.
    package var blocks: [Block]
    /// Links to other articles that the page shows beside this one.
    package var related: [RelatedLink]
    /// Where each field was found, by the field's name: `json-ld`, `og:title`, `h1`, `time`, `line` ...
    package var fieldSources: [String: String]

    package init(
        title: String? = nil, byline: String? = nil, published: Timestamp? = nil, modified: Timestamp? = nil,
        captured: Timestamp? = nil, site: String? = nil, section: String? = nil, tags: [String] = [],
        language: String? = nil, canonicalURL: String? = nil, image: LeadImage? = nil, blocks: [Block] = [],
        related: [RelatedLink] = [], fieldSources: [String: String] = [:]
    ) {
        self.title = title
        self.byline = byline
        self.published = published
        self.modified = modified
        self.captured = captured
        self.site = site
        self.section = section
        self.tags = tags
        self.language = language
        self.canonicalURL = canonicalURL
        self.image = image
        self.blocks = blocks
        self.related = related
        self.fieldSources = fieldSources
    }

    /// The body as one text: its blocks, an empty line between two.
    package var text: String { blocks.map(\.text).joined(separator: "\n\n") }

    /// What one reads on the page from top to bottom: the title above the body, where the page marks it as a heading.
    ///
    /// A title that only the page's head states is not in it, nor one told from the lines of a plain text, which is an inference; without a
    /// body it is empty.
    package var readingText: String {
        guard let title, !blocks.isEmpty, fieldSources["title"] == "heading" else { return text }
        return title + "\n\n" + text
    }
}

/// A paragraph, heading, list item ... of the article's body.
package struct Block: Hashable, Sendable, Codable {
    package var kind: Kind
    package var text: String
    package var place: Place?

    package enum Kind: String, Hashable, Sendable, Codable {
        case heading, paragraph, item, quote, code, table, caption, embed
    }

    package init(kind: Kind, text: String, place: Place? = nil) {
        self.kind = kind
        self.text = text
        self.place = place
    }
}

package struct LeadImage: Hashable, Sendable, Codable {
    package var url: String?
    package var caption: String?
    package var credit: String?

    package init(url: String? = nil, caption: String? = nil, credit: String? = nil) {
        self.url = url
        self.caption = caption
        self.credit = credit
    }
}

package struct RelatedLink: Hashable, Sendable, Codable {
    package var title: String
    package var url: String?

    package init(title: String, url: String? = nil) {
        self.title = title
        self.url = url
    }
}

/// Where something stands in the source: bytes of the decoded page (UTF-8), and for HTML the number of the node.
package struct Place: Hashable, Sendable, Codable {
    package var start: Int
    package var end: Int
    /// Position of the node in the page's order; `nil` in plain text.
    package var node: Int?
    /// The number of the page in its thread, from 1, where several files of one thread were joined; `nil` where there is one.
    package var page: Int?

    package init(start: Int, end: Int, node: Int? = nil, page: Int? = nil) {
        self.start = start
        self.end = end
        self.node = node
        self.page = page
    }
}
