internal import DiscourseModel
internal import Markup

/// Elements that are page furniture by their element, role or name: navigation, share bars, related links, forms, newsletters, cookie texts.
/// An element that holds much of the page's prose is none, whatever its name: themes call the article's own column a widget.
enum FurnitureNames {
    /// Marks the blocks that stand in furniture.
    static func mark(_ blocks: inout [ContentBlock], in document: HTMLDocument, weights: ArticleWeights) {
        var prose = [0.0]
        for block in blocks { prose.append(prose[prose.count - 1] + (block.kind == .heading ? 0 : max(0, block.weight(weights)))) }
        let whole = max(1, prose[blocks.count])
        var at = 0, furnitureEnd = 0
        for node in 0..<document.count where document.isElement(node) {
            while at < blocks.count, blocks[at].nodes.lowerBound < node {
                if blocks[at].nodes.lowerBound < furnitureEnd { blocks[at].isFurniture = true }
                at += 1
            }
            guard at < blocks.count else { break }
            guard node >= furnitureEnd, document.end(node) > blocks[at].nodes.lowerBound, let kind = kind(node, document) else { continue }
            var end = at
            while end < blocks.count, blocks[end].nodes.lowerBound < document.end(node) { end += 1 }
            let share = (prose[end] - prose[at]) / whole
            if share < (kind == .margin ? weights.marginShare : weights.furnitureShare) { furnitureEnd = document.end(node) }
        }
        while at < blocks.count {
            if blocks[at].nodes.lowerBound < furnitureEnd { blocks[at].isFurniture = true }
            at += 1
        }
    }

    private enum Kind {
        /// Stands beside the article: a column, a footer.
        case margin
        /// Stands in it or around it.
        case other
    }

    private static func kind(_ node: Int, _ document: HTMLDocument) -> Kind? {
        switch document.name(node) {
        case .nav, .aside, .footer: return .margin
        case .form, .menu, .dialog, .button, .label: return .other
        case .body, .html, .main, .article, .p, .h1: return nil
        default: break
        }
        if let role = document.attributeBytes(node, .role) {
            for name in roles where role.elementsEqual(name) { return .margin }
        }
        var found: Kind?
        for attribute in [Name.class, .id] {
            guard let value = document.attributeBytes(node, attribute), value.count < 400 else { continue }
            if let kind = kind(ofName: value) {
                if kind == .margin { return .margin }
                found = kind
            }
        }
        return found
    }

    private static let roles = ["navigation", "complementary", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alert", "alertdialog"].map { Array($0.utf8) }

    /// What one of a name's words (parted by blanks, hyphens, underscores and capitals) says.
    private static func kind(ofName value: ArraySlice<UInt8>) -> Kind? {
        var found: Kind?
        var at = value.startIndex
        while at < value.endIndex {
            while at < value.endIndex, !isLetter(value[at]) { at += 1 }
            let start = at
            while at < value.endIndex, isLetter(value[at]), at == start || !(isUpper(value[at]) && !isUpper(value[at - 1])) { at += 1 }
            if at > start, at - start <= 16 {
                let word = String(decoding: value[start..<at].map { $0 | 0x20 }, as: UTF8.self)
                if margins.contains(word) { return .margin }
                if words.contains(word) { found = .other }
            }
        }
        return found
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    private static let margins: Set<String> = [
        "sidebar", "rail", "footer", "foot", "masthead", "nav", "navbar", "navigation", "navi", "breadcrumb", "breadcrumbs", "menu", "copyright", "disclaimer", "bio", "authorbox",
        "blogroll", "newsletter", "cookie", "cookies", "consent", "gdpr",
    ]

    private static let words: Set<String> = [
        "share", "sharing", "sharedaddy", "social", "sociable", "addthis", "addtoany", "shareaholic", "related", "relatedposts", "recommended", "recommendation",
        "recommendations", "sidebar", "rail", "widget", "widgets", "breadcrumb", "breadcrumbs", "crumbs", "menu", "nav", "navbar", "navigation", "navi", "pagination", "pager",
        "paging", "footer", "foot", "masthead", "newsletter", "subscribe", "subscription", "signup", "promo", "promotion", "advert", "advertisement", "ads", "ad", "adsense",
        "sponsor", "sponsored", "outbrain", "taboola", "cookie", "cookies", "consent", "gdpr", "popup", "modal", "overlay", "banner", "comments", "comment", "commentlist",
        "disqus", "respond", "trackback", "trackbacks", "pingback", "tags", "tagcloud", "taglist", "postmetadata", "postmeta", "metadata", "byline", "toolbar", "tools", "toolbox", "trending",
        "popular", "mostread", "mostpopular", "latest", "recent", "archive", "archives", "blogroll", "copyright", "disclaimer", "login", "search", "searchform", "skip", "hidden", "invisible",
        "bio", "authorbox", "jp", "print", "printfriendly", "rating", "ratings", "poll", "donate", "rss", "follow", "feedback", "flyout", "dropdown", "teaser", "teasers", "carousel", "ticker",
        "noprint", "wpadminbar", "yarpp", "zemanta", "linkwithin", "nocontent", "reactions", "upsell", "paywall", "toc",
    ]
}
