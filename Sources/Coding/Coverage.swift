package import DiscourseModel

/// How much of what was said the patterns touch, and how much of the patterns is ever used.
package struct Coverage: Sendable {
    package struct TagCount: Hashable, Sendable {
        package var tag: String
        package var comments = 0
        package var matches = 0
        /// Matches by the line that found them, in the order of the file; a line without any has 0.
        package var lines: [LineCount] = []
    }

    package struct LineCount: Hashable, Sendable {
        /// `any[2]`, `near`.
        package var line: String
        package var matches = 0
    }

    /// A comment that no tag touches.
    package struct Untouched: Hashable, Sendable {
        package var article: Int
        package var comment: Int
        package var text: String
    }

    package private(set) var tags: [TagCount] = []
    package private(set) var comments = 0
    package private(set) var touched = 0
    /// Some of the comments that no tag touches, spread over all of them.
    package private(set) var examples: [Untouched] = []

    private var positions: [String: Int] = [:]
    private let most: Int
    /// Every so many untouched comments one is kept.
    private var stride = 1

    /// - Parameter lines: every line that can find something, in the order of files.
    package init(lines: [(tag: String, line: String)], examples: Int = 10) {
        most = examples
        for (tag, line) in lines {
            let index = position(of: tag)
            if !tags[index].lines.contains(where: { $0.line == line }) { tags[index].lines.append(LineCount(line: line)) }
        }
    }

    /// Counts the comments of these indices.
    package mutating func add(_ discussion: Discussion, article: Int, comments indices: [Int], taggings: [Tagging]) {
        let byComment = Dictionary(grouping: taggings, by: \.comment)
        for index in indices {
            comments += 1
            let own = byComment[index] ?? []
            if own.isEmpty { note(Untouched(article: article, comment: index, text: discussion.comments[index].text)) } else { touched += 1 }
            var seen: Set<String> = []
            for tagging in own {
                let tag = position(of: tagging.tag)
                tags[tag].matches += 1
                if seen.insert(tagging.tag).inserted { tags[tag].comments += 1 }
                if let line = tags[tag].lines.firstIndex(where: { $0.line == tagging.line }) { tags[tag].lines[line].matches += 1 }
            }
        }
    }

    /// Tags without a match.
    package var silentTags: [String] { tags.filter { $0.matches == 0 }.map(\.tag) }

    /// Lines without a match in tags that have some.
    package var silentLines: [(tag: String, line: String)] {
        tags.filter { $0.matches > 0 }.flatMap { tag in tag.lines.filter { $0.matches == 0 }.map { (tag.tag, $0.line) } }
    }

    /// Lines that alone make up most of a tag that has several: at least `share` of at least `matches`.
    package func dominantLines(share: Double = 0.8, matches: Int = 20) -> [(tag: String, line: String, share: Double)] {
        tags.compactMap { tag in
            guard tag.lines.count > 1, tag.matches >= matches, let top = tag.lines.max(by: { $0.matches < $1.matches }) else { return nil }
            let part = Double(top.matches) / Double(tag.matches)
            return part >= share ? (tag.tag, top.line, part) : nil
        }
    }

    private mutating func position(of tag: String) -> Int {
        if let position = positions[tag] { return position }
        positions[tag] = tags.count
        tags.append(TagCount(tag: tag))
        return tags.count - 1
    }

    private mutating func note(_ comment: Untouched) {
        guard most > 0, (comments - touched - 1) % stride == 0 else { return }
        examples.append(comment)
        guard examples.count > most * 2 else { return }
        // Every second one goes, and from now on only every second one comes.
        examples = examples.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        stride *= 2
    }
}
