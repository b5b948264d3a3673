extension AnalyzedPage {
    /// The page without some people: of their comments the empty place is left, so that the answers keep theirs, and of an article of theirs
    /// its title; their names in what others wrote, and their words where others quote them, become asterisks.
    ///
    /// - Parameter isForgotten: whether a name, as the page shows it, is of one of them.
    package func forgetting(_ isForgotten: (String) -> Bool) -> AnalyzedPage {
        let names = shownNames.filter(isForgotten)
        return names.isEmpty ? self : forgetting(names)
    }

    /// Who wrote, on any page of the thread.
    private var shownNames: Set<String> {
        let shown = discussion.comments + (asRead?.discussion.comments ?? [])
        return parts.reduce(into: Set(shown.compactMap(\.author?.name) + [article.byline].compactMap(\.self))) { $0.formUnion($1.shownNames) }
    }

    private func forgetting(_ names: Set<String>) -> AnalyzedPage {
        var page = self
        page.parts = parts.map { $0.forgetting(names) }
        let isTheirs = article.isBy(names)
        page.article.forget(names)
        func touchesThem(_ quotation: Quotation, _ gone: [Bool]) -> Bool { quotation.touches(gone) || isTheirs && quotation.source.isArticle }
        let gone = discussion.areBy(names)
        page.discussion.forget(names, quotations: quotations, forgetsArticle: isTheirs)
        page.quotations = quotations.filter { !touchesThem($0, gone) }
        page.taggings = taggings.filter { !gone[$0.comment] }.map { tagging in
            var tagging = tagging
            tagging.groups = tagging.groups.mapValues { $0.masking(names) }
            return tagging
        }
        page.notes = notes.map { $0.masking(names) }
        if var reading = asRead {
            let gone = reading.discussion.areBy(names)
            reading.discussion.forget(names, quotations: reading.quotations, forgetsArticle: isTheirs)
            reading.quotations.removeAll { touchesThem($0, gone) }
            reading.notes = reading.notes.map { $0.masking(names) }
            reading.corrections = reading.corrections.filter { !$0.names(names) }.map { $0.masking(names) }
            page.asRead = reading.corrections.isEmpty ? nil : reading
        }
        return page
    }
}

extension Article {
    /// Whether one of these people wrote it.
    fileprivate func isBy(_ names: Set<String>) -> Bool { byline.map(names.contains) ?? false }

    fileprivate mutating func forget(_ names: Set<String>) {
        if isBy(names) { (byline, image, blocks) = (nil, nil, []) }
        changeWords { $0.masking(names) }
    }

    /// Changes every text in which people may be named.
    package mutating func changeWords(_ change: (String) -> String) {
        title = title.map(change)
        byline = byline.map(change)
        site = site.map(change)
        section = section.map(change)
        tags = tags.map(change)
        image = image.map { LeadImage(url: $0.url, caption: $0.caption.map(change), credit: $0.credit.map(change)) }
        for index in blocks.indices { blocks[index].text = change(blocks[index].text) }
        for index in related.indices { related[index].title = change(related[index].title) }
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

    /// It, with the texts that its comments are recognised by as they are without these people's names.
    package func masking(_ names: Set<String>) -> Correction {
        var correction = self
        correction.comment.identity.mask(names)
        if case .parent(var target?) = change {
            target.identity.mask(names)
            correction.change = .parent(target)
        }
        return correction
    }
}

extension Discussion {
    fileprivate func areBy(_ names: Set<String>) -> [Bool] { comments.map { $0.author.map { names.contains($0.name) } ?? false } }

    fileprivate mutating func forget(_ names: Set<String>, quotations: [Quotation], forgetsArticle: Bool) {
        let gone = areBy(names)
        let keys = Set(comments.indices.filter { gone[$0] }.compactMap { comments[$0].platformKey })
        var repeated: [Int: [Range<Int>]] = [:]
        for quotation in quotations {
            let isTheirs = if case .comment(let source) = quotation.source { gone[source] } else { forgetsArticle && quotation.source.isArticle }
            if isTheirs { repeated[quotation.comment, default: []].append(quotation.span.bytes) }
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
            comments[index].postedText = comment.postedText?.masking(names)
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

extension Quotation.Source {
    fileprivate var isArticle: Bool { if case .article = self { true } else { false } }
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
