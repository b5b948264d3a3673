package import DiscourseModel

/// What two taggings of the same comments differ in, by tag, with some examples of each.
package struct TagDifference: Sendable {
    package struct Entry: Hashable, Sendable {
        package var tag: String
        /// Matches.
        package var gained = 0
        package var lost = 0
        /// Comments that have such a match.
        package var gainedComments = 0
        package var lostComments = 0
        package var examples: [Example] = []
    }

    package struct Example: Hashable, Sendable {
        package var isGain: Bool
        package var article: Int
        /// Index of the comment.
        package var comment: Int
        package var line: String
        package var voice: Tagging.Voice
        package var context: Context
    }

    private var byTag: [String: Entry] = [:]
    private let most: Int

    /// - Parameter examples: kept of each tag, so many gained and so many lost.
    package init(examples: Int = 3) { most = examples }

    package mutating func add(_ changes: TagChanges, of discussion: Discussion, article: Int) {
        for (isGain, taggings) in [(true, changes.gained), (false, changes.lost)] {
            var lastComment: [String: Int] = [:]
            for tagging in taggings {
                var entry = byTag[tagging.tag] ?? Entry(tag: tagging.tag)
                let isNewComment = lastComment.updateValue(tagging.comment, forKey: tagging.tag) != tagging.comment
                if isGain { entry.gained += 1 } else { entry.lost += 1 }
                if isNewComment, isGain { entry.gainedComments += 1 } else if isNewComment { entry.lostComments += 1 }
                if (isGain ? entry.gained : entry.lost) <= most {
                    let text = discussion.comments[tagging.comment].text
                    entry.examples.append(
                        Example(
                            isGain: isGain, article: article, comment: tagging.comment, line: tagging.line, voice: tagging.voice,
                            context: Context(of: tagging.span, in: text, reach: 60)))
                }
                byTag[tagging.tag] = entry
            }
        }
    }

    /// The most changed first.
    package var entries: [Entry] {
        byTag.values.sorted { a, b in
            let (changedA, changedB) = (a.gained + a.lost, b.gained + b.lost)
            return changedA != changedB ? changedA > changedB : a.tag < b.tag
        }
    }

    package var gained: Int { byTag.values.reduce(0) { $0 + $1.gained } }
    package var lost: Int { byTag.values.reduce(0) { $0 + $1.lost } }
}
