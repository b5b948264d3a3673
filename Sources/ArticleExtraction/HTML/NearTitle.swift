internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// What a reader sees around the article's title: the heading itself, who wrote it, when.
struct NearTitle {
    private let document: HTMLDocument
    private let element: Int?
    private let reader: TimeReader
    private let headings: [Int]
    private let claimed: NodeSet

    /// - Parameter claimed: what belongs to the comments: their dates and names are not the article's.
    init(_ document: HTMLDocument, element: Int?, reader: TimeReader, excluding claimed: NodeSet) {
        self.claimed = claimed
        self.document = document
        self.element = element
        self.reader = reader
        let end = element.map { min(document.end($0), document.count) } ?? document.count
        headings = (0..<end).filter { node in
            let name = document.name(node)
            return name == .h1 || name == .h2 || name == .h3
        }
    }

    /// The first date that stands alone near the title or at the head of the text.
    var published: Timestamp? {
        let (from, to) = region
        for node in from..<to where !claimed.contains(node) {
            if document.isElement(node), document.name(node) == .time || document.hasClass(node, "published") || document.hasClass(node, "date") {
                if let stated = document.attribute(node, .datetime) ?? document.attribute(node, .title), let stamp = Timestamp(iso8601: stated) ?? reader.first(in: stated)?.timestamp { return stamp }
            }
            guard document.isText(node) else { continue }
            let bytes = document.textBytes(node)
            guard bytes.count <= 200, let time = reader.first(in: bytes), let stamp = time.timestamp, !time.isRelative else { continue }
            // A date in running prose is somebody's topic.
            var visible = 0
            for byte in bytes where byte > 0x20 { visible += 1 }
            if visible <= time.range.count + 40 { return stamp }
        }
        return nil
    }

    /// The name in an element that is named for the author, near the title.
    var byline: String? {
        let (from, to) = region
        for node in from..<to where document.isElement(node) && !claimed.contains(node) {
            let isNamed = document.hasToken(node, .rel, Array("author".utf8)) || document.attribute(node, .itemprop) == "author"
                || ["author", "byline", "fn", "author-name", "post-author", "entry-author"].contains { document.hasClass(node, $0) }
            guard isNamed else { continue }
            var line = document.line(node)
            for word in ["By ", "by ", "BY ", "Von ", "Par ", "Por ", "Di "] where line.hasPrefix(word) { line = String(line.dropFirst(word.count)) }
            if let time = reader.first(in: line) {
                line = String(decoding: line.utf8.prefix(time.range.lowerBound), as: UTF8.self)
                for word in [" on ", " am ", " le ", ",", "|", "-"] where line.hasSuffix(word) || line.collapsed.hasSuffix(word.collapsed) {
                    line = String(line.collapsed.dropLast(word.collapsed.count))
                }
            }
            line = line.collapsed
            if line.utf8.count >= 2, line.utf8.count <= 80, line.contains(where: \.isLetter) { return line }
        }
        return nil
    }

    /// From a little before the title's heading, or the text's element, to a little behind the text's beginning.
    private var region: (Int, Int) {
        guard let element else { return (0, 0) }
        let heading = headings.last { $0 <= element } ?? element
        let from = max(0, max(heading - 60, element - 400))
        return (from, min(document.count, min(document.end(element), element + 200) + 60))
    }
}
