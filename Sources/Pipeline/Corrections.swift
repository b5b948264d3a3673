package import DiscourseModel

/// The page with what a person says of it, made from the page as it was read; without corrections, the page as it was read.
///
/// Taggings and their notes are of the discussion before, so they are taken off: `tagged` makes them anew.
/// A correction whose comment the page does not have, or that would make two comments answer each other, is said in a note.
package func corrected(_ page: AnalyzedPage, by corrections: [Correction]) -> AnalyzedPage {
    var reading =
        page.asRead
        ?? Reading(
            discussion: page.discussion, quotations: page.quotations, notes: page.notes.filter { $0.stage != .tags }, corrections: [])
    reading.corrections = corrections
    let settled = settle(reading)
    var page = page
    (page.discussion, page.quotations, page.notes) = (settled.discussion, settled.quotations, settled.notes)
    page.taggings = []
    page.patternSets = []
    page.asRead = corrections.isEmpty ? nil : reading
    return page
}

/// A reading after its corrections.
package struct SettledReading: Sendable {
    package var discussion: Discussion
    package var quotations: [Quotation]
    package var notes: [Note]
    /// For each comment left, its index in the reading.
    package var kept: [Int]
    /// Tags that a person refused, by comment.
    package var refusedTags: [Int: Set<String>]
    /// Corrections without effect, and why.
    package var unheeded: [(correction: Correction, reason: Unheeded)]

    package enum Unheeded: Sendable {
        case commentNotFound, parentNotFound, cycle
    }
}

/// Applies the corrections of a reading: authors, parents, then what is no comment. Links of a person have evidence `human`, confidence 1
/// and are not explicit. Answers to what is no comment answer what that answered. Linear but for the walk up from each corrected parent.
package func settle(_ reading: Reading) -> SettledReading {
    var settling = Settling(reading)
    settling.applyParents()
    return settling.finished()
}

private struct Settling {
    private let reading: Reading
    private var comments: [Comment]
    private var replies: [Reply?]
    private var removed: [Bool]
    private var refused: [Int: Set<String>] = [:]
    private var links: [(correction: Correction, child: Int, parent: Int)] = []
    private var unheeded: [(correction: Correction, reason: SettledReading.Unheeded)] = []

    init(_ reading: Reading) {
        self.reading = reading
        comments = reading.discussion.comments
        replies = reading.discussion.replies
        removed = [Bool](repeating: false, count: comments.count)
        guard !reading.corrections.isEmpty else { return }
        var index: [CommentReference: Int] = [:]
        for (position, reference) in comments.references().enumerated() {
            if let reference { index[reference] = position }
        }
        for correction in reading.corrections {
            guard let comment = index[correction.comment] else {
                unheeded.append((correction, .commentNotFound))
                continue
            }
            switch correction.change {
            case .author(let name): comments[comment].author = name.map { Author(name: $0) }
            case .notAComment: removed[comment] = true
            case .notTag(let tag): refused[comment, default: []].insert(tag)
            case .parent(let target?):
                guard let parent = index[target] else {
                    unheeded.append((correction, .parentNotFound))
                    continue
                }
                links.append((correction, comment, parent))
            case .parent(nil): replies[comment] = nil
            }
        }
    }

    mutating func applyParents() {
        // All corrected links are loosened first, so that their order does not matter.
        let before = replies
        for link in links { replies[link.child] = nil }
        for link in links {
            guard !reaches(link.child, from: link.parent) else {
                unheeded.append((link.correction, .cycle))
                if let old = before[link.child], !(old.parent.map { reaches(link.child, from: $0) } ?? false) { replies[link.child] = old }
                continue
            }
            replies[link.child] = Reply(parent: link.parent, evidence: .human, isExplicit: false, confidence: 1)
        }
    }

    private func reaches(_ comment: Int, from start: Int) -> Bool {
        var at: Int? = start
        while let index = at {
            if index == comment { return true }
            at = replies[index]?.parent
        }
        return false
    }

    func finished() -> SettledReading {
        var newIndex = [Int?](repeating: nil, count: comments.count)
        var kept: [Int] = []
        for index in comments.indices where !removed[index] {
            newIndex[index] = kept.count
            kept.append(index)
        }
        var discussion = reading.discussion
        discussion.comments = kept.enumerated().map { position, index in
            var comment = comments[index]
            if kept.count != comments.count { comment.id = Comment.id(at: position) }
            return comment
        }
        discussion.replies = kept.map { index in replies[index].flatMap { moved($0, newIndex) } }
        let quotations = reading.quotations.compactMap { quotation -> Quotation? in
            guard let comment = newIndex[quotation.comment] else { return nil }
            var quotation = quotation
            quotation.comment = comment
            if case .comment(let source) = quotation.source {
                guard let source = newIndex[source] else { return nil }
                quotation.source = .comment(source)
            }
            return quotation
        }
        var notes = reading.notes.compactMap { note -> Note? in
            guard let comment = note.comment else { return note }
            guard let place = newIndex[comment] else { return nil }
            return Note(note.stage, note.severity, note.message, comment: place)
        }
        notes += unheeded.map { Note($0.correction.stage, .doubt, "a correction has no effect: " + $0.reason.words(of: $0.correction)) }
        var refusedTags: [Int: Set<String>] = [:]
        for (comment, tags) in refused { if let place = newIndex[comment] { refusedTags[place] = tags } }
        return SettledReading(
            discussion: discussion, quotations: quotations, notes: notes, kept: kept, refusedTags: refusedTags, unheeded: unheeded)
    }

    /// A reply among the comments that are left; `nil` where nothing is left that it says.
    private func moved(_ reply: Reply, _ newIndex: [Int?]) -> Reply? {
        var moved = reply
        var parent = reply.parent
        while let at = parent, removed[at] { parent = replies[at]?.parent }
        moved.parent = parent.flatMap { newIndex[$0] }
        moved.inferredParent = reply.inferredParent.flatMap { newIndex[$0] }
        let lostParent = reply.parent != nil && moved.parent == nil
        let lostGuess = reply.isGuess && moved.inferredParent == nil
        return lostParent || lostGuess ? nil : moved
    }
}

extension Correction {
    fileprivate var stage: Note.Stage {
        switch change {
        case .parent: .replies
        case .author, .notAComment: .comments
        case .notTag: .tags
        }
    }
}

extension SettledReading.Unheeded {
    /// The reason in words.
    package func words(of correction: Correction) -> String {
        switch self {
        case .commentNotFound: "its comment (\(correction.comment.words)) is not in this capture"
        case .parentNotFound:
            if case .parent(let parent?) = correction.change {
                "the comment it names as parent (\(parent.words)) is not in this capture"
            } else {
                "the comment it names as parent is not in this capture"
            }
        case .cycle: "the comment (\(correction.comment.words)) would answer one that stands below it"
        }
    }
}

extension CommentReference {
    /// What a reader knows the comment by.
    package var words: String {
        if let key = identity.platformKey { return "id " + key }
        let text = identity.text.map { "“" + $0.prefix(40).split(whereSeparator: \.isWhitespace).joined(separator: " ") + ($0.count > 40 ? "…" : "") + "”" }
        return [identity.author, identity.posted, text].compactMap(\.self).joined(separator: ", ") + (nth > 0 ? ", number \(nth + 1) of its like" : "")
    }
}
