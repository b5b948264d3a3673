package import DiscourseModel
import PatternMatching

/// What one tag found in a text, and what it held back and why.
package struct TagExplanation: Hashable, Sendable {
    package var tag: String
    package var hits: [Tagging]
    package var held: [HeldMatch]
    /// Why the tag does not look at such a comment, if it does not.
    package var gate: String?
}

extension Tagger {
    /// What every tag does with a text that stands alone or answers another; tags with nothing to say are left out.
    /// The place in the thread (`where`) and the language are taken to be right.
    package func explain(_ text: String, answering parent: String? = nil) -> [TagExplanation] {
        let masked = MaskedText(text, names: AddressedNames([]))
        return library.rules.compactMap { rule in
            let (evaluation, gate) = evaluate(rule, on: masked, parent: parent)
            if evaluation.hits.isEmpty, evaluation.held.isEmpty { return nil }
            return TagExplanation(
                tag: rule.id, hits: gate == nil ? evaluation.hits.map { tagging($0, rule, text, 0) } : [], held: evaluation.held, gate: gate)
        }
    }

    /// A tag on a text that stands alone or answers `parent`; `gate` says why the tag does not look at it.
    func evaluate(_ rule: TagRule, on text: MaskedText, parent: String?) -> (evaluation: Evaluation, gate: String?) {
        (evaluator.evaluate(rule, on: text, quotes: [], explains: true), gate(rule, parent: parent))
    }

    private func gate(_ rule: TagRule, parent: String?) -> String? {
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
