internal import DiscourseModel
package import PatternTagging
package import Storage

/// Tags stored captures with the patterns as they are now. Only the sets that changed since a capture was tagged are run on it:
/// what comes out is what all sets would find.
package final class Retagger {
    private let library: PatternLibrary
    private let all: Bool
    private let only: Set<String>?
    private let threads: Int
    /// Libraries of the sets that changed, by their names.
    private var parts: [Set<String>: PatternLibrary] = [:]
    /// Time spent on tagging.
    package private(set) var matching: Duration = .zero
    /// Sets that were run, by name.
    package private(set) var ran: Set<String> = []
    /// Lines that a limit stopped on the way.
    package private(set) var overruns: Set<LineOverrun> = []

    /// - Parameters:
    ///   - all: run every set, changed or not.
    ///   - only: the names of the sets that may be run; what others found before stays.
    package init(_ library: PatternLibrary, all: Bool = false, only: Set<String>? = nil, threads: Int) {
        self.library = library
        self.all = all
        self.only = only
        self.threads = threads
    }

    package func tag(_ captures: [StoredCapture]) -> [RetaggedCapture] {
        let jobs = captures.map { capture in
            let refused = capture.asRead.map { settle($0).refusedTags } ?? [:]
            let part = part(for: capture, isCorrected: !refused.isEmpty)
            return Job(capture: capture, library: part.library, sets: part.sets, refused: refused)
        }
        var results: [RetaggedCapture] = []
        matching += ContinuousClock().measure {
            orderedMap(jobs, threads: threads, makeWorker: { Taggers() }) { taggers, job in
                job.run(taggers)
            } each: { [self] _, result in
                results.append(result.capture)
                overruns.formUnion(result.overruns)
                return true
            }
        }
        return results
    }

    /// The sets to run on a capture. One on which a limit was reached is tagged whole, so that its notes are; so is one that has only some
    /// of its comments' tags, or where a person refused some.
    private func part(for capture: StoredCapture, isCorrected: Bool) -> (library: PatternLibrary, sets: Set<String>?) {
        var names = library.setsToRun(after: capture.sets)
        if all || isCorrected || capture.hasLimits || capture.isOwned.contains(false) || names.count >= library.versions.count {
            guard let only else {
                ran.formUnion(library.versions.map(\.set))
                return (library, nil)
            }
            names = only
        } else if let only {
            names.formIntersection(only)
        }
        ran.formUnion(names)
        let part = parts[names] ?? library.only(names)
        parts[names] = part
        return (part, names)
    }

    private struct Job: Sendable {
        var capture: StoredCapture
        var library: PatternLibrary
        /// `nil`: all.
        var sets: Set<String>?
        /// Tags that a person took from comments.
        var refused: [Int: Set<String>]

        func run(_ taggers: Taggers) -> (capture: RetaggedCapture, overruns: [LineOverrun]) {
            let kept = sets.map { sets in capture.taggings.filter { !sets.contains(setName(of: $0.tag)) } } ?? []
            let tagger = taggers.tagger(for: library, sets)
            let result = tagger.tag(capture.discussion, article: Article(byline: capture.byline), quotations: capture.quotations, keeping: kept)
            let taggings = result.taggings.filter { refused[$0.comment]?.contains($0.tag) != true }
            return (RetaggedCapture(taggings: taggings, notes: result.notes), tagger.overruns)
        }
    }

    /// One thread's taggers.
    private final class Taggers {
        private var bySets: [Set<String>?: Tagger] = [:]

        func tagger(for library: PatternLibrary, _ sets: Set<String>?) -> Tagger {
            if let tagger = bySets[sets] { return tagger }
            let tagger = library.makeTagger()
            bySets[sets] = tagger
            return tagger
        }
    }
}
