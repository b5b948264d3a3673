/// Words one of which every match of a pattern must hold, and where.
struct RequiredLiterals: Equatable {
    var literals: [Literal]
    /// Whether every match begins with one of them; else one stands somewhere in it.
    var isPrefix: Bool
    /// Whether every literal ends where a word must end, and is all of a match.
    var areWholeWords = false
    /// Where literals stand inside: what every match begins with at the beginning of a word, if that is known; too common to be looked for first.
    var starts: [LiteralBytes] = []

    struct Literal: Hashable {
        /// As in a `FoldedText`; `anySpace` stands for white space of any length, `wordEnd` for a place behind a word.
        var bytes: LiteralBytes
        /// Whether it can only stand where a word begins.
        var isAtWordStart: Bool
    }

    /// Stands for one or more bytes of white space; no valid text holds this byte.
    static let anySpace: UInt8 = 0xFF

    /// Stands for a place where no ASCII letter, digit or `_` follows.
    static let wordEnd: UInt8 = 0xFE

    /// How many alternatives are followed.
    private enum Reach {
        /// For the beginnings of a whole pattern: every alternative that stands beside others.
        case wide
        /// For what stands inside, where there are many places to look at.
        case narrow

        var mostLiterals: Int { self == .wide ? 800 : 100 }
        /// Alternatives of alternatives beyond this number are not followed: the first words say enough.
        var mostProducts: Int { self == .wide ? 800 : 40 }
    }

    /// Sets of more characters than this are not followed.
    private static let mostMembers = 16

    /// The best choice for a pattern; `nil` where it has no literal that is worth looking for.
    static func of(_ tree: RegexTree) -> RequiredLiterals? {
        let beginnings = prefixes(of: tree, .wide)
        let prefix = usable(beginnings, isAtWordStart: beginsAtBoundary(tree))
        let areWholeWords = beginnings.allSatisfy { $0.isWhole && $0.bytes.last == wordEnd && $0.bytes.dropLast().allSatisfy(PatternIndex.isWordByte) }
        let asPrefix = prefix.map { RequiredLiterals(literals: $0, isPrefix: true, areWholeWords: areWholeWords) }
        let tries = prefix.map(Rarity.perComment) ?? 0
        // Rare enough as it is.
        if prefix != nil, tries < 1 { return asPrefix }
        guard let gate = required(in: tree), size(gate) >= 2 || gate.allSatisfy({ isRareMark($0.bytes) }) else { return asPrefix }
        let starts = prefix.map { $0.allSatisfy(\.isAtWordStart) ? $0.map(\.bytes) : [] } ?? []
        let inside = RequiredLiterals(literals: gate, isPrefix: false, starts: starts)
        guard let asPrefix else { return inside }
        // A word inside must be much rarer than the beginnings to be worth the way back to where a match begins.
        let canStart = !starts.isEmpty && starts.count <= PatternIndex.mostStarts
        return min(1, Rarity.perComment(gate)) * (canStart ? 1 + 2 * tries : 12) < tries ? inside : asPrefix
    }

    /// Of the weakest literal.
    var size: Int { Self.size(literals) }

    /// How much its weakest literal says: bytes, without white space.
    private static func size(_ literals: [Literal]) -> Int {
        literals.map { $0.bytes.count { $0 < wordEnd } }.min() ?? 0
    }

    private static func usable(_ beginnings: [Beginning], isAtWordStart: Bool) -> [Literal]? {
        guard !beginnings.isEmpty, !beginnings.contains(where: { $0.bytes.isEmpty || $0.bytes.first == wordEnd && $0.bytes.count == 1 }) else { return nil }
        var literals: [Literal] = []
        literals.reserveCapacity(beginnings.count)
        // In their order, so the same bytes stand together.
        for beginning in beginnings where literals.last?.bytes != beginning.bytes {
            let literal = Literal(bytes: beginning.bytes, isAtWordStart: isAtWordStart && beginsWithLetter(beginning.bytes))
            // A single byte anywhere in the text says nothing, but for marks that are rare.
            if !literal.isAtWordStart, !isRareMark(literal.bytes), literal.bytes.count(where: { $0 != wordEnd }) == 1 { return nil }
            literals.append(literal)
        }
        return literals
    }

    /// ASCII marks that stand in few comments.
    private static func isRareMark(_ bytes: LiteralBytes) -> Bool {
        bytes.first.map { $0 < 0x80 && rareMarks[Int($0 >> 6)] >> UInt64($0 & 63) & 1 != 0 } ?? false
    }

    /// A bit for each.
    private static let rareMarks: [UInt64] = "%$#@&+=<>~^|[]{}\\`".utf8.reduce(into: [0, 0]) { $0[Int($1 >> 6)] |= 1 << UInt64($1 & 63) }

    /// Whether the first character is one to every version of PCRE2 and Unicode: only letters long known are asked for.
    private static func beginsWithLetter(_ bytes: LiteralBytes) -> Bool {
        guard let first = bytes.first, first < wordEnd else { return false }
        if first < 0x80 { return PatternIndex.isWordByte(first) || first &- 0x41 < 26 }
        // Two bytes of UTF-8 reach to U+07FF.
        guard first < 0xE0, bytes.count > 1, let scalar = Unicode.Scalar(UInt32(first & 0x1F) << 6 | UInt32(bytes[1] & 0x3F)) else { return false }
        return scalar.value < 0x600 && scalar.isWordCharacter
    }

    // MARK: Prefixes

    /// A beginning of what a part of the pattern matches; `isWhole` where it can be all of it.
    private struct Beginning: Comparable {
        var bytes = LiteralBytes()
        var isWhole: Bool

        /// The whole one first of two with the same bytes.
        static func < (left: Self, right: Self) -> Bool {
            left.bytes == right.bytes ? left.isWhole && !right.isWhole : left.bytes < right.bytes
        }

        /// Followed by another; cut, and no whole, where it grows too long. Two runs of white space are one; a boundary ends a word only
        /// behind one of its letters (behind others it may begin one), and nothing need be said of it where what follows is no word's.
        func followed(by next: Beginning) -> Beginning {
            var result = self
            result.isWhole = next.isWhole
            // Marks stand at the ends of what is joined already: only where the two meet one may be in the way.
            if let first = next.bytes.first, first < wordEnd, last < wordEnd {
                result.isWhole = result.bytes.append(next.bytes) && next.isWhole
                return result
            }
            for place in 0..<next.bytes.count {
                let byte = next.bytes[place]
                let last = result.bytes.last ?? 0
                if byte == anySpace, last == anySpace { continue }
                if byte == wordEnd, !PatternIndex.isWordByte(last) { continue }
                if last == wordEnd {
                    // A letter behind the end of a word: this beginning stands nowhere, and is as good as any.
                    guard !PatternIndex.isWordByte(byte) else { return Beginning(bytes: result.bytes, isWhole: false) }
                    result.bytes.removeLast()
                }
                guard result.bytes.count < LiteralBytes.capacity else {
                    result.isWhole = false
                    break
                }
                result.bytes.append(byte)
            }
            return result
        }

        private var last: UInt8 { bytes.last ?? 0 }
    }

    private static let anything = [Beginning(isWhole: false)]

    /// In their order, each once.
    private static func prefixes(of tree: RegexTree, _ reach: Reach) -> [Beginning] {
        switch tree {
        case .empty: return [Beginning(isWhole: true)]
        case .wordBoundary: return [Beginning(bytes: LiteralBytes(wordEnd), isWhole: true)]
        case .again(let inner): return prefixes(of: inner, reach)
        case .unknown: return anything
        case .space: return [Beginning(bytes: LiteralBytes(anySpace), isWhole: true)]
        case .character(let scalar, let ignoresCase):
            if isSpace(scalar) { return prefixes(of: .space, reach) }
            guard let forms = CaseVariants.forms(of: scalar, ignoresCase: ignoresCase) else { return anything }
            return limited(forms.map { Beginning(bytes: LiteralBytes($0), isWhole: true) }, reach)
        case .oneOf(let members, _, let ignoresCase):
            guard let members, members.count <= mostMembers else { return anything }
            var result: [Beginning] = []
            for member in members {
                let forms = prefixes(of: .character(member, ignoresCase: ignoresCase), reach)
                if forms == anything { return anything }
                result += forms
            }
            return limited(result, reach)
        case .alternation(let branches): return limited(branches.flatMap { prefixes(of: $0, reach) }, reach)
        case .repetition(let inner, let min, let max):
            if max == 0 { return prefixes(of: .empty, reach) }
            var result = prefixes(of: inner, reach)
            // White space of any length is one mark already.
            if max != 1, inner != .space { for index in result.indices { result[index].isWhole = false } }
            if min == 0 { result.append(Beginning(isWhole: true)) }
            return limited(result, reach)
        case .sequence(let parts):
            var known = [[Beginning]?](repeating: nil, count: parts.count)
            return prefixes(ofSequence: parts[...], reach, &known)
        }
    }

    /// - Parameter known: the beginnings of each part by itself, as far as they were asked for: of one sequence several stretches are tried.
    private static func prefixes(ofSequence parts: ArraySlice<RegexTree>, _ reach: Reach, _ known: inout [[Beginning]?]) -> [Beginning] {
        var result = prefixes(of: .empty, reach)
        for (index, part) in zip(parts.indices, parts) {
            // One way so far, and one letter on: most of what lists of words are made of.
            if result.count == 1, result[0].isWhole, case .character(let scalar, _) = part, scalar.isASCII, !isSpace(scalar),
                let form = CaseVariants.forms(of: scalar, ignoresCase: true)?.first
            {
                result[0] = result[0].followed(by: Beginning(bytes: LiteralBytes(form), isWhole: true))
                continue
            }
            // A word that is rare enough says enough: what follows it would only make the index larger.
            if part == .space {
                for index in result.indices where result[index].isWhole && Rarity.isRare(result[index].bytes) { result[index].isWhole = false }
            }
            guard result.contains(where: \.isWhole) else { break }
            let next = known[index] ?? prefixes(of: part, reach)
            known[index] = next
            // Too many ways on: the first bytes of each must do, or else what is known so far.
            guard let extended = joined(result, next, reach) ?? joined(result, shortened(next, to: 4), reach) else {
                return limited(result.map { Beginning(bytes: $0.bytes, isWhole: false) }, reach)
            }
            result = extended
        }
        return result
    }

    /// Every beginning that is a whole, followed by every one of `next`; `nil` where these are too many.
    private static func joined(_ beginnings: [Beginning], _ next: [Beginning], _ reach: Reach) -> [Beginning]? {
        let most = max(reach.mostProducts, beginnings.count + (reach == .wide ? next.count : 0))
        var extended: [Beginning] = []
        extended.reserveCapacity(min(beginnings.count * next.count, 3 * most))
        for beginning in beginnings {
            if beginning.isWhole { for more in next { extended.append(beginning.followed(by: more)) } } else { extended.append(beginning) }
            // Counted with those that stand twice only until they are many.
            if extended.count > 2 * most {
                extended = ordered(extended)
                if extended.count > most { return nil }
            }
        }
        extended = ordered(extended)
        return extended.count > most ? nil : limited(ordered: extended, reach)
    }

    /// The first bytes of each, so that there are fewer.
    private static func shortened(_ beginnings: [Beginning], to length: Int) -> [Beginning] {
        ordered(beginnings.map { $0.bytes.count > length ? Beginning(bytes: $0.bytes.first(length), isWhole: false) : $0 })
    }

    /// No more than are followed: of too many the first bytes must do.
    private static func limited(_ beginnings: [Beginning], _ reach: Reach) -> [Beginning] { limited(ordered: ordered(beginnings), reach) }

    private static func limited(ordered beginnings: [Beginning], _ reach: Reach) -> [Beginning] {
        guard beginnings.count > reach.mostLiterals else { return beginnings }
        for length in [6, 4, 3] {
            let shorter = shortened(beginnings, to: length)
            if shorter.count <= reach.mostLiterals { return shorter }
        }
        return anything
    }

    /// Sorted, each once.
    private static func ordered(_ beginnings: [Beginning]) -> [Beginning] {
        // What is made of sorted lists mostly is one.
        if zip(beginnings, beginnings.dropFirst()).allSatisfy({ $0 < $1 }) { return beginnings }
        var result = beginnings.sorted()
        var last = 0
        for index in result.indices.dropFirst() where result[index] != result[last] {
            last += 1
            result[last] = result[index]
        }
        result.removeLast(result.count - last - 1)
        return result
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) }
        let bytes = Array(String(scalar).utf8) + [0, 0]
        return FoldedText.spaceLength(bytes[0], bytes[1], bytes[2]) > 0
    }

    // MARK: Literals inside

    /// The best set of literals one of which stands in every match.
    private static func required(in tree: RegexTree) -> [Literal]? {
        switch tree {
        case .sequence(let parts):
            var best: (literals: [Literal], rarity: Double)?
            var known = [[Beginning]?](repeating: nil, count: parts.count)
            func consider(_ candidate: [Literal]?) {
                guard let candidate else { return }
                let rarity = Rarity.perComment(candidate)
                if best.map({ rarity < $0.rarity }) ?? true { best = (candidate, rarity) }
            }
            for index in parts.indices {
                // Most of what a run of letters holds is in its beginning; a start at every one of them costs much and gains little.
                if index > 0, case .character(let scalar, _) = parts[index], scalar.isWordCharacter,
                    case .character(let before, _) = parts[index - 1], before.isWordCharacter { continue }
                // What begins with white space or nothing says no more than what follows.
                if [.space, .wordBoundary, .empty].contains(parts[index]) { continue }
                let isAtWordStart = beginsAtBoundary(parts[index]) || followsBoundary(parts, index)
                consider(usable(prefixes(ofSequence: parts[index...], .narrow, &known), isAtWordStart: isAtWordStart))
                consider(required(in: parts[index]))
            }
            return best?.literals
        case .alternation(let branches):
            var result: [Literal] = []
            for branch in branches {
                guard let literals = required(in: branch) else { return nil }
                result += literals
                if result.count > Reach.narrow.mostLiterals { return nil }
            }
            return result
        case .repetition(let inner, let min, _): return min > 0 ? required(in: inner) : nil
        case .again(let inner): return required(in: inner)
        default: return usable(prefixes(of: tree, .narrow), isAtWordStart: false)
        }
    }

    /// Whether a match can only begin with a word's first letter.
    static func beginsWithWord(_ tree: RegexTree) -> Bool { beginsAtBoundary(tree) && tree.beginning == .word }

    /// Whether a match of the tree can only begin at a word boundary.
    private static func beginsAtBoundary(_ tree: RegexTree) -> Bool {
        switch tree {
        case .wordBoundary: return true
        case .alternation(let branches): return branches.allSatisfy(beginsAtBoundary)
        case .sequence(let parts): return parts.first { $0 != .empty }.map(beginsAtBoundary) ?? false
        case .repetition(let inner, let min, _): return min > 0 && beginsAtBoundary(inner)
        default: return false
        }
    }

    private static func followsBoundary(_ parts: [RegexTree], _ index: Int) -> Bool {
        for before in parts[..<index].reversed() where before != .empty {
            switch before {
            // What may be left out: what stands before it must be a boundary as well.
            case .repetition(let inner, 0, _): if !endsAtBoundary(inner) { return false }
            default: return endsAtBoundary(before)
            }
        }
        return false
    }

    /// Whether a word can only begin behind every match of the tree.
    private static func endsAtBoundary(_ tree: RegexTree) -> Bool {
        switch tree {
        case .wordBoundary, .space: return true
        case .alternation(let branches): return branches.allSatisfy(endsAtBoundary)
        case .sequence(let parts): return parts.last { $0 != .empty }.map(endsAtBoundary) ?? false
        case .repetition(let inner, let min, _): return min > 0 && endsAtBoundary(inner)
        default: return false
        }
    }
}
