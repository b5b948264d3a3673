import DiscourseModel
import Markup

/// Where the article's body stands among the rows: the stretch in which prose outweighs everything else.
///
/// A row of prose adds its words (60 at most), a short row that is no sentence takes some away, a row that was claimed, and one that opens a
/// comment section, take much. The body is the stretch with the greatest sum (J. Bentley, Programming Pearls, column 8: one pass).
struct TextBody {
    /// From the first row of prose to the last.
    var rows: Range<Int>
    var weight: Double

    /// The weight from which on the first stretch is taken: what opens a comment section or the end matter stands behind the article.
    private static let enough = 80.0

    /// - Returns: `nil` where no stretch has the weight of a short paragraph.
    static func find(_ page: TextPage) -> TextBody? {
        var greatest: TextBody?, from = 0
        let claimed = page.rows.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + ($1.isClaimed ? $1.units : 0)) }
        for end in 0...page.rows.count where end == page.rows.count || page.kinds[end] == .closing || isLongClaim(page, end) {
            // What stands behind a discussion and says less than that is the page's end matter.
            if from < end, let found = best(page, from..<end), found.weight > claimed[found.rows.lowerBound] {
                if found.weight >= enough { return found }
                if found.weight > (greatest?.weight ?? 0) { greatest = found }
            }
            from = end + 1
        }
        return greatest
    }

    /// The first of at least four claimed rows: a comment section, and no stray row.
    private static func isLongClaim(_ page: TextPage, _ at: Int) -> Bool {
        (at == 0 || !page.rows[at - 1].isClaimed) && at + 4 <= page.rows.count && page.rows[at..<at + 4].allSatisfy(\.isClaimed)
    }

    private static func best(_ page: TextPage, _ range: Range<Int>) -> TextBody? {
        var sum = 0.0, from = range.lowerBound, best: TextBody?
        for index in range {
            let weight = weight(page, index)
            if sum <= 0 {
                sum = 0
                from = index
            }
            sum += weight
            if weight > 0, sum > (best?.weight ?? 0) { best = TextBody(rows: from..<index + 1, weight: sum) }
        }
        guard var best, best.weight >= 14, page.rows[best.rows].contains(where: \.isProse) else { return nil }
        while weight(page, best.rows.lowerBound) <= 0, best.rows.count > 1 { best.rows = best.rows.lowerBound + 1..<best.rows.upperBound }
        return best
    }

    private static func weight(_ page: TextPage, _ index: Int) -> Double {
        let row = page.rows[index]
        if row.isClaimed { return -15 }
        switch page.kinds[index] {
        case .closing: return -60
        case .call, .counter, .credit, .trail: return -4
        case .embed: return 0
        case .legal, .repeated: return -15
        case .plain: break
        }
        if row.isProse { return min(row.units, 60) }
        if row.isSentence { return row.units * 0.5 }
        if row.bullet != .none { return row.units >= 5 ? -1 : -4 }
        return row.ending == .colon ? -2 : -5
    }
}

extension TextBody {
    /// The body's blocks in order. Short rows between paragraphs are headings where prose follows them and they stand alone or in twos;
    /// longer runs of them, calls, credits and claimed rows are left out.
    func blocks(_ page: TextPage) -> [Block] {
        var blocks: [Block] = []
        var index = rows.lowerBound
        while index < rows.upperBound {
            let row = page.rows[index]
            if row.isClaimed {
                index += 1
                continue
            }
            switch page.kinds[index] {
            case .embed: blocks.append(page.block(index, .embed))
            case .plain where row.isProse || row.isSentence: blocks.append(page.block(index, row.bullet == .none ? .paragraph : .item))
            case .plain:
                let run = shortRun(page, from: index)
                appendShort(page, run, to: &blocks)
                index = run.upperBound
                continue
            case .call, .counter, .credit, .trail, .closing, .legal, .repeated: break
            }
            index += 1
        }
        return blocks
    }

    private func shortRun(_ page: TextPage, from: Int) -> Range<Int> {
        var end = from + 1
        while end < rows.upperBound, !page.rows[end].isClaimed, page.kinds[end] == .plain, !page.rows[end].isProse, !page.rows[end].isSentence { end += 1 }
        return from..<end
    }

    private func appendShort(_ page: TextPage, _ run: Range<Int>, to blocks: inout [Block]) {
        let bulleted = run.filter { page.rows[$0].bullet != .none }
        if bulleted.count * 2 > run.count {
            // A list of the article has phrases; a share bar has single words.
            let units = bulleted.reduce(0) { $0 + page.rows[$1].units }
            guard units >= 2.5 * Double(bulleted.count) else { return }
            for index in run { blocks.append(page.block(index, page.rows[index].bullet == .none ? .paragraph : .item)) }
            return
        }
        // A caption with its credit behind it.
        if run.upperBound < rows.upperBound, page.kinds[run.upperBound] == .credit { return }
        for index in run where page.rows[index].ending == .colon && page.rows[index].units >= 3 && index < run.upperBound - 1 {
            blocks.append(page.block(index, .paragraph))
        }
        guard run.count <= 3, let last = run.last, run.upperBound < rows.upperBound, page.rows[last].units <= 14, page.rows[last].letters >= 3,
            page.rows[run.upperBound].isProse || page.rows[run.upperBound].bullet != .none || page.rows[run.upperBound].isSentence
        else { return }
        blocks.append(page.block(last, page.rows[last].ending == .colon && page.rows[last].units >= 4 ? .paragraph : .heading))
    }
}
