/// Where the literals of an index stand in one text, and the matches that follow. One a thread; its memory is used again for every text.
package final class PatternScan {
    private let index: PatternIndex
    private let matcher: Matcher
    private let text = FoldedText()
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

    /// Adds to a list the patterns with a literal in the text that was read, in no order.
    package func addTouched(to list: inout [Int]) { hits.addTouched(to: &list) }

    /// Makes a list of the patterns that can match in the text that was read, in no order.
    package func findCandidates(_ list: inout [Int]) {
        list.removeAll(keepingCapacity: true)
        if isUnfiltered { return list += index.patterns.indices }
        addTouched(to: &list)
        list += index.unfiltered
    }

    /// Whether a pattern can match in the text that was read, which is given again.
    package func canMatch(_ number: Int, in subject: UnsafeBufferPointer<UInt8>) -> Bool {
        if isUnfiltered || hits.first(of: number) >= 0 { return true }
        switch index.entries.base[number].lookup {
        case .always, .atWordStarts: return true
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
        let walk = LiteralWalk(text: text.bytes, count: text.count, wordBits: text.wordBits, hits: .passUnretained(hits))
        for part in 0..<index.parts.count {
            let part = index.parts.base + part
            guard language == nil || part.pointee.language == nil || part.pointee.language == language else { continue }
            let words = part.pointee.atWords.view
            if !words.isEmpty { walk.look(in: words, atWords: text.wordStarts, text.wordStartCount) }
            let letters = part.pointee.atLetters.view
            if !letters.isEmpty, text.otherCharacters > 0 {
                for rank in 0..<text.wordStartCount where text.bytes[Int(text.wordStarts[rank])] >= 0x80 { walk.look(in: letters, at: text.wordStarts[rank]) }
            }
            let marks = part.pointee.atMarks.view
            if !marks.isEmpty { for mark in part.pointee.marks { text.forEach(mark) { walk.look(in: marks, at: $0) } } }
            let anywhere = part.pointee.anywhere.view
            if !anywhere.isEmpty { walk.look(in: anywhere, where: part.pointee.beginsAnywhere.view) }
        }
    }

    /// All matches of a pattern in the text that was read, exactly those of `Matcher.findAll`.
    package func findAll(
        _ number: Int, in subject: UnsafeBufferPointer<UInt8>, budget: Duration = .milliseconds(250), into matches: inout [Matcher.Match]
    ) -> SearchLimit? {
        guard canMatch(number, in: subject) else { return nil }
        let entry = index.entries.base + number
        if !isUnfiltered, let anchored = entry.pointee.anchored {
            let known = matches.count
            var limit = false
            switch entry.pointee.lookup {
            case .atWords: compareWords(number, anchored, in: subject, &matches, &limit)
            case .atLiterals: tryAtLiterals(number, entry, anchored, in: subject, &matches, &limit)
            // Every letter outside ASCII may begin a word as far as is known here: where they are many PCRE2 finds its way faster.
            case .atWordStarts where text.otherCharacters * 16 <= text.count: tryAtWordStarts(number, entry, anchored, in: subject, &matches, &limit)
            case .ifLiteralOccurs where !index.patterns[number].starts.isEmpty: tryAtStarts(number, entry, anchored, in: subject, &matches, &limit)
            case .ifLiteralOccurs where text.otherCharacters * 16 <= text.count: tryAtWordStarts(number, entry, anchored, in: subject, &matches, &limit)
            default: limit = true
            }
            if !limit { return nil }
            // Something took too long: once more in steps, with an eye on the clock.
            matches.removeSubrange(known...)
        }
        return matcher.findAll(index.patterns[number].pattern, in: subject, budget: budget, into: &matches)
    }

    private func tryAtLiterals(
        _ number: Int, _ entry: UnsafePointer<PatternIndex.Entry>, _ anchored: CompiledPattern.Code, in subject: UnsafeBufferPointer<UInt8>,
        _ matches: inout [Matcher.Match], _ limit: inout Bool
    ) {
        var start = 0
        func tryAt(_ place: Int) {
            // Folding makes blanks of the bytes of a longer white space; only its first begins a character.
            guard place >= start, !limit, subject[place] & 0xC0 != 0x80 else { return }
            let pattern = entry.pointee.hasGroups ? index.patterns[number].pattern : nil
            if let end = matcher.tryAt(place, anchored, of: pattern, in: subject, into: &matches, limit: &limit) { start = end }
        }
        if entry.pointee.isOrdered {
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
        let folded = text.bytes
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

    /// No literal says where: every word is tried that begins as a match can.
    private func tryAtWordStarts(
        _ number: Int, _ entry: UnsafePointer<PatternIndex.Entry>, _ anchored: CompiledPattern.Code, in subject: UnsafeBufferPointer<UInt8>,
        _ matches: inout [Matcher.Match], _ limit: inout Bool
    ) {
        let pattern = entry.pointee.hasGroups ? index.patterns[number].pattern : nil
        var start = 0
        for rank in 0..<text.wordStartCount {
            let place = Int(text.wordStarts[rank])
            guard place >= start, entry.pointee.leading.canBegin(at: place, in: subject) else { continue }
            if entry.pointee.repeatsWord, !text.repeatsWord(rank) { continue }
            if let end = matcher.tryAt(place, anchored, of: pattern, in: subject, into: &matches, limit: &limit) { start = end }
            if limit { return }
        }
    }

    /// The literal stands somewhere in the text: matches are looked for where words begin as they must.
    private func tryAtStarts(
        _ number: Int, _ entry: UnsafePointer<PatternIndex.Entry>, _ anchored: CompiledPattern.Code, in subject: UnsafeBufferPointer<UInt8>,
        _ matches: inout [Matcher.Match], _ limit: inout Bool
    ) {
        let starts = index.patterns[number].starts
        let pattern = entry.pointee.hasGroups ? index.patterns[number].pattern : nil
        var start = 0
        let folded = UnsafeRawPointer(text.bytes)
        for rank in 0..<text.wordStartCount {
            let place = Int(text.wordStarts[rank])
            if place < start { continue }
            let word = UInt64(littleEndian: folded.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            guard starts.contains(where: { word & $0.mask == $0.bytes }) else { continue }
            if let end = matcher.tryAt(place, anchored, of: pattern, in: subject, into: &matches, limit: &limit) { start = end }
            if limit { return }
        }
    }
}
