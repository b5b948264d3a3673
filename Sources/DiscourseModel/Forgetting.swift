extension AnalyzedPage {
    /// The page without some people: of their comments the empty place is left, so that the answers keep theirs; their names in what others
    /// wrote, and their words where others quote them, become asterisks.
    ///
    /// - Parameter isForgotten: whether a name, as the page shows it, is of one of them.
    package func forgetting(_ isForgotten: (String) -> Bool) -> AnalyzedPage {
        let shown = discussion.comments + (asRead?.discussion.comments ?? [])
        let names = Set(shown.compactMap(\.author?.name).filter(isForgotten))
        var page = self
        page.parts = parts.map { $0.forgetting(isForgotten) }
        guard !names.isEmpty else { return page }
        let gone = discussion.comments.map { $0.author.map { names.contains($0.name) } ?? false }
        page.discussion.forget(names, quotations: quotations)
        page.quotations = quotations.filter { !$0.touches(gone) }
        page.taggings = taggings.filter { !gone[$0.comment] }.map { tagging in
            var tagging = tagging
            tagging.groups = tagging.groups.mapValues { $0.masking(names) }
            return tagging
        }
        page.notes = notes.map { $0.masking(names) }
        if var reading = asRead {
            let gone = reading.discussion.comments.map { $0.author.map { names.contains($0.name) } ?? false }
            reading.discussion.forget(names, quotations: reading.quotations)
            reading.quotations.removeAll { $0.touches(gone) }
            reading.notes = reading.notes.map { $0.masking(names) }
            reading.corrections.removeAll { $0.names(names) }
            page.asRead = reading.corrections.isEmpty ? nil : reading
        }
        return page
    }
}

extension Correction {
    /// Whether it speaks of a comment of one of these people, or names one.
    package func names(_ names: Set<String>) -> Bool {
        if comment.identity.author.map(names.contains) == true { return true }
        return switch change {
        case .author(let name?): names.contains(name)
        case .parent(let target?): target.identity.author.map(names.contains) == true
        default: false
        }
    }
}

extension Discussion {
    fileprivate mutating func forget(_ names: Set<String>, quotations: [Quotation]) {
        let gone = comments.map { $0.author.map { names.contains($0.name) } ?? false }
        let keys = Set(comments.indices.filter { gone[$0] }.compactMap { comments[$0].platformKey })
        var repeated: [Int: [Range<Int>]] = [:]
        for quotation in quotations {
            if case .comment(let source) = quotation.source, gone[source] { repeated[quotation.comment, default: []].append(quotation.span.bytes) }
        }
        for index in comments.indices {
            let comment = comments[index]
            if gone[index] {
                comments[index] = Comment(id: comment.id, text: "", state: .removed, kind: comment.kind)
                continue
            }
            comments[index].text = comment.text.masked(repeated[index] ?? []).masking(names)
            comments[index].quoted = comment.quoted.compactMap { box in
                if box.author.map(names.contains) == true || box.key.map(keys.contains) == true { return nil }
                var box = box
                box.text = box.text.masking(names)
                return box
            }
            comments[index].signature = comment.signature?.masking(names)
        }
        for index in replies.indices {
            if replies[index]?.targetName.map(names.contains) == true { replies[index]?.targetName = nil }
            if replies[index]?.targetKey.map(keys.contains) == true { replies[index]?.targetKey = nil }
        }
    }
}

extension Quotation {
    fileprivate func touches(_ gone: [Bool]) -> Bool {
        if case .comment(let source) = source, gone[source] { return true }
        return gone[comment]
    }
}

extension Note {
    fileprivate func masking(_ names: Set<String>) -> Note {
        var note = self
        note.message = message.masking(names)
        return note
    }
}

extension String {
    /// The text with asterisks for these names, however they are written.
    package func masking(_ names: Set<String>) -> String { masked(NameFinder(names.sorted().flatMap(spellings)).matches(in: self).map(\.range)) }
}
