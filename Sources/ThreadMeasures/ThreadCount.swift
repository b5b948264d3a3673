internal import DiscourseModel

/// The figures of one thread, or of all of a page's together, while they are counted.
struct ThreadCount {
    var figures: ThreadFigures
    private var depthSum = 0

    init(root: Int?) { figures = ThreadFigures(root: root) }

    mutating func add(depth: Int?, reply: Reply?) {
        figures.comments += 1
        if let depth {
            figures.byDepth.count(at: depth)
            depthSum += depth
        } else {
            figures.unknownDepth += 1
        }
        // A guess at a comment that nothing else says is an answer is no reply.
        guard let reply, !reply.isGuess else { return }
        guard reply.parent != nil else {
            figures.unresolvedReplies += 1
            return
        }
        figures.repliesByEvidence[reply.evidence.rawValue, default: 0] += 1
        if reply.isExplicit {
            figures.explicitReplies += 1
        } else if reply.isHuman {
            figures.humanReplies += 1
        } else {
            figures.inferredReplies += 1
        }
    }

    /// The figures with what follows from the counts.
    var finished: ThreadFigures {
        var figures = figures
        let known = figures.comments - figures.unknownDepth
        figures.width = figures.byDepth.max() ?? 0
        figures.maxDepth = known > 0 ? figures.byDepth.count - 1 : nil
        figures.meanDepth = known > 0 ? Double(depthSum) / Double(known) : nil
        return figures
    }
}

extension [Int] {
    /// Counts one at a position, lengthening the array to it with zeros.
    mutating func count(at position: Int) {
        while count <= position { append(0) }
        self[position] += 1
    }
}
