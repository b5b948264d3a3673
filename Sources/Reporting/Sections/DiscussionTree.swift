import DiscourseModel

extension ReportSection {
    /// Every comment with its anchor, in reading order, indented by its level; a long discussion in parts that unfold.
    static let discussion = ReportSection(
        id: "discussion", title: "The discussion", template: "thread",
        html: { material in
            guard !material.comments.isEmpty else { return nil }
            let parts = threadParts(material.order.map(\.level))
            return [
                "isLong": .flag(parts.count > 1), "extent": .text(counted(material.comments.count, "comment")),
                "size": .number(parts[0].threads.last?.upperBound ?? 0),
                "isDeep": .flag(material.order.contains { $0.level > indentLimit }), "indentLimit": .number(indentLimit),
                "parts": .rows(count: parts.count) { partFields(material, parts[$0], number: $0, of: parts.count) },
            ]
        },
        markdown: { material in
            guard !material.comments.isEmpty else { return nil }
            return material.order.map { markdownComment(material, $0.index, level: $0.level) }.joined(separator: "\n")
        },
        absence: { _ in "No comments were found on this page." })
}

/// Levels that are told apart by indentation; deeper ones stay at the last and say their level.
let indentLimit = 10

/// A stretch of the discussion that is shown or folded as one, and the threads in it: ranges of the reading order.
struct ThreadPart: Hashable {
    var threads: [Range<Int>]
}

/// Cuts a reading order, given by its levels, into parts: at the first thread that begins behind `soft` comments, and within a thread
/// where it goes on for `hard`. A discussion of no more than `hard` comments is one part.
func threadParts(_ levels: [Int], soft: Int = 200, hard: Int = 400) -> [ThreadPart] {
    var parts = [ThreadPart(threads: [])]
    var size = 0
    for (position, level) in levels.enumerated() {
        if levels.count > hard, (size >= soft && level == 0) || size >= hard {
            parts.append(ThreadPart(threads: []))
            size = 0
        }
        if level == 0 || size == 0 { parts[parts.count - 1].threads.append(position..<position) }
        let (part, thread) = (parts.count - 1, parts[parts.count - 1].threads.count - 1)
        parts[part].threads[thread] = parts[part].threads[thread].lowerBound..<position + 1
        size += 1
    }
    return parts
}

/// Threads with as many answers can be folded without a script.
private let foldable = 3

private func partFields(_ material: ReportMaterial, _ part: ThreadPart, number: Int, of count: Int) -> Fields {
    let (first, last) = (part.threads.first?.lowerBound ?? 0, (part.threads.last?.upperBound ?? 1) - 1)
    let begins = material.order[first]
    return [
        "summary": count > 1
            ? .text("Comments \(grouped(first + 1)) to \(grouped(last + 1)), \(begins.level == 0 ? "from" : "going on with a thread, from") \(material.id(begins.index)) by \(material.speaker(begins.index))") : .none,
        "isOpen": .flag(number == 0),
        "threads": .rows(count: part.threads.count) { threadFields(material, part.threads[$0]) },
    ]
}

private func threadFields(_ material: ReportMaterial, _ thread: Range<Int>) -> Fields {
    func comment(_ position: Int) -> Fields {
        commentFields(material, material.order[position].index, level: material.order[position].level)
    }
    let answers = thread.count - 1
    return [
        "first": .fields(comment(thread.lowerBound)),
        "answers": answers >= foldable ? .text(counted(answers, "answer")) : .none,
        "rest": .rows(count: answers) { comment(thread.lowerBound + 1 + $0) },
    ]
}
