package import DiscourseModel

extension Corpus {
    /// What other patterns find in the same comments: for each tag of either, the comments kept, gained and lost; by tag.
    ///
    /// - Parameter newer: the other taggings of each page, in the order of `pages`.
    package func drift(to newer: [[Tagging]]) -> [PatternDrift] {
        let changed = pages.enumerated().map { number, page in
            var page = page
            page.taggings = number < newer.count ? newer[number] : []
            return page
        }
        let old = tagged(), new = Corpus(changed, cohort: cohort).tagged()
        return Set(old.keys).union(new.keys).sorted().map { tag in
            let before = Set(old[tag] ?? []), after = Set(new[tag] ?? [])
            return PatternDrift(
                tag: tag, kept: before.intersection(after).count, gained: after.subtracting(before).sorted(), lost: before.subtracting(after).sorted())
        }
    }
}
