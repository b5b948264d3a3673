package import DiscourseModel
internal import Statistics

extension Corpus {
    /// How tags of comments go with tags of their replies within threads of all pages: the Mantel-Haenszel odds ratio, a thread a stratum.
    ///
    /// Left out: replies to oneself, links told from the words of both comments (they would prove themselves), and pairs of tags with
    /// fewer than five links expected in a cell of the table of all threads.
    package func associations(explicitOnly: Bool = false) -> [CorpusAssociation] {
        let links = links(explicitOnly: explicitOnly)
        guard links.count >= Minimum.links else { return [] }
        var threads: [CorpusPlace: Int] = [:]
        let strata = links.map { link in
            let number = threads[link.thread] ?? threads.count
            threads[link.thread] = number
            return number
        }
        let tags = tagged().sorted { $0.key < $1.key }.filter { $0.value.count >= Minimum.associated }.map { (name: $0.key, comments: Set($0.value)) }
        // Where each tag could have stood, each distinct answer once.
        var bases: [MarkedLinks.Base] = []
        var known: [[Bool]: Int] = [:]
        let baseOf = tags.map { tag in
            let ends = links.map { canBear(tag.name, $0.parent) } + links.map { canBear(tag.name, $0.reply) }
            if let number = known[ends] { return number }
            known[ends] = bases.count
            bases.append(MarkedLinks.Base(first: Array(ends.prefix(links.count)), second: Array(ends.suffix(links.count))))
            return bases.count - 1
        }
        let marked = MarkedLinks(
            strata: strata, first: tags.map { tag in links.indices.filter { tag.comments.contains(links[$0].parent) } },
            second: tags.map { tag in links.indices.filter { tag.comments.contains(links[$0].reply) } }, bases: bases, baseOf: baseOf)
        var result: [CorpusAssociation] = []
        for parent in tags.indices {
            for reply in tags.indices {
                let both = marked.both(parent, reply)
                let whole = marked.table(parent, reply, both: both.count)
                guard whole.leastExpected >= Minimum.expected, let pooled = marked.pooledOdds(parent, reply, both: both) else { continue }
                result.append(
                    CorpusAssociation(
                        parentTag: tags[parent].name, replyTag: tags[reply].name, counts: [whole.a, whole.b, whole.c, whole.d], threads: threads.count,
                        oddsRatio: pooled.ratio, low: pooled.interval.low, high: pooled.interval.high, replies: both.map { links[$0].reply }))
            }
        }
        return result
    }

    private struct Link {
        var reply: CorpusPlace
        var parent: CorpusPlace
        var thread: CorpusPlace
    }

    private func links(explicitOnly: Bool) -> [Link] {
        let inBase = Set(base)
        var links: [Link] = []
        for (number, page) in pages.enumerated() {
            let roots = page.discussion.threadRoots()
            for (index, reply) in page.discussion.replies.enumerated() {
                guard let reply, let answered = reply.parent else { continue }
                guard explicitOnly ? reply.isExplicit : !reply.isInferredFromWords else { continue }
                let place = CorpusPlace(page: number, comment: index), parent = CorpusPlace(page: number, comment: answered)
                guard inBase.contains(place), inBase.contains(parent) else { continue }
                if let author = author(place), author == self.author(parent) { continue }
                links.append(Link(reply: place, parent: parent, thread: CorpusPlace(page: number, comment: roots[index])))
            }
        }
        return links
    }
}
