package import DiscourseModel

/// Who answers whom on a page, beside its comments, and what was doubtful about it.
package struct ResolvedReplies: Sendable {
    /// One a comment; `nil` for one at top level. The parents form a forest.
    package var replies: [Reply?]
    package var notes: [Note]
}

/// Combines what the page states and what the comments' words say into one reply a comment.
///
/// What the page states (ids, depths, nesting, labels) wins over what words suggest; words decide where it states nothing. An inferred
/// link is a parent from the minimum confidence on; a weaker guess is kept apart if it is more likely right than wrong. On a page whose
/// structure states every link, a comment without one stands at top level, and its words give a guess at most. A self-reply is dropped;
/// of a cycle, the comment with the lowest position becomes a root; both are noted. Linear in the number of comments.
///
/// - Parameter minimumConfidence: the least confidence of an inferred link that is taken as a parent, 0 to 1.
package func resolveReplies(_ found: FoundComments, quotations: [Quotation], minimumConfidence: Double = 0.8) -> ResolvedReplies {
    var resolver = ReplyResolver(found, quotations, minimumConfidence)
    for comment in resolver.context.order.earliestFirst { resolver.resolve(comment) }
    resolver.breakCycles()
    resolver.noteFaults()
    return ResolvedReplies(replies: resolver.replies, notes: resolver.notes)
}

/// A guess is kept from here on: more likely right than wrong.
private let guessFloor = 0.5

private struct ReplyResolver {
    private let found: FoundComments
    private let clues: [[ReplyClue]]
    /// Whether the page states its threads: a comment without a clue is then at top level by the page's own word.
    private let statesThreading: Bool
    private let minimumConfidence: Double
    private(set) var context: ReplyContext
    private(set) var replies: [Reply?]
    private(set) var notes: [Note] = []
    private var absentKeys: [(comment: Int, key: String)] = []
    private var sharedWords: SharedWords?

    init(_ found: FoundComments, _ quotations: [Quotation], _ minimumConfidence: Double) {
        self.found = found
        self.minimumConfidence = minimumConfidence
        clues = plausibleClues(of: found)
        let stated = clues.count { $0.contains { statesThreads.contains($0.evidence) } }
        statesThreading = found.statesThreading && clues == found.clues || stated >= 2 && stated * 20 >= clues.count
        var hints: [(older: Int, newer: Int)] = []
        for (comment, clues) in clues.enumerated() {
            for clue in clues {
                if case .comment(let parent) = clue.target, found.comments.indices.contains(parent), parent != comment {
                    hints.append((parent, comment))
                }
            }
        }
        context = ReplyContext(
            found.comments, quotations, subjects: found.subjects, claimed: found.completeness.claimed, statesThreading: statesThreading, hints: hints)
        replies = [Reply?](repeating: nil, count: found.comments.count)
    }

    mutating func resolve(_ comment: Int) {
        let clues = self.clues[comment].sorted { EvidenceKind.rank(of: $0.evidence) < EvidenceKind.rank(of: $1.evidence) }
        // A pingback is another site's word of the article: it answers no comment, and none answers it unless the page says so.
        let isPingback = found.comments[comment].kind == .pingback
        let hints = isPingback ? [] : EvidenceKind.all.compactMap { kind in kind.find?(context, comment).map { Evidenced(kind: kind, hint: $0) } }
            .filter { !context.wasLater($0.hint.parent, than: comment) && found.comments[$0.hint.parent].kind != .pingback }
        let reply = stated(comment, clues, hints) ?? inferred(comment, hints)
        replies[comment] = reply
        context.parents[comment] = reply?.parent ?? reply?.inferredParent
        context.confidences[comment] = reply?.confidence ?? 0
    }

    private struct Evidenced {
        var kind: EvidenceKind
        var hint: ReplyHint
    }

    // MARK: What the page states

    /// What became of a clue.
    private enum Binding {
        case parent(Int, confidence: Double)
        case absentKey(String)
        case absentName(String)
        case none
    }

    private mutating func stated(_ comment: Int, _ clues: [ReplyClue], _ hints: [Evidenced]) -> Reply? {
        var reply: Reply?
        var absent: Reply?
        for clue in clues {
            if case .name(let name) = clue.target, reply != nil, reply?.targetName == nil { reply?.targetName = name }
            switch bind(clue, comment, hints) {
            case .parent(let parent, let confidence):
                if reply == nil {
                    reply = Reply(parent: parent, evidence: clue.evidence, isExplicit: true, confidence: confidence)
                    if case .name(let name) = clue.target { reply?.targetName = name }
                } else if reply?.parent == parent, clue.evidence != reply?.evidence, reply?.supporting.contains(clue.evidence) == false {
                    reply?.supporting.append(clue.evidence)
                }
            case .absentKey(let key):
                absentKeys.append((comment, key))
                if absent == nil { absent = Reply(targetKey: key, evidence: clue.evidence, isExplicit: true, confidence: confidence(of: clue)) }
                if absent?.targetKey == nil { absent?.targetKey = key }
            case .absentName(let name):
                if absent == nil { absent = Reply(targetName: name, evidence: clue.evidence, isExplicit: true, confidence: confidence(of: clue)) }
                if absent?.targetName == nil { absent?.targetName = name }
            case .none: break
            }
        }
        if var reply {
            reply.targetName = reply.targetName ?? absent?.targetName
            for hint in hints where hint.hint.parent == reply.parent && hint.kind.family != .place {
                let evidence = hint.kind.evidence
                if evidence != reply.evidence, !reply.supporting.contains(evidence) { reply.supporting.append(evidence) }
            }
            return reply
        }
        guard var absent else { return nil }
        guess(for: comment, &absent, hints)
        return absent
    }

    private mutating func bind(_ clue: ReplyClue, _ comment: Int, _ hints: [Evidenced]) -> Binding {
        switch clue.target {
        case .comment(let parent):
            guard found.comments.indices.contains(parent) else { return .none }
            if parent == comment {
                noteSelfReply(comment)
                return .none
            }
            // Nobody answers what is yet to be written: the answered comment is not on the page.
            if clue.evidence == .indentation, context.wasLater(parent, than: comment) { return .none }
            return .parent(parent, confidence: confidence(of: clue))
        case .key(let key):
            if found.comments[comment].platformKey == key {
                noteSelfReply(comment)
                return .none
            }
            guard let parent = context.comment(withKey: key, before: comment) else { return .absentKey(key) }
            return .parent(parent, confidence: confidence(of: clue))
        case .name(let name):
            guard !Author(name: name).isAnonymous, let author = context.names.author(named: name) else { return .absentName(name) }
            // Quoted words or the page's times may tell which of the author's comments is meant.
            if let meant = hints.first(where: { isTelling($0) && context.names.author[$0.hint.parent] == author }) {
                return .parent(meant.hint.parent, confidence: confidence(of: clue))
            }
            let all = context.names.comments[author]
            guard let parent = context.latest(by: author, before: comment) ?? (context.order.isStated ? nil : all.first(where: { $0 != comment })),
                parent != comment
            else { return .absentName(name) }
            let choices = all.prefix(4).count { context.order.isEarlier($0, than: comment) }
            return .parent(parent, confidence: choices <= 1 ? confidence(of: clue) : NamedAuthor.confidence(choices: choices))
        }
    }

    private func isTelling(_ hint: Evidenced) -> Bool { hint.kind.family == .quotedWords || hint.kind.family == .times }

    private func confidence(of clue: ReplyClue) -> Double {
        if clue.evidence == .indentation, context.isIncomplete { return EvidenceKind.indentationAmongMissing }
        return EvidenceKind.all.first { $0.evidence == clue.evidence }?.confidence ?? 0.9
    }

    /// A best guess at whom a comment answers that names someone who is not on the page.
    private mutating func guess(for comment: Int, _ reply: inout Reply, _ hints: [Evidenced]) {
        // Someone with a name on the page would have been called by it: only comments that show none, or this very one, may be meant.
        guard let name = reply.targetName, reply.targetKey == nil else { return }
        func mayBeMeant(_ other: Int) -> Bool {
            guard let author = found.comments[other].author else { return true }
            return author.isAnonymous && author.name.lowercased() == name.lowercased()
        }
        if let best = strongest(hints.filter { $0.kind.family != .place && mayBeMeant($0.hint.parent) }), best.hint.confidence >= guessFloor {
            reply.inferredParent = best.hint.parent
            reply.supporting = [best.kind.evidence]
            return
        }
        var candidates: [Int] = []
        var rank = context.order.rank[comment]
        let first = max(0, rank - 2_000)
        while rank > first, candidates.count < 200 {
            rank -= 1
            let other = context.order.earliestFirst[rank]
            if mayBeMeant(other) { candidates.append(other) }
        }
        guard !candidates.isEmpty else { return }
        let words = sharedWords ?? context.words ?? SharedWords(of: found.comments)
        sharedWords = words
        if let best = words.best(of: candidates, for: comment) {
            reply.inferredParent = best
            reply.supporting = [.sharedWords]
        }
    }

    // MARK: What words suggest

    private func strongest(_ hints: [Evidenced]) -> Evidenced? {
        var best: Evidenced?
        for hint in hints where hint.hint.confidence > (best?.hint.confidence ?? 0) { best = hint }
        return best
    }

    private func inferred(_ comment: Int, _ hints: [Evidenced]) -> Reply? {
        guard let strongest = strongest(hints) else { return nil }
        // A quote box that says whom it repeats states the link, whatever the words alone would be worth.
        let best = hints.first { $0.kind.evidence.isStated && $0.hint.parent == strongest.hint.parent } ?? strongest
        let agreeing = hints.filter { $0.hint.parent == best.hint.parent && $0.kind.family != best.kind.family && $0.kind.evidence != .order }
        // Evidence of another family for the same parent takes away part of the doubt: half of what it would if they were independent.
        var confidence = agreeing.reduce(best.hint.confidence) { $0 + (1 - $0) * $1.hint.confidence / 2 }
        var isExplicit = best.kind.evidence.isStated
        if statesThreading {
            // The page says "top level". Only who quotes another at length or calls one by @name may still answer; a bare name is mostly the host's.
            let isAddressed = hints.contains { $0.hint.parent == best.hint.parent && $0.kind.evidence == .mention }
            guard isAddressed || best.kind.family == .quotedWords && best.hint.confidence >= minimumConfidence else { return nil }
            confidence = min(confidence, minimumConfidence - 0.01, guessFloor)
            isExplicit = false
        }
        guard confidence >= guessFloor else { return nil }
        // What the page itself states is a link, however unsure it is which comment is meant.
        let isParent = confidence >= minimumConfidence || isExplicit
        return Reply(
            parent: isParent ? best.hint.parent : nil, inferredParent: isParent ? nil : best.hint.parent,
            targetName: hints.lazy.filter { $0.hint.parent == best.hint.parent }.compactMap(\.hint.name).first, evidence: best.kind.evidence,
            supporting: agreeing.map(\.kind.evidence), isExplicit: isExplicit, confidence: confidence)
    }

    // MARK: The forest, and what was wrong with it

    mutating func breakCycles() {
        var parents = replies.map { $0?.parent }
        for cycle in CommentThreads.breakCycles(in: &parents) {
            guard let root = cycle.first else { continue }
            replies[root] = nil
            let shown = cycle.prefix(12).map(name) + (cycle.count > 12 ? ["...", name(root)] : [name(root)])
            notes.append(Note(.replies, .doubt, "reply cycle: " + shown.joined(separator: "->") + "; the first is taken as top-level", comment: root))
        }
    }

    private func name(_ comment: Int) -> String { found.comments[comment].platformKey ?? found.comments[comment].id }

    private mutating func noteSelfReply(_ comment: Int) {
        guard notes.last?.comment != comment else { return }
        notes.append(Note(.replies, .doubt, "comment \(name(comment)) is said to answer itself; the link is dropped", comment: comment))
    }

    mutating func noteFaults() {
        let duplicates = context.keys.duplicates
        if !duplicates.isEmpty {
            let shown = duplicates.prefix(5).joined(separator: ", ") + (duplicates.count > 5 ? " ..." : "")
            notes.append(
                Note(.replies, .doubt, "comment ids that occur more than once: \(shown) (\(duplicates.count)); replies are bound to the nearest before"))
        }
        if let first = absentKeys.first {
            let message = "parent \(first.key) missing: comment \(name(first.comment)) answers a comment that is not on the page"
            let others = absentKeys.count > 1 ? ", and so do \(absentKeys.count - 1) more" : ""
            notes.append(Note(.replies, .info, message + others, comment: absentKeys.count > 1 ? nil : first.comment))
        }
        let future = replies.indices.filter { comment in replies[comment]?.parent.map { context.wasLater($0, than: comment) } ?? false }
        if let first = future.first {
            let message = "parents posted later than their replies: \(future.count) (comment \(name(first)) first); the links are kept"
            notes.append(Note(.replies, .doubt, message, comment: first))
        }
    }
}

/// Evidence that a page gives for every reply if it gives it for some; quote boxes and mentions are left to who writes.
private let statesThreads: Set<Reply.Evidence> = [
    .parentID, .permalinkParent, .depthClass, .nesting, .label, .indentation, .navigation, .answer, .answerCount,
]

/// The clues without indentation that says nothing: where nearly every comment stands one step in from the first, the first is a heading's
/// neighbour and not what all the others answer; and where a lone comment of a plain text stands further in than another, so do the
/// paragraphs that people indent.
private func plausibleClues(of found: FoundComments) -> [[ReplyClue]] {
    let indented = found.clues.count { $0.contains { $0.evidence == .indentation } }
    let belowFirst = found.clues.count { $0.contains(ReplyClue(.indentation, .comment(0))) }
    let isFlat = belowFirst >= 4 && belowFirst >= found.clues.count - 2
    let isStray = found.platform == "text" && (indented == 1 && found.clues.count > 4 || indented * 20 < found.clues.count)
    guard indented > 0, isFlat || isStray else { return found.clues }
    return found.clues.map { $0.filter { $0.evidence != .indentation } }
}

/// How sure it is that the latest of an author's earlier comments is the one that is meant: the share right over 1,446 replies of 56 threaded
/// pages and 2,031 of 66 forum threads, each taken to name its parent's author.
enum NamedAuthor {
    static func confidence(choices: Int) -> Double { choices <= 1 ? 0.98 : choices == 2 ? 0.8 : choices == 3 ? 0.75 : 0.7 }
}
