internal import DiscourseModel
internal import Statistics

/// How often each tag stands in the discussion.
///
/// A tag in a comment outside the tag's base is in no figure: so `comments` is never more than `base`, and their quotient is a share.
func tagFigures(_ comments: [Comment], taggings: [Tagging], bases: TagBases, depths: [Int?], authors: AuthorNumbers) -> [TagFigures] {
    // Taggings by tag, so that one array of marks serves all tags in turn.
    var numbers: [String: Int] = [:]
    var byTag: [(tag: String, taggings: [Int])] = []
    for (position, tagging) in taggings.enumerated() where bases.contains(tagging.comment, for: tagging.tag) {
        let number = numbers[tagging.tag, default: byTag.count]
        if number == byTag.count {
            numbers[tagging.tag] = number
            byTag.append((tagging.tag, []))
        }
        byTag[number].taggings.append(position)
    }

    var commentMark = [Int](repeating: -1, count: comments.count)
    var authorMark = [Int](repeating: -1, count: authors.count)
    var all: [TagFigures] = []
    for (number, group) in byTag.enumerated() {
        let base = bases.count(for: group.tag)
        var figures = TagFigures(
            tag: group.tag, comments: 0, matches: 0, quoted: 0, authors: 0, base: base, byDepth: [], unknownDepth: 0, low: 0, high: 1)
        for position in group.taggings {
            let comment = taggings[position].comment
            guard taggings[position].voice == .own else {
                figures.quoted += 1
                continue
            }
            figures.matches += 1
            guard commentMark[comment] != number else { continue }
            commentMark[comment] = number
            figures.comments += 1
            if let depth = depths[comment] { figures.byDepth.count(at: depth) } else { figures.unknownDepth += 1 }
            if let author = authors.of[comment], authorMark[author] != number {
                authorMark[author] = number
                figures.authors += 1
            }
        }
        let interval = wilsonInterval(figures.comments, of: base)
        (figures.low, figures.high) = (interval.low, interval.high)
        all.append(figures)
    }
    return all.sorted { $0.comments != $1.comments ? $0.comments > $1.comments : $0.tag < $1.tag }
}
