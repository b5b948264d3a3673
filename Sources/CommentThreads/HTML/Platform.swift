package import Markup

/// How one comment system marks up its pages, as data. What a platform leaves `nil` the generic reader finds by itself.
///
/// Adding one is a file in `Platforms/` with one `static let`, and its name in `Platform.all`; a test compares the two.
package final class Platform: Sendable {
    /// The name that results carry: `wordpress`, `discourse` ...
    package let name: String
    /// The page is one of this system's where any element matches; `nil` where `item` with an `author` in it tells enough.
    package let recognizedBy: Selector?
    /// What holds the comments; all in it is taken out of the article. `nil`: the common ancestor of the comments.
    package let section: Selector?
    /// One comment.
    package let item: Selector
    package let author: Selector?
    package let time: Selector?
    package let body: Selector?
    /// Parts of a comment that are no words of its author.
    package let furniture: Selector?
    package let votes: Selector?
    /// Quote boxes that repeat another comment.
    package let quote: Selector?
    /// The attributes that may hold a comment's id, on the item or on an element inside it; what stands behind a `keyPrefix` is the id.
    package let keyAttributes: [String]
    package let keyPrefix: [String]
    /// Attribute of the item (or an element inside) with the id of the answered comment.
    package let parentAttribute: String?
    /// A link inside the comment whose fragment or path ends in the id of the answered comment.
    package let parentLink: Selector?
    /// The element whose text names who is answered.
    package let targetName: Selector?
    /// How the page shows threading.
    package let threading: Threading
    /// The first item is the article's own text (a forum's opening post on platforms where the question is the article).
    package let isForum: Bool
    /// Parents that stand in the page's embedded state and not in its elements: the id of each comment, the id of the one it answers.
    package let embeddedParents: (@Sendable (HTMLDocument) -> [String: String])?
    /// Where comments are stretches of the page's running text and no elements: `item` then only tells the system.
    package let stretches: (@Sendable (HTMLDocument) -> [PlatformStretch])?

    package enum Threading: Sendable {
        /// A comment inside another (or in a container behind it) answers it; depth classes are believed before nesting.
        case nesting
        /// `depth-3` and the like in the class.
        case depthClass
        /// The width of an indentation, in the attribute or style of the matching element.
        case indent(Selector)
        /// The page shows no tree: only ids, links and quotations.
        case none
    }

    package init(
        name: String, recognizedBy: Selector? = nil, section: Selector? = nil, item: Selector, author: Selector? = nil,
        time: Selector? = nil, body: Selector? = nil, furniture: Selector? = nil, votes: Selector? = nil, quote: Selector? = nil,
        keyAttributes: [String] = ["id"], keyPrefix: [String] = [], parentAttribute: String? = nil, parentLink: Selector? = nil,
        targetName: Selector? = nil, threading: Threading = .nesting, isForum: Bool = false,
        embeddedParents: (@Sendable (HTMLDocument) -> [String: String])? = nil,
        stretches: (@Sendable (HTMLDocument) -> [PlatformStretch])? = nil
    ) {
        self.name = name
        self.recognizedBy = recognizedBy
        self.section = section
        self.item = item
        self.author = author
        self.time = time
        self.body = body
        self.furniture = furniture
        self.votes = votes
        self.quote = quote
        self.keyAttributes = keyAttributes
        self.keyPrefix = keyPrefix
        self.parentAttribute = parentAttribute
        self.parentLink = parentLink
        self.targetName = targetName
        self.threading = threading
        self.isForum = isForum
        self.embeddedParents = embeddedParents
        self.stretches = stretches
    }
}

/// One comment that is a stretch of siblings.
package struct PlatformStretch: Sendable {
    /// The first node, and one past the last.
    package var first: Int
    package var end: Int
    /// The element that names who wrote it.
    package var author: Int?
    /// Nodes that say who and when, and are no words of the comment.
    package var signature: Range<Int>?
    /// How deep it is set in.
    package var level = 0
}
