package import DiscourseModel

/// Every place of some words, each on a line with its context: a key word in context (KWIC).
package struct Concordance: Sendable {
    package struct Line: Hashable, Sendable {
        package var article: Int
        /// Index of the comment.
        package var comment: Int
        package var author: String?
        package var span: TextSpan
        package var context: Context
        /// The words beside it in small letters, the nearest first.
        var leftWords: [String]
        var rightWords: [String]
    }

    package enum Order: String, CaseIterable, Sendable { case left, right, place }

    package private(set) var lines: [Line] = []
    private let reach: Int

    /// - Parameter reach: code points of context kept on each side.
    package init(reach: Int = 120) { self.reach = reach }

    package mutating func add(_ places: [Range<Int>], of comment: Comment, at index: Int, article: Int) {
        for place in places {
            let context = Context(of: place, in: comment.text, reach: reach)
            lines.append(
                Line(
                    article: article, comment: index, author: comment.author?.name, span: TextSpan(bytes: place, in: comment.text), context: context,
                    leftWords: Array(words(context.left).suffix(3).reversed()), rightWords: Array(words(context.right).prefix(3))))
        }
    }

    /// By the three words to the left (the nearest counts most), to the right, or by article, comment and place.
    package func sorted(by order: Order) -> [Line] {
        func place(_ a: Line, _ b: Line) -> Bool { (a.article, a.comment, a.span.start) < (b.article, b.comment, b.span.start) }
        func compare(_ a: [String], _ b: [String], _ first: Line, _ second: Line) -> Bool {
            a == b ? place(first, second) : a.lexicographicallyPrecedes(b)
        }
        switch order {
        case .left: return lines.sorted { compare($0.leftWords, $1.leftWords, $0, $1) }
        case .right: return lines.sorted { compare($0.rightWords, $1.rightWords, $0, $1) }
        case .place: return lines.sorted(by: place)
        }
    }

    private func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" || $0 == "-") }.map { String($0) }
    }
}

extension Concordance.Line {
    /// The line in so many columns, the words in its middle: the left context is cut at its beginning, the right one at its end.
    /// - Parameter columns: of a text, as the terminal shows it.
    package func fitted(to room: Int, columns: (String) -> Int) -> (left: String, words: String, right: String) {
        let words = columns(context.words) <= room / 2 ? context.words : cut(context.words, to: room / 2, columns)
        let side = max(0, (room - columns(words)) / 2)
        var left = ""
        var used = 0
        for character in context.left.reversed() {
            let width = columns(String(character))
            if used + width > side { break }
            left = String(character) + left
            used += width
        }
        left = String(repeating: " ", count: side - used) + left
        return (left, words, cut(context.right, to: side, columns))
    }

    private func cut(_ text: String, to room: Int, _ columns: (String) -> Int) -> String {
        var kept = ""
        var used = 0
        for character in text {
            let width = columns(String(character))
            if used + width > room { break }
            kept.append(character)
            used += width
        }
        return kept
    }
}
