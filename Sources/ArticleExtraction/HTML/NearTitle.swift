internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// What a reader sees around the article's title: who wrote it, when.
struct NearTitle {
    private let document: HTMLDocument
    private let reader: TimeReader
    private let claimed: NodeSet
    /// Which of its class names each class value holds, a bit for each.
    private let classNames: [UInt64]
    /// Where to look, the likeliest place first: below the title, above it, and down to where the text ends.
    private let places: [Place]

    private struct Place {
        var nodes: Range<Int>
        var isUpwards = false

        /// The nodes, the nearest to the title first.
        var inOrder: [Int] { isUpwards ? nodes.reversed() : Array(nodes) }
    }

    /// - Parameters:
    ///   - title: the element of the visible title.
    ///   - element: the element that holds the text.
    ///   - claimed: what belongs to the comments: their dates and names are not the article's.
    init(_ document: HTMLDocument, title: Int?, element: Int?, reader: TimeReader, excluding claimed: NodeSet) {
        self.document = document
        self.reader = reader
        self.claimed = claimed
        classNames = NearTitle.names.bits(of: document)
        let end = element.map { min(document.count, document.end($0) + 60) } ?? document.count
        if let title {
            let below = min(document.count, document.end(title) + 60), above = max(0, title - 60)
            places = [Place(nodes: document.end(title)..<below), Place(nodes: above..<title, isUpwards: true), Place(nodes: below..<max(below, end)), Place(nodes: document.subtree(title))]
        } else if let element {
            places = [Place(nodes: max(0, element - 400)..<end)]
        } else {
            places = []
        }
    }

    /// The first date that stands alone.
    var published: Timestamp? {
        for place in places {
            for node in place.inOrder where !claimed.contains(node) {
                if let stamp = stated(node, .published) ?? standingAlone(node), !isOfEntry(node) { return stamp }
            }
        }
        return nil
    }

    /// Whether a date belongs to one of several: it stands in one of at least three like elements that each have one, or in what is quoted.
    private func isOfEntry(_ node: Int) -> Bool {
        var entry = node
        for ancestor in document.ancestors(node) {
            if document.name(entry) == .blockquote { return true }
            if document.isElement(entry), document.elements(ancestor).lazy.filter({ document.name($0) == document.name(entry) && holdsDate($0) }).prefix(3).count == 3 { return true }
            if document.end(ancestor) - ancestor > 400 { return false }
            entry = ancestor
        }
        return false
    }

    private func holdsDate(_ element: Int) -> Bool {
        document.end(element) - element <= 200 && document.subtree(element).contains { stated($0, .published) != nil || standingAlone($0) != nil }
    }

    /// When the page says that the article was last changed.
    var modified: Timestamp? {
        for place in places {
            for node in place.inOrder where !claimed.contains(node) { if let stamp = stated(node, .modified) { return stamp } }
        }
        return nil
    }

    private enum Stated { case published, modified }

    /// The date in an element that is made for one.
    private func stated(_ node: Int, _ which: Stated) -> Timestamp? {
        guard document.isElement(node), document.hasAttributes(node) || document.name(node) == .time else { return nil }
        let names = classes(node)
        let isModified = hasProperty(node, "dateModified") || names.contains(.updated) && !names.contains(.published) || names.contains(.modified)
        switch which {
        case .modified: guard isModified else { return nil }
        case .published:
            let isDate = document.name(node) == .time || hasProperty(node, "datePublished") || !names.isDisjoint(with: [.published, .date])
            // "entry-date published updated": hAtom's word for the only date there is.
            guard isDate, !isModified || !names.isDisjoint(with: [.published, .entryDate]) else { return nil }
        }
        for text in [document.attribute(node, .datetime), document.attribute(node, .content), document.attribute(node, .title)].compactMap({ $0 }) {
            if let stamp = Timestamp(iso8601: text) ?? reader.first(in: text)?.timestamp { return stamp }
        }
        return which == .modified ? reader.first(in: document.line(node))?.timestamp : nil
    }

    /// The date in a text that is not much more than a date: one in running prose is somebody's topic.
    private func standingAlone(_ node: Int) -> Timestamp? {
        guard document.isText(node) else { return nil }
        let bytes = document.textBytes(node)
        guard bytes.count <= 200, let time = reader.first(in: bytes), let stamp = time.timestamp, !time.isRelative else { return nil }
        var visible = 0
        for byte in bytes where byte > 0x20 { visible += 1 }
        return visible <= time.range.count + 40 ? stamp : nil
    }

    /// The name in an element that is named for the author.
    var byline: String? {
        for place in places {
            for node in place.inOrder where document.isElement(node) && document.hasAttributes(node) && !claimed.contains(node) {
                if let name = author(node) { return name }
            }
        }
        return nil
    }

    /// The first link that its `rel` calls a category.
    var category: String? {
        for place in places {
            for node in place.inOrder where document.name(node) == .a && document.hasToken(node, .rel, NearTitle.categoryToken) { return document.line(node).nonEmpty }
        }
        return nil
    }

    /// The class names that say what an element near the title is.
    private struct ClassNames: OptionSet {
        let rawValue: UInt64
        static let published = ClassNames(rawValue: 1), modified = ClassNames(rawValue: 2), updated = ClassNames(rawValue: 4), date = ClassNames(rawValue: 8)
        static let entryDate = ClassNames(rawValue: 16)
        /// Any of those for the author.
        static let author = ClassNames(rawValue: 0x3F << 5)
    }

    private static let names = TokenTable(["published", "modified", "updated", "date", "entry-date", "author", "byline", "fn", "author-name", "post-author", "entry-author"])
    private static let authorToken = Array("author".utf8), categoryToken = Array("category".utf8)

    private func classes(_ node: Int) -> ClassNames { document.classNumber(node).map { ClassNames(rawValue: classNames[$0]) } ?? [] }

    private func hasProperty(_ node: Int, _ name: StaticString) -> Bool {
        document.attributeBytes(node, .itemprop).map { value in value.count == name.utf8CodeUnitCount && name.withUTF8Buffer { value.elementsEqual($0) } } ?? false
    }

    private func author(_ node: Int) -> String? {
        let isNamed = !classes(node).isDisjoint(with: .author) || document.hasToken(node, .rel, NearTitle.authorToken) || hasProperty(node, "author")
        guard isNamed else { return nil }
        var line = document.line(node)
        line = TextByline.withoutLabel(line)
        if let time = reader.first(in: line) {
            line = String(decoding: line.utf8.prefix(time.range.lowerBound), as: UTF8.self)
            for word in [" on ", " am ", " le ", ",", "|", "-"] where line.hasSuffix(word) || line.collapsed.hasSuffix(word.collapsed) {
                line = String(line.collapsed.dropLast(word.collapsed.count))
            }
        }
        line = line.collapsed
        return line.utf8.count >= 2 && line.utf8.count <= 80 && line.contains(where: \.isLetter) ? line : nil
    }
}
