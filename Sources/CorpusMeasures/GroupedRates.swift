package import DiscourseModel
internal import Statistics

extension Corpus {
    /// Rates of every tag in groups of pages: by site, by section, by a column of the researcher's own.
    ///
    /// - Parameters:
    ///   - groups: the group of each page; `nil` for pages in none.
    ///   - leastBase: groups with fewer comments are left out and named with their base.
    package func rates(byPage groups: [String?], leastBase: Int = 10) -> GroupedRates {
        rates(leastBase: leastBase) { groups.indices.contains($0.page) ? groups[$0.page] : nil }
    }

    /// Rates of every tag over time, by the day that a comment states. Periods without comments do not appear.
    package func rates(over period: Period, leastBase: Int = 10) -> GroupedRates {
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
        var previous: (name: String, shares: [Double])?
        for (name, places) in members.sorted(by: { $0.key < $1.key }) where places.count >= leastBase {
            let clusters = AuthorClusters(self, places)
            var hits: [Double] = []
            for tag in tags {
                let comments = places.filter(tag.comments.contains)
                hits.append(Double(comments.count))
                let base = places.count { canBear(tag.name, $0) }
                let wilson = wilsonInterval(comments.count, of: base)
                let byAuthors = clusters.interval(tag.comments) { canBear(tag.name, $0) }
                result.rates.append(
                    GroupRate(
                        group: name, tag: tag.name, comments: comments, base: base, authors: namedAuthors(comments), low: wilson.low,
                        high: wilson.high, lowByAuthors: byAuthors?.low, highByAuthors: byAuthors?.high))
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

/// Comments in groups of one author each, an unnamed comment alone.
private struct AuthorClusters {
    private var members: [[CorpusPlace]] = []

    init(_ corpus: Corpus, _ places: [CorpusPlace]) {
        var numbers: [String: Int] = [:]
        for place in places {
            guard let author = corpus.author(place) else {
                members.append([place])
                continue
            }
            let number = numbers[author, default: members.count]
            if number == members.count {
                numbers[author] = number
                members.append([])
            }
            members[number].append(place)
        }
    }

    /// `nil` below five authors.
    func interval(_ tagged: Set<CorpusPlace>, among isInBase: (CorpusPlace) -> Bool) -> Interval? {
        let groups = members.map { (count: $0.count(where: tagged.contains), base: $0.count(where: isInBase)) }.filter { $0.base > 0 }
        guard groups.count >= 5 else { return nil }
        return clusterBootstrap(counts: groups.map(\.count), bases: groups.map(\.base), draws: groups.count > 2_000 ? 200 : 1_000)
    }
}
