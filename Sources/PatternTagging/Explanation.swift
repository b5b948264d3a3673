package import DiscourseModel
import PatternMatching

/// What one tag found in a text, and what it held back and why.
package struct TagExplanation: Hashable, Sendable {
    package var tag: String
    package var hits: [ExplainedHit]
    package var held: [HeldMatch]
    /// Lines that a limit stopped, and which: what they would have found is not known.
    package var stopped: [StoppedSearch]
    /// Why the tag does not look at such a comment, if it does not.
    package var gate: String?
}

/// A line that was not searched for to the end.
package struct StoppedSearch: Hashable, Sendable {
    package var line: String
    package var limit: String
}

/// A match that counts, and the fragments that took part in it.
package struct ExplainedHit: Hashable, Sendable {
    package var tagging: Tagging
    package var fragments: [Fragment]

    /// `{{insult}}` and the words it stands for here.
    package struct Fragment: Hashable, Sendable {
        package var name: String
        package var text: String
    }
}

extension Tagger {
    /// What every tag does with a text that stands alone or answers another; tags with nothing to say are left out.
    /// The place in the thread (`where`) is taken to be right; so is the language, where none is given.
    package func explain(_ text: String, answering parent: String? = nil, language: String? = nil) -> [TagExplanation] {
        let masked = MaskedText(text, names: AddressedNames([]))
        return library.rules.compactMap { rule in
            var gate = gate(rule, parent: parent)
            if let wanted = rule.language, let language, wanted != language { gate = "the set is for the language \(wanted), and the text is in \(language)" }
            return explanation(rule, explainedEvaluation(rule, on: masked, of: text, quotes: []), gate, text, 0)
        }
    }

    /// What every tag does with a comment where it stands: with the names, the quotations, the language and the comment it answers.
    package func explain(
        _ index: Int, of discussion: Discussion, article: Article, quotations: [Quotation]
    ) -> [TagExplanation] {
        let comment = discussion.comments[index]
        let names = addressedNames(discussion, article)
        let quotes = places(quotations)
        let text = prepare(comment, names: names, target: discussion.replies[index]?.targetName)
        let (context, language) = self.context(
            of: index, in: discussion, names: names, quotes: quotes, taggings: tag(discussion, article: article, quotations: quotations).taggings)
        return library.rules.compactMap { rule in
            var evaluation = explainedEvaluation(rule, on: text, of: comment.text, quotes: quotes[index] ?? [])
            var gate: String?
            if !isTagged(comment) {
                gate = "deleted comments and pingbacks are not tagged"
            } else if let wanted = rule.language, let language, wanted != language {
                gate = "the set is for the language \(wanted), and the comment is in \(language)"
            } else if !admits(rule, context, &evaluation) {
                gate = reason(rule, context)
            }
            return explanation(rule, evaluation, gate, comment.text, index)
        }
    }

    /// A tag on a text that stands alone or answers `parent`; `gate` says why the tag does not look at it.
    func evaluate(_ rule: TagRule, on text: MaskedText, parent: String?) -> (evaluation: Evaluation, gate: String?) {
        (evaluator.evaluate(rule, on: text, quotes: [], explains: true), gate(rule, parent: parent))
    }

    // MARK: Steps

    /// With what would be found in names and addresses, were they not masked.
    private func explainedEvaluation(_ rule: TagRule, on text: MaskedText, of whole: String, quotes: [Range<Int>]) -> Evaluation {
        var evaluation = evaluator.evaluate(rule, on: text, quotes: quotes, explains: true)
        guard text.bytes != Array(whole.utf8) else { return evaluation }
        let bare = evaluator.evaluate(rule, on: MaskedText(unmasked: whole), quotes: quotes)
        for hit in bare.hits where text.overlapsMask(hit.bytes, readsAddresses: rule.readsAddresses) {
            if evaluation.held.contains(where: { $0.bytes == hit.bytes }) || evaluation.hits.contains(where: { $0.bytes == hit.bytes }) { continue }
            evaluation.held.append(HeldMatch(line: hit.line, bytes: hit.bytes, reason: .masked))
        }
        return evaluation
    }

    private func explanation(_ rule: TagRule, _ evaluation: Evaluation, _ gate: String?, _ text: String, _ index: Int) -> TagExplanation? {
        if evaluation.hits.isEmpty, evaluation.held.isEmpty, evaluation.stopped.isEmpty { return nil }
        return TagExplanation(
            tag: rule.id, hits: gate == nil ? evaluation.hits.map { explained($0, rule, text, index) } : [], held: evaluation.held,
            stopped: evaluation.stopped.map { StoppedSearch(line: $0.line.label, limit: $0.limit.rawValue) }, gate: gate)
    }

    private func explained(_ hit: Hit, _ rule: TagRule, _ text: String, _ index: Int) -> ExplainedHit {
        let lines = rule.lines.filter { $0.label == hit.line || (hit.line == "near" && $0.label.hasPrefix("near")) }
        let words = Array(text.utf8)
        var fragments: [ExplainedHit.Fragment] = []
        let matcher = Matcher()
        for line in lines {
            guard let named = library.expansions[rule.file].naming(line.written, words: rule.words, ignoresCase: rule.ignoresCase) else { continue }
            let match = matcher.matches(of: named.pattern, in: text).matches.first { hit.bytes.contains($0.bytes) }
            for group in match?.groups ?? [] {
                guard let name = named.fragments[group.name] else { continue }
                fragments.append(.init(name: name, text: String(decoding: words[group.bytes], as: UTF8.self)))
            }
        }
        return ExplainedHit(tagging: tagging(hit, rule, text, index), fragments: fragments)
    }

    private func reason(_ rule: TagRule, _ context: CommentContext) -> String {
        switch rule.whereabouts {
        case .reply where !context.isReply: return "the tag looks at answers only (`where`), and this comment answers nobody"
        case .topLevel where context.isReply: return "the tag looks at top-level comments only (`where`), and this one is an answer"
        default: break
        }
        guard let asked = rule.parent else { return "the tag does not look at this comment" }
        guard context.parentText != nil else { return "the tag has a `parent`, and the comment answers none that is on the page" }
        if let tag = asked.tag, !context.parentTags.contains(where: { isTag($0, within: tag) }) { return "the parent does not bear the tag \(tag)" }
        return "no line of `parent.any` matches the parent"
    }

    func gate(_ rule: TagRule, parent: String?) -> String? {
        guard let asked = rule.parent else { return nil }
        guard let parent else { return "the tag has a `parent`: give { parent = \"...\", text = \"...\" }" }
        let parentText = MaskedText(parent, names: AddressedNames([]))
        if let tag = asked.tag {
            // A parent that is itself an answer cannot be shown in an example, so tags that ask for a parent do not count here.
            let bears = library.rules.contains { other in
                isTag(other.id, within: tag) && other.parent == nil && (other.language == nil || rule.language == nil || other.language == rule.language)
                    && !evaluator.evaluate(other, on: parentText, quotes: []).hits.isEmpty
            }
            if !bears { return "the parent does not bear the tag \(tag)" }
        }
        var ignored = Evaluation()
        if !asked.any.isEmpty, !evaluator.matchesAny(asked.any, rule, on: parentText, quotes: [], &ignored) {
            return "no line of `parent.any` matches the parent"
        }
        return nil
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}
