package import DiscourseModel
internal import Statistics

extension Corpus {
    /// Rates of every tag in groups of pages: by site, by section, by a column of the researcher's own.
    ///
    /// - Parameters:
    ///   - groups: the group of each page; `nil` for pages in none.
    ///   - leastBase: groups with fewer comments are left out and named with their base.
    package func rates(byPage groups: [String?], leastBase: Int = Minimum.group) -> GroupedRates {
        rates(leastBase: leastBase) { groups.indices.contains($0.page) ? groups[$0.page] : nil }
    }

    /// Rates of every tag over time, by the day that a comment states. Periods without comments do not appear.
    package func rates(over period: Period, leastBase: Int = Minimum.group) -> GroupedRates {
        rates(leastBase: leastBase) { comment($0).posted.map(period.name) }
    }

    package enum Period: String, Sendable, CaseIterable {
        case week, month, year

        /// `2026-03`, `2026`; a week by its Monday, `2026-03-02`.
        package func name(of time: Timestamp) -> String {
            let day = time.dateOnly
            switch self {
            case .year: return String(day.iso8601.prefix(4))
            case .month: return String(day.iso8601.prefix(7))
            case .week:
                // 1970-01-01 was a Thursday, three days after a Monday.
                let days = Timestamp.days(year: day.year, month: day.month, day: day.day)
                let sinceMonday = ((days + 3) % 7 + 7) % 7
                return day.adding(seconds: -sinceMonday * 86_400).dateOnly.iso8601
            }
        }
    }

    private func rates(leastBase: Int, _ group: (CorpusPlace) -> String?) -> GroupedRates {
        var members: [String: [CorpusPlace]] = [:]
        var ungrouped = 0
        for place in base { if let name = group(place) { members[name, default: []].append(place) } else { ungrouped += 1 } }
        var result = GroupedRates(ungrouped: ungrouped)
        for (name, places) in members where places.count < leastBase { result.leftOut[name] = places.count }
        let tags = tagged().sorted { $0.key < $1.key }.map { (name: $0.key, comments: Set($0.value)) }
        let roots = pages.map { $0.discussion.threadRoots() }
        var previous: (name: String, shares: [Double])?
        for (name, places) in members.sorted(by: { $0.key < $1.key }) where places.count >= leastBase {
            var byAuthors = [Bounds?](repeating: nil, count: tags.count), byThreads = byAuthors
            var bases = [Int](repeating: 0, count: tags.count)
            // Tags of one base are drawn together.
            for (isIn, numbers) in Dictionary(grouping: tags.indices, by: { tag in places.map { canBear(tags[tag].name, $0) } }) {
                let base = zip(places, isIn).compactMap { $1 ? $0 : nil }
                let tagged = numbers.map { tags[$0].comments }
                let authors = Clusters(base, by: { author($0).map(ClusterKey.author) ?? .comment($0) }).bounds(tagged)
                let threads = Clusters(base, by: { CorpusPlace(page: $0.page, comment: roots[$0.page][$0.comment]) }).bounds(tagged)
                for (place, number) in numbers.enumerated() { (byAuthors[number], byThreads[number], bases[number]) = (authors[place], threads[place], base.count) }
            }
            var hits: [Double] = []
            for (number, tag) in tags.enumerated() {
                let comments = places.filter(tag.comments.contains)
                hits.append(Double(comments.count))
                let wilson = wilsonInterval(comments.count, of: bases[number])
                result.rates.append(
                    GroupRate(
                        group: name, tag: tag.name, comments: comments, base: bases[number], authors: namedAuthors(comments), low: wilson.low,
                        high: wilson.high, byAuthors: byAuthors[number], byThreads: byThreads[number]))
            }
            let sum = hits.reduce(0, +)
            // A group without any tag has no distribution to drift from.
            guard sum > 0 else {
                previous = nil
                continue
            }
            let shares = hits.map { $0 / sum }
            if let previous {
                result.drift.append(GroupDrift(from: previous.name, to: name, divergence: jensenShannon(previous.shares, shares)))
            }
            previous = (name, shares)
        }
        return result
    }
}

/// What is drawn whole: the comments of one author, those below one first comment.
private enum ClusterKey: Hashable { case author(String), comment(CorpusPlace) }

extension Clusters<CorpusPlace> {
    /// By tag; `nil` below `Minimum.clusters`.
    fileprivate func bounds(_ tags: [Set<CorpusPlace>]) -> [Bounds?] {
        guard count >= Minimum.clusters else { return [Bounds?](repeating: nil, count: tags.count) }
        return intervals(tags).map { $0.map { Bounds($0.low, $0.high) } }
    }
}
