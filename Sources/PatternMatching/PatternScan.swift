/// Where the literals of an index stand in one text, and the matches that follow. One a thread; its memory is used again for every text.
package final class PatternScan {
    private let index: PatternIndex
    private let matcher: Matcher
    private var text = FoldedText()
    private let hits: LiteralHits
    /// Places of one pattern, where they must be sorted.
    private var places: [Int32] = []
    /// Whether every pattern must be searched for, because the text holds a letter the index cannot fold.
    package private(set) var isUnfiltered = false

    package init(_ index: PatternIndex, matcher: Matcher) {
        self.index = index
        self.matcher = matcher
        hits = LiteralHits(patterns: index.patterns.count)
    }

    /// Patterns with a literal in the text that was read, in no order.
    package var touched: [Int] { hits.touched }

    /// Adds those to a list.
    package func addTouched(to list: inout [Int]) { hits.addTouched(to: &list) }

    /// The patterns that can match in the text that was read, in no order.
    package func candidates() -> [Int] { isUnfiltered ? Array(index.patterns.indices) : touched + index.unfiltered }

    /// Whether a pattern can match in the text that was read, which is given again.
    package func canMatch(_ number: Int, in subject: UnsafeBufferPointer<UInt8>) -> Bool {
        if isUnfiltered || hits.first(of: number) >= 0 { return true }
        switch index.entries[number].lookup {
        case .always: return true
        case .ifByteOccurs: return text.holds(index.patterns[number].firstBytes, in: subject)
        case .atLiterals, .atWords, .ifLiteralOccurs: return false
        }
    }

    /// Walks over a text. What was known of the text before is forgotten.
    ///
    /// - Parameter language: the text's; patterns for others are passed over. `nil`: none is.
    package func read(_ subject: UnsafeBufferPointer<UInt8>, language: String? = nil) {
        hits.removeAll()
        text.set(subject)
        isUnfiltered = text.isOdd
        if isUnfiltered { return }
        text.bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            let walk = LiteralWalk(text: base, count: text.count, hits: hits)
            for part in index.parts where part.language == nil || language == nil || part.language == language {
                if !part.atWordStarts.isEmpty {
                    text.wordStarts.withUnsafeBufferPointer { walk.look(in: part.atWordStarts, at: $0.prefix(text.wordStartCount)) }
                }
                if !part.anywhere.isEmpty { walk.look(in: part.anywhere, at: 0..<Int32(text.count)) }
            }
        }
    }

    /// All matches of a pattern in the text that was read, exactly those of `Matcher.findAll`.
    package func findAll(
        _ number: Int, in subject: UnsafeBufferPointer<UInt8>, budget: Duration = .milliseconds(250), into matches: inout [Matcher.Match]
    ) -> SearchLimit? {
        guard canMatch(number, in: subject) else { return nil }
        let entry = index.entries[number]
        if !isUnfiltered, let anchored = entry.anchored {
            let known = matches.count
            var limit = false
            switch entry.lookup {
            case .atWords: compareWords(number, anchored, in: subject, &matches, &limit)
            case .atLiterals: tryAtLiterals(number, entry, anchored, in: subject, &matches, &limit)
            default: tryAtStarts(number, entry, anchored, in: subject, &matches, &limit)
            }
            if !limit { return nil }
            // Something took too long: once more in steps, with an eye on the clock.
            matches.removeSubrange(known...)
        }
        return matcher.findAll(index.patterns[number].pattern, in: subject, budget: budget, into: &matches)
    }

    private func tryAtLiterals(
        _ number: Int, _ entry: PatternIndex.Entry, _ anchored: CompiledPattern.Code, in subject: UnsafeBufferPointer<UInt8>,
        _ matches: inout [Matcher.Match], _ limit: inout Bool
    ) {
        var start = 0
        func tryAt(_ place: Int) {
            // Folding makes blanks of the bytes of a longer white space; only its first begins a character.
            guard place >= start, !limit, subject[place] & 0xC0 != 0x80 else { return }
            let pattern = entry.hasGroups ? index.patterns[number].pattern : nil
            if let end = matcher.tryAt(place, anchored, of: pattern, in: subject, into: &matches, limit: &limit) { start = end }
        }
        if entry.isOrdered {
            hits.forEach(of: number) { tryAt(Int($0)) }
        } else {
            places.removeAll(keepingCapacity: true)
            hits.forEach(of: number) { places.append($0) }
            places.sort()
            for place in places { tryAt(Int(place)) }
        }
    }

    /// The word at each hit is known to be in the list; beside a letter outside ASCII PCRE2 must say whether it is a whole word.
    private func compareWords(
        _ number: Int, _ anchored: CompiledPattern.Code, in subject: UnsafeBufferPointer<UInt8>, _ matches: inout [Matcher.Match], _ limit: inout Bool
    ) {
        text.bytes.withUnsafeBufferPointer { folded in
            hits.forEach(of: number) { place in
                let place = Int(place)
                var end = place
                while PatternIndex.isWordByte(folded[end]) { end += 1 }
                if (place == 0 || subject[place - 1] < 0x80) && (end >= subject.count || subject[end] < 0x80) {
                    matches.append(Matcher.Match(bytes: place..<end))
                } else {
                    _ = matcher.tryAt(place, anchored, of: nil, in: subject, into: &matches, limit: &limit)
                }
            }
        }
    }

    /// The literal stands somewhere in the text: matches are looked for where words begin as they must.
    private func tryAtStarts(
        _ number: Int, _ entry: PatternIndex.Entry, _ anchored: CompiledPattern.Code, in subject: UnsafeBufferPointer<UInt8>,
        _ matches: inout [Matcher.Match], _ limit: inout Bool
    ) {
        let starts = index.patterns[number].starts
        let pattern = entry.hasGroups ? index.patterns[number].pattern : nil
        var start = 0
        text.bytes.withUnsafeBytes { folded in
            text.wordStarts.withUnsafeBufferPointer { places in
                for rank in 0..<text.wordStartCount {
                    let place = Int(places[rank])
                    if place < start { continue }
                    let word = UInt64(littleEndian: folded.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                    guard starts.contains(where: { word & $0.mask == $0.bytes }) else { continue }
                    if let end = matcher.tryAt(place, anchored, of: pattern, in: subject, into: &matches, limit: &limit) { start = end }
                    if limit { return }
                }
            }
        }
    }
}
