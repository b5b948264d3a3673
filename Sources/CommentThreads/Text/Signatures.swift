import DiscourseModel
import Markup

/// Lines that end every comment of a person: a signature.
struct Signatures {
    let document: TextDocument
    let lines: [TextLine]

    /// For each comment how many of its last lines are its author's signature.
    ///
    /// A signature is what all comments of an author end with: two lines or more, or one that stands below a rule or ends three comments.
    /// A comment that is nothing else keeps its words.
    ///
    /// - Parameter comments: author's name and lines of words of each.
    func lengths(_ comments: [(author: String?, kept: [Int])]) -> [Int] {
        var of: [String: [Int]] = [:]
        for (index, comment) in comments.enumerated() {
            if let author = comment.author, !comment.kept.isEmpty { of[author, default: []].append(index) }
        }
        var lengths = [Int](repeating: 0, count: comments.count)
        for (_, group) in of where group.count >= 2 {
            var shared = comments[group[0]].kept.reversed().map { document.lines[$0].range }
            for index in group.dropFirst() {
                let own = comments[index].kept.reversed()
                shared = zip(shared, own).prefix { document.bytes[$0].elementsEqual(document.bytes[document.lines[$1].range]) }.map(\.0)
            }
            guard !shared.isEmpty, group.contains(where: { comments[$0].kept.count > shared.count }) else { continue }
            let tail = comments[group[0]].kept.suffix(shared.count)
            let words = tail.reduce(0) { $0 + lines[$1].words }
            let isRuled = tail.contains { lines[$0].has(.rule) }
            guard words >= 3 || isRuled && words >= 1, shared.count >= 2 || isRuled || group.count >= 3 else { continue }
            for index in group where comments[index].kept.count > shared.count { lengths[index] = shared.count }
        }
        return lengths
    }
}
