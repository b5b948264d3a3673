internal import Markup

/// What an element's tag, role, classes and id say of its part in the page. A name is a hint: what an element holds may overrule it.
struct ElementRole: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    /// Stands beside the article: a column, a foot, the comments.
    static let margin = ElementRole(rawValue: 1 << 0)
    /// Stands in the article or around it: share bars, related links, forms.
    static let furniture = ElementRole(rawValue: 1 << 1)
    /// Named for the article's text: `entry-content`, `articleBody`, `story__text`.
    static let body = ElementRole(rawValue: 1 << 2)
    /// Named for its heading: `entry-title`, `itemprop="headline"`.
    static let title = ElementRole(rawValue: 1 << 3)
    /// Named for the words below a picture.
    static let caption = ElementRole(rawValue: 1 << 4)

    /// Who took a picture, or whose it is.
    static let credit = ElementRole(rawValue: 1 << 5)
    /// Links to other articles.
    static let related = ElementRole(rawValue: 1 << 6)

    private static let noun = ElementRole(rawValue: 1 << 7)
    private static let text = ElementRole(rawValue: 1 << 8)
    /// A part of an article that is not its text: its head, its summary.
    private static let part = ElementRole(rawValue: 1 << 9)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// - Parameter classes: what each of the document's class values says.
    static func of(_ node: Int, in document: HTMLDocument, classes: [ElementRole]) -> ElementRole {
        var role: ElementRole = []
        switch document.name(node) {
        case .nav, .aside, .footer: role.insert(.margin)
        case .form, .menu, .dialog, .button, .label: role.insert(.furniture)
        case .body, .html, .main: return role
        default: break
        }
        guard document.hasAttributes(node) else { return role }
        let entry = document.nodes[node]
        for place in Int(entry.first)..<Int(entry.first) + Int(entry.attributeCount) {
            let attribute = document.attributes[place]
            guard attribute.end - attribute.start < 400 else { continue }
            switch attribute.name {
            case .class: role.formUnion(classes[Int(attribute.value)])
            case .id, .itemprop: role.formUnion(ElementRole(names: document.bytes[Int(attribute.start)..<Int(attribute.end)]))
            case .role:
                let name = document.bytes[Int(attribute.start)..<Int(attribute.end)]
                if ElementRole.roles.contains(where: { name.elementsEqual($0) }) { role.insert(.margin) }
            default: break
            }
        }
        if document.name(node) == .article || document.name(node) == .h1 { role.subtract([.margin, .furniture]) }
        return role
    }

    /// Reads the names of one attribute. Names are parted by blanks; their words by hyphens, underscores and capitals.
    init(names value: ArraySlice<UInt8>) {
        self = []
        let mayBeWord = ElementRole.mayBeWord
        value.withUnsafeBufferPointer { value in
            var at = 0
            while at < value.count {
                while at < value.count, value[at] <= 0x20 { at += 1 }
                var name: ElementRole = []
                while at < value.count, value[at] > 0x20 {
                    guard ElementRole.isLetter(value[at]) else {
                        at += 1
                        continue
                    }
                    var hash = ElementRole.seed
                    let start = at
                    while at < value.count, ElementRole.isLetter(value[at]), at == start || !(ElementRole.isUpper(value[at]) && !ElementRole.isUpper(value[at - 1])) {
                        hash = ElementRole.step(hash, value[at] | 0x20)
                        at += 1
                    }
                    if mayBeWord[Int(hash & 0xFFF) >> 6] >> (hash & 63) & 1 != 0, let word = ElementRole.words[hash] { name.formUnion(word) }
                }
                if name.isSuperset(of: [.noun, .text]), name.isDisjoint(with: [.part, .margin, .furniture]) { insert(.body) }
                if name.isSuperset(of: [.noun, .title]) { insert(.title) }
                formUnion(name.intersection([.margin, .furniture, .caption, .credit, .related]))
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    // FNV-1a, 64 bits: among words this short two do not meet.
    private static let seed: UInt64 = 14_695_981_039_346_656_037
    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 1_099_511_628_211 }

    private static let roles = ["navigation", "complementary", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alert", "alertdialog"].map { Array($0.utf8) }

    /// A bit for the last twelve of each word's hash: most names hold none of the words.
    private static let mayBeWord: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 64)
        for hash in words.keys { bits[Int(hash & 0xFFF) >> 6] |= 1 << (hash & 63) }
        return bits
    }()

    private static let words: [UInt64: ElementRole] = {
        var words: [UInt64: ElementRole] = [:]
        func add(_ role: ElementRole, _ list: [String]) {
            for word in list { words[word.utf8.reduce(seed, step), default: []].formUnion(role) }
        }
        add(.margin, [
            "sidebar", "rail", "footer", "foot", "masthead", "nav", "navbar", "navigation", "navi", "breadcrumb", "breadcrumbs", "menu", "copyright", "disclaimer",
            "bio", "authorbox", "blogroll", "newsletter", "cookie", "cookies", "consent", "gdpr", "comments", "commentlist", "respond", "disqus", "trackbacks",
            "slideshow", "slider", "rotator", "wwsgd",
        ])
        add(.furniture, [
            "share", "sharing", "sharedaddy", "social", "sociable", "addthis", "addtoany", "shareaholic", "widget", "widgets", "crumbs", "pagination", "pager", "paging", "subscribe", "subscription", "signup", "promo", "promotion", "advert",
            "advertisement", "ads", "ad", "adsense", "sponsor", "sponsored", "outbrain", "taboola", "popup", "modal", "overlay", "banner", "comment", "trackback",
            "pingback", "tags", "tagcloud", "taglist", "postmetadata", "postmeta", "metadata", "byline", "toolbar", "tools", "toolbox", "trending", "popular", "mostread",
            "mostpopular", "latest", "recent", "archive", "archives", "login", "search", "searchform", "skip", "hidden", "invisible", "jp", "printfriendly", "posted",
            "rating", "ratings", "poll", "donate", "rss", "follow", "feedback", "flyout", "dropdown", "teaser", "teasers", "carousel", "ticker", "noprint", "wpadminbar",
            "nocontent", "reactions", "upsell", "paywall", "toc", "author", "aboutauthor", "contributor", "optin",
        ])
        add([.furniture, .related], [
            "related", "relatedposts", "recommended", "recommendation", "recommendations", "yarpp", "zemanta", "linkwithin", "similar", "readmore", "alsoread",
        ])
        let nouns = ["entry", "post", "article", "story", "news", "blog", "journal"], texts = ["body", "content", "text", "entry"]
        add(.noun, nouns + ["single"])
        add(.text, texts + ["prose"])
        add([.noun, .text], nouns.flatMap { noun in texts.map { noun + $0 } } + ["bodytext", "storybodytext"])
        add(.title, ["title", "headline", "heading"])
        add([.noun, .title], nouns.map { $0 + "title" } + ["headline"])
        add(.part, ["title", "header", "head", "heading", "headline", "preview", "excerpt", "summary", "item", "list", "meta", "info", "image", "thumb", "media", "video", "date", "type"])
        add(.caption, ["caption", "figcaption", "imagecaption"])
        add(.credit, ["credit", "credits", "photocredit", "imagecredit", "photographer", "copyright", "copyrightholder", "byline", "source", "attribution"])
        return words
    }()
}

/// The role of each element of a page.
struct ElementRoles {
    private let roles: [ElementRole]

    init(_ document: HTMLDocument) {
        let classes = document.classValues.map { ElementRole(names: document.bytes[$0]) }
        roles = (0..<document.count).map { document.isText($0) ? [] : ElementRole.of($0, in: document, classes: classes) }
    }

    subscript(node: Int) -> ElementRole { roles[node] }
}
