package import DiscourseModel
internal import Statistics

extension Corpus {
    /// How tags of comments go with tags of their replies within threads of all pages: the Mantel-Haenszel odds ratio, a thread a stratum.
    ///
    /// Left out: replies to oneself, links told from the words of both comments (they would prove themselves), and pairs of tags with
    /// fewer than five links expected in a cell of the table of all threads.
    package func associations(explicitOnly: Bool = false) -> [CorpusAssociation] {
        let links = links(explicitOnly: explicitOnly)
        let tags = tagged().sorted { $0.key < $1.key }.map { (name: $0.key, comments: Set($0.value)) }.filter { $0.comments.count >= 5 }
        let bears = tags.map { tag in (parents: links.map { tag.comments.contains($0.parent) }, replies: links.map { tag.comments.contains($0.reply) }) }
        let threads = Set(links.map(\.thread)).count
        var result: [CorpusAssociation] = []
        for parent in tags.indices {
            for reply in tags.indices {
                var tables: [CorpusPlace: TwoByTwo] = [:]
                var whole = TwoByTwo(0, 0, 0, 0)
                for (number, link) in links.enumerated() {
                    let cell = cell(bears[parent].parents[number], bears[reply].replies[number])
                    whole[keyPath: cell] += 1
                    tables[link.thread, default: TwoByTwo(0, 0, 0, 0)][keyPath: cell] += 1
                }
                guard whole.leastExpected >= 5 else { continue }
                // In the order of threads: sums of fractions depend on it.
                guard let pooled = mantelHaenszel(tables.sorted { $0.key < $1.key }.map(\.value)) else { continue }
                result.append(
                    CorpusAssociation(
                        parentTag: tags[parent].name, replyTag: tags[reply].name, counts: [whole.a, whole.b, whole.c, whole.d], threads: threads,
                        oddsRatio: pooled.ratio, low: pooled.interval.low, high: pooled.interval.high,
                        replies: links.indices.filter { bears[parent].parents[$0] && bears[reply].replies[$0] }.map { links[$0].reply }))
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
                guard reply.isExplicit || !explicitOnly && !evidenceFromWords.contains(reply.evidence.rawValue) else { continue }
                let place = CorpusPlace(page: number, comment: index), parent = CorpusPlace(page: number, comment: answered)
                guard inBase.contains(place), inBase.contains(parent) else { continue }
                if let author = author(place), author == self.author(parent) { continue }
                links.append(Link(reply: place, parent: parent, thread: CorpusPlace(page: number, comment: roots[index])))
            }
        }
        return links
    }
}

/// Evidence that is made of the words of both comments.
private let evidenceFromWords: Set<String> = ["quotation", "shared-words", "quote-link", "attribution", "subject"]

private func cell(_ parent: Bool, _ reply: Bool) -> WritableKeyPath<TwoByTwo, Int> {
    parent ? (reply ? \.a : \.b) : (reply ? \.c : \.d)
}
