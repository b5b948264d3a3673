package import DiscourseModel
internal import Statistics

extension Corpus {
    /// How tags of comments go with tags of their replies within threads of all pages: the Mantel-Haenszel odds ratio, a thread a stratum.
    ///
    /// Left out: replies to oneself, links told from the words of both comments (they would prove themselves), and pairs of tags with
    /// fewer than five links expected in a cell of the table of all threads.
    package func associations(explicitOnly: Bool = false) -> [CorpusAssociation] {
        let links = links(explicitOnly: explicitOnly)
        var threadNumbers: [CorpusPlace: Int] = [:]
        let threads = links.map { link in
            let number = threadNumbers[link.thread] ?? threadNumbers.count
            threadNumbers[link.thread] = number
            return number
        }
        let tags = tagged().sorted { $0.key < $1.key }.filter { $0.value.count >= 5 }.map { tag, comments in
            let comments = Set(comments)
            let parents = links.map { comments.contains($0.parent) }, replies = links.map { comments.contains($0.reply) }
            return TagLinks(
                name: tag, parents: parents, replies: replies, answered: links.indices.filter { parents[$0] },
                answering: links.indices.filter { replies[$0] }, canBeParent: links.map { canBear(tag, $0.parent) }, canBeReply: links.map { canBear(tag, $0.reply) })
        }
        var result: [CorpusAssociation] = []
        for parent in tags {
            for reply in tags {
                let both = parent.answered.filter { reply.replies[$0] }
                // Links whose ends could both have borne their tags.
                let alone = parent.answered.count { reply.canBeReply[$0] } - both.count
                let others = reply.answering.count { parent.canBeParent[$0] } - both.count
                let base = links.indices.count { parent.canBeParent[$0] && reply.canBeReply[$0] }
                let whole = TwoByTwo(both.count, alone, others, base - both.count - alone - others)
                guard whole.leastExpected >= 5 else { continue }
                var tables = [TwoByTwo](repeating: TwoByTwo(0, 0, 0, 0), count: threadNumbers.count)
                for link in links.indices where parent.canBeParent[link] && reply.canBeReply[link] { tables[threads[link]][keyPath: cell(parent.parents[link], reply.replies[link])] += 1 }
                guard let pooled = mantelHaenszel(tables) else { continue }
                result.append(
                    CorpusAssociation(
                        parentTag: parent.name, replyTag: reply.name, counts: [whole.a, whole.b, whole.c, whole.d], threads: threadNumbers.count,
                        oddsRatio: pooled.ratio, low: pooled.interval.low, high: pooled.interval.high, replies: both.map { links[$0].reply }))
            }
        }
        return result
    }

    /// Where a tag stands at the ends of links, and where it could.
    private struct TagLinks {
        var name: String
        var parents: [Bool]
        var replies: [Bool]
        var answered: [Int]
        var answering: [Int]
        var canBeParent: [Bool]
        var canBeReply: [Bool]
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

private func cell(_ parent: Bool, _ reply: Bool) -> WritableKeyPath<TwoByTwo, Int> {
    parent ? (reply ? \.a : \.b) : (reply ? \.c : \.d)
}
