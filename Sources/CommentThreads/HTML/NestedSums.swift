internal import Markup

/// Sums over a member's own nodes: its subtree without the members inside it.
struct NestedSums {
    struct Own {
        /// Bytes that are neither in links nor say who and when. A name that is a link is taken out twice, so this may be a little low.
        var prose: Int { max(text - link - meta, min(text - link, 1)) }
        /// The same, and never too low.
        var words: Int { text - link - plainMeta }
        /// Whether it is a link of a few words and hardly anything else, which nobody can answer and no name says who wrote: a title of something.
        var isLinkedTitle: Bool {
            let linked = link - (meta - plainMeta)
            return actions == 0 && authors == 0 && linked >= 12 && words * 4 < linked
        }
        var text = 0, link = 0, meta = 0, plainMeta = 0, times = 0, authors = 0, actions = 0, names = 0, teasers = 0, headings = 0
    }
    private let members: [Int]
    private let signals: Signals
    private var at = 0

    init(members: [Int], signals: Signals) {
        self.members = members
        self.signals = signals
    }

    mutating func own(_ member: Int, end: Int) -> Own {
        while at < members.count, members[at] <= member { at += 1 }
        var own = sums(member..<end)
        var next = at
        while next < members.count, members[next] < end {
            let inner = sums(members[next]..<signals.document.end(members[next]))
            own.text -= inner.text
            own.link -= inner.link
            own.meta -= inner.meta
            own.plainMeta -= inner.plainMeta
            own.times -= inner.times
            own.authors -= inner.authors
            own.actions -= inner.actions
            own.names -= inner.names
            own.teasers -= inner.teasers
            own.headings -= inner.headings
            let innerEnd = signals.document.end(members[next])
            // Skips what lies inside the inner one by halves: members are in page order.
            var low = next + 1, high = members.count
            while low < high {
                let middle = (low + high) / 2
                if members[middle] < innerEnd { low = middle + 1 } else { high = middle }
            }
            next = low
        }
        return own
    }

    private func sums(_ nodes: Range<Int>) -> Own {
        Own(
            text: signals.textSize(nodes), link: signals.linkTextSize(nodes), meta: signals.metaTextSize(nodes),
            plainMeta: signals.plainMetaTextSize(nodes), times: signals.timeCount(nodes),
            authors: signals.authorCount(nodes), actions: signals.actionCount(nodes), names: signals.nameCount(nodes),
            teasers: signals.teaserCount(nodes), headings: signals.headingCount(nodes))
    }
}
