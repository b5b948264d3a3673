internal import DiscourseModel

/// How often links are right against how often they are said to be, by evidence.
///
/// Counted are links of comments that were matched with a gold one whose parent is known: a link to another comment than the gold one's
/// is wrong, and so is a link where the page has none and says so. Guesses below the threshold are counted for themselves.
struct Calibration: Sendable {
    struct Kind: Hashable, Comparable, Sendable {
        var section: GoldSection
        var evidence: String
        /// `stated`, `inferred`, or `guess`.
        var standing: String
        static func < (a: Kind, b: Kind) -> Bool {
            (a.section.rawValue, a.standing, a.evidence) < (b.section.rawValue, b.standing, b.evidence)
        }
    }
    struct Cell: Sendable {
        var links = 0, right = 0
        var said = 0.0
    }
    private(set) var cells: [Kind: Cell] = [:]

    init() {}

    init(section: GoldSection, gold thread: GoldThread, page: AnalyzedPage, pairs: CommentPairs) {
        let goldComments = thread.scored
        let positions = Dictionary(goldComments.enumerated().map { ($1.key, $0) }) { $1 }
        for (index, place) in pairs.found {
            guard let reply = page.discussion.replies[place], let said = reply.parent ?? reply.inferredParent else { continue }
            let parent = goldComments[index].parent_key.flatMap { positions[$0] }
            guard parent != nil || (goldComments[index].parent_key == nil && thread.statesEveryLink) else { continue }
            let standing = reply.parent == nil ? "guess" : reply.isExplicit ? "stated" : "inferred"
            let kind = Kind(section: section, evidence: reply.evidence.rawValue, standing: standing)
            cells[kind, default: Cell()].links += 1
            cells[kind, default: Cell()].said += reply.confidence
            if let parent, pairs.found[parent] == said { cells[kind, default: Cell()].right += 1 }
        }
    }

    static func += (sum: inout Calibration, page: Calibration) {
        for (kind, cell) in page.cells {
            sum.cells[kind, default: Cell()].links += cell.links
            sum.cells[kind, default: Cell()].right += cell.right
            sum.cells[kind, default: Cell()].said += cell.said
        }
    }

    var table: String {
        var lines = [["section", "standing", "evidence", "links", "said", "right"]]
        for (kind, cell) in cells.sorted(by: { $0.key < $1.key }) {
            lines.append([
                kind.section.rawValue, kind.standing, kind.evidence, String(cell.links), threeDecimals(cell.said / Double(cell.links)),
                threeDecimals(Double(cell.right) / Double(cell.links)),
            ])
        }
        return aligned(lines, leftColumns: 3)
    }
}
