import DiscourseModel
import Markup

/// Gathers the comments of a text and what goes with them.
struct TextSection {
    let document: TextDocument
    let lines: [TextLine]
    private var comments: [Comment] = []
    private var clues: [[ReplyClue]] = []
    private var claimed: NodeSet
    private var claim: Int?
    private var notes: [Note] = []

    init(document: TextDocument, lines: [TextLine]) {
        (self.document, self.lines) = (document, lines)
        claimed = NodeSet(capacity: document.lines.count)
    }

    mutating func add(_ split: FamilyRecords) {
        let body = BodyText(document: document, lines: lines)
        var empty = 0
        for record in split.split() {
            var names: Set<String> = []
            var author: Author?
            if let range = record.name {
                let name = document.text(range)
                author = Author(name: name)
                names.insert(Folding.fold(name).filter { !$0.isWhitespace })
            }
            claimed.insert(record.lines)
            let kept = body.trim(record.body, recurs: split.recurrence.contains, names: names)
            let text = body.join(kept)
            if text.isEmpty {
                empty += 1
                continue
            }
            let header = timeLine(record)
            let place = Place(start: document.lines[record.lines.lowerBound].start, end: document.lines[max(record.lines.lowerBound, record.lines.upperBound - 1)].end)
            comments.append(
                Comment(
                    id: Comment.id(at: comments.count), author: author, posted: header.stamp, postedText: header.time.map(document.text),
                    text: text, place: place))
            clues.append([])
        }
        if let heading = split.family.heading {
            claim = lines[heading].claim
            if let first = split.family.anchors.first, heading <= first { claimed.insert(heading..<first) }
        }
    }

    /// The line of the record's header that says when: the anchor, else the nearest one above or below it.
    private func timeLine(_ record: TextRecord) -> TextLine {
        if lines[record.anchor].time != nil { return lines[record.anchor] }
        for index in [record.anchor + 1, record.anchor - 1, record.anchor + 2, record.anchor - 2] where record.lines.contains(index) && lines[index].has(.postTime) {
            return lines[index]
        }
        return lines[record.anchor]
    }

    func finish() -> FoundComments {
        FoundComments(
            platform: comments.isEmpty ? "none" : "text", comments: comments, clues: clues, statesThreading: false,
            completeness: Completeness(claimed: claim), claimed: claimed, notes: notes)
    }
}
