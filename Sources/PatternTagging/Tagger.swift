package import DiscourseModel
import LanguageIdentification
import PatternMatching

/// Tags the comments of discussions with the patterns of a library. One a thread; it remembers, for its run, which lines were too slow.
package final class Tagger {
    let library: PatternLibrary
    let evaluator: RuleEvaluator
    /// Lines that were named as set aside.
    private var named: Set<Int> = []
    /// Whether any tag asks what the parent bears.
    private let asksForParents: Bool

    /// Bytes of a comment that are looked at; what stands behind them is not tagged, and said so.
    package static let mostBytes = 256 * 1024

    private let identify: (String) -> String?
    private let usesIndex: Bool
    /// Numbers of lines; kept for its memory.
    private var candidates: [Int] = []

    fileprivate init(library: PatternLibrary, budget: Duration, usesIndex: Bool, language: @escaping (String) -> String?) {
        self.library = library
        self.usesIndex = usesIndex
        identify = language
        evaluator = RuleEvaluator(library.index, budget: budget)
        asksForParents = library.rules.contains { $0.parent != nil }
    }

    /// Told what each line costs and finds.
    package var meter: LineMeter? {
        get { evaluator.meter }
        set { evaluator.meter = newValue }
    }

    /// The primary language of a text, or `nil` where it cannot be told.
    package func language(of text: String) -> String? { identify(text).map(primaryLanguage) }

    /// The lines that a limit stopped so far, in the library's order.
    package var overruns: [LineOverrun] {
        let counts = evaluator.overruns
        if counts.isEmpty { return [] }
        return library.rules.flatMap { rule in
            rule.lines.filter { counts[$0.number] != nil }.map { LineOverrun(tag: rule.id, line: $0.label, isSetAside: evaluator.isSetAside($0)) }
        }
    }

    /// The sets that tag, in the order of their files.
    package var versions: [PatternSetVersion] { library.versions }

    /// In which languages their tags are looked for.
    package private(set) lazy var gates = TagGates(versions)

    /// What the patterns find in a discussion's comments: taggings by comment and place, notes on every limit that was reached, and the primary
    /// language of each comment that can bear tags, `nil` where it cannot be told.
    ///
    /// - A set runs on comments in its language and on those whose language cannot be told. Deleted comments and pingbacks are not tagged.
    /// - A match that overlaps a quotation is `quoted`, unless its tag says `voice = "any"`: then it counts as the author's own.
    /// - Of one tag's matches that overlap, the first is kept; of those that begin together, the longest: two lines of a tag count once.
    /// - `article` gives a name: a comment may address its writer.
    /// - `kept` are what other sets found before; they stay, and a tag may ask for them in the parent.
    package func tag(
        _ discussion: Discussion, article: Article, quotations: [Quotation], keeping kept: [Tagging] = []
    ) -> (taggings: [Tagging], notes: [Note], languages: [String?]) {
        let addressed = addressedNames(discussion, article)
        let quotes = places(quotations)
        var taggings = [[Tagging]](repeating: [], count: discussion.comments.count)
        for tagging in kept { taggings[tagging.comment].append(tagging) }
        var notes: [Note] = []
        var languages = [String?](repeating: nil, count: discussion.comments.count)
        var texts: [Int: MaskedText] = [:]
        // Parents first: what a comment's parent bears is known when it is asked for.
        let order = asksForParents ? discussion.readingOrder().map(\.index) : Array(discussion.comments.indices)
        for index in order {
            let comment = discussion.comments[index]
            guard isTagged(comment) else { continue }
            let text = prepare(comment, names: addressed, target: discussion.replies[index]?.targetName)
            if asksForParents { texts[index] = text }
            if comment.text.utf8.count > Self.mostBytes {
                notes.append(Note(.tags, .limit, "only the first \(Self.mostBytes / 1024) KiB of the comment were tagged, of \(comment.text.utf8.count) bytes", comment: index))
            }
            let language = language(of: comment.text)
            languages[index] = language
            let parent = discussion.parent(of: index)
            let context = CommentContext(
                isReply: discussion.replies[index] != nil, language: language, parentText: parent.flatMap { texts[$0] },
                parentQuotes: parent.flatMap { quotes[$0] } ?? [], parentTags: parent.map { taggings[$0].filter { $0.voice == .own }.map(\.tag) } ?? [])
            let quotesHere = quotes[index] ?? []
            forEachCandidate(in: text, language: language) { shared, lines in
                var evaluation = Evaluation()
                if admits(shared.rule, context, &evaluation) {
                    evaluation = merge(evaluation, evaluator.evaluate(shared.rule, on: text, quotes: quotesHere, isRead: usesIndex, lines: lines))
                }
                for hit in evaluation.hits { taggings[index].append(tagging(hit, shared.rule, comment.text, index)) }
                for stopped in evaluation.stopped { note(stopped, shared.rule, index, &notes) }
            }
            taggings[index].sort { ($0.span.start, -$0.span.end, $0.tag) < ($1.span.start, -$1.span.end, $1.tag) }
        }
        return (taggings.flatMap { $0 }, notes, languages)
    }

    /// What the patterns find in a text that stands alone or answers another. Its place in the thread (`where`) is taken to be right.
    package func tag(_ text: String, answering parent: String? = nil) -> [Tagging] {
        let masked = MaskedText(text, names: AddressedNames([]))
        let language = language(of: text)
        // Gates are asked last: they look at another text.
        var found: [(TagRule, Evaluation)] = []
        forEachCandidate(in: masked, language: language) { shared, lines in
            let evaluation = evaluator.evaluate(shared.rule, on: masked, quotes: [], isRead: usesIndex, lines: lines)
            if !evaluation.hits.isEmpty { found.append((shared.rule, evaluation)) }
        }
        return found.filter { gate($0.0, parent: parent) == nil }.flatMap { rule, evaluation in
            evaluation.hits.map { tagging($0, rule, text, 0) }
        }
    }

    // MARK: Gates

    /// What a tag may ask about a comment besides its words.
    struct CommentContext {
        var isReply: Bool
        var language: String?
        var parentText: MaskedText?
        var parentQuotes: [Range<Int>]
        var parentTags: [String]
    }

    func admits(_ rule: TagRule, _ context: CommentContext, _ evaluation: inout Evaluation) -> Bool {
        switch rule.whereabouts {
        case .any: break
        case .topLevel: if context.isReply { return false }
        case .reply: if !context.isReply { return false }
        }
        guard let asked = rule.parent else { return true }
        guard let text = context.parentText else { return false }
        if let tag = asked.tag, !context.parentTags.contains(where: { isTag($0, within: tag) }) { return false }
        return asked.any.isEmpty || evaluator.matchesAny(asked.any, rule, on: text, quotes: context.parentQuotes, &evaluation)
    }

    func isTagged(_ comment: Comment) -> Bool {
        comment.kind == .comment && comment.state != .deleted && comment.state != .removed && !comment.text.isEmpty
    }

    /// Walks over a text and hands on every tag that can be found in it, in the library's order, with the numbers of its lines that can match
    /// (`nil`: any can).
    private func forEachCandidate(in text: MaskedText, language: String?, _ body: (SharedRule, ArraySlice<Int>?) -> Void) {
        func isFor(_ shared: SharedRule) -> Bool { shared.rule.language == nil || language == nil || shared.rule.language == language }
        if usesIndex { evaluator.read(text, language: language) }
        guard usesIndex, !evaluator.canAllMatch else {
            for shared in library.shared where isFor(shared) { body(shared, nil) }
            return
        }
        candidates.removeAll(keepingCapacity: true)
        evaluator.addTouched(to: &candidates)
        for line in library.unfilteredLines where evaluator.canMatch(line, in: text) { candidates.append(line) }
        if text.hasAddresses { candidates += library.addressLines }
        candidates.sort()
        // The lines of one tag stand together.
        var start = 0
        while start < candidates.count {
            let rule = library.ruleOfLine[candidates[start]]
            var end = start + 1
            while end < candidates.count, library.ruleOfLine[candidates[end]] == rule { end += 1 }
            if rule >= 0, isFor(library.shared[rule]) {
                // In a text with addresses these lines look at another text than the one that was read.
                let looksElsewhere = text.hasAddresses && library.shared[rule].rule.readsAddresses
                body(library.shared[rule], looksElsewhere ? nil : candidates[start..<end])
            }
            start = end
        }
    }

    // MARK: Steps

    func addressedNames(_ discussion: Discussion, _ article: Article) -> AddressedNames {
        var names = discussion.comments.compactMap { comment in comment.author.flatMap { $0.isAnonymous ? nil : $0.name } }
        if let byline = article.byline { names.append(byline) }
        return AddressedNames(names)
    }

    /// Where each comment quotes.
    func places(_ quotations: [Quotation]) -> [Int: [Range<Int>]] {
        var places: [Int: [Range<Int>]] = [:]
        for quotation in quotations { places[quotation.comment, default: []].append(quotation.span.bytes) }
        return places
    }

    /// What tags may ask about one comment, where all are tagged; and its language.
    func context(
        of index: Int, in discussion: Discussion, names: AddressedNames, quotes: [Int: [Range<Int>]], taggings: [Tagging]
    ) -> (CommentContext, language: String?) {
        let language = language(of: discussion.comments[index].text)
        let parent = discussion.parent(of: index)
        let text = parent.flatMap { parent in
            isTagged(discussion.comments[parent])
                ? prepare(discussion.comments[parent], names: names, target: discussion.replies[parent]?.targetName) : nil
        }
        let context = CommentContext(
            isReply: discussion.replies[index] != nil, language: language, parentText: text, parentQuotes: parent.flatMap { quotes[$0] } ?? [],
            parentTags: taggings.filter { $0.comment == parent && $0.voice == .own }.map(\.tag))
        return (context, language)
    }

    func prepare(_ comment: Comment, names: AddressedNames, target: String?) -> MaskedText {
        guard comment.text.utf8.count > Self.mostBytes else { return MaskedText(comment.text, names: names, target: target) }
        var end = Self.mostBytes
        let bytes = Array(comment.text.utf8.prefix(Self.mostBytes + 1))
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return MaskedText(String(decoding: bytes[..<end], as: UTF8.self), names: names, target: target)
    }

    private func merge(_ gate: Evaluation, _ evaluation: Evaluation) -> Evaluation {
        var result = evaluation
        result.stopped = gate.stopped + result.stopped
        return result
    }

    func tagging(_ hit: Hit, _ rule: TagRule, _ text: String, _ index: Int) -> Tagging {
        var groups: [String: String] = [:]
        for (name, bytes) in hit.groups { groups[name] = String(decoding: text.utf8.dropFirst(bytes.lowerBound).prefix(bytes.count), as: UTF8.self) }
        return Tagging(
            comment: index, tag: rule.id, line: hit.line, span: TextSpan(bytes: hit.bytes, in: text), voice: hit.isQuoted ? .quoted : .own,
            groups: groups)
    }

    private func note(_ stopped: StoppedLine, _ rule: TagRule, _ index: Int, _ notes: inout [Note]) {
        let name = "\(rule.id) \(stopped.line.label)"
        notes.append(
            Note(.tags, .limit, "the pattern \(name) was stopped by \(stopped.limit.rawValue) in this comment; its hits here may be incomplete", comment: index))
        if evaluator.isSetAside(stopped.line), named.insert(stopped.line.number).inserted {
            notes.append(
                Note(.tags, .limit, "the pattern \(name) was stopped \(RuleEvaluator.mostOverruns) times and is set aside for the rest of the run"))
        }
    }
}

extension PatternLibrary {
    /// A tagger for one thread. `budget` is the time one line may take on one comment; `language` tells a comment's language, or `nil`.
    /// Without the index every line is searched for in every comment: the same result, slowly, to compare with.
    package func makeTagger(
        budget: Duration = .milliseconds(250), usesIndex: Bool = true, language: @escaping (String) -> String? = identifyLanguage(of:)
    ) -> Tagger {
        Tagger(library: self, budget: budget, usesIndex: usesIndex, language: language)
    }
}
