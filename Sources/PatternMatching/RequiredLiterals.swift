/// Words one of which every match of a pattern must hold, and where.
struct RequiredLiterals: Equatable {
    var literals: [Literal]
    /// Whether every match begins with one of them; else one stands somewhere in it.
    var isPrefix: Bool
    /// Whether every literal ends where a word must end, and is all of a match.
    var areWholeWords = false
    /// Where literals stand inside: what every match begins with at the beginning of a word, if that is known; too common to be looked for first.
    var starts: [[UInt8]] = []

    struct Literal: Hashable {
        /// As in a `FoldedText`; `anySpace` stands for white space of any length, `wordEnd` for a place behind a word.
        var bytes: [UInt8]
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
        var mostProducts: Int { self == .wide ? 100 : 40 }
    }

    static let mostBytes = 24

    /// The best choice for a pattern; `nil` where it has no literal that is worth looking for.
    static func of(_ tree: RegexTree) -> RequiredLiterals? {
        let beginnings = prefixes(of: tree, .wide)
        let prefix = usable(beginnings.map(\.bytes), isAtWordStart: beginsAtBoundary(tree))
        let areWholeWords = beginnings.allSatisfy { $0.isWhole && $0.bytes.last == wordEnd && $0.bytes.dropLast().allSatisfy(PatternIndex.isWordByte) }
        let asPrefix = prefix.map { RequiredLiterals(literals: $0, isPrefix: true, areWholeWords: areWholeWords) }
        // Rare enough as it is.
        if let prefix, Rarity.perComment(prefix) < 1 { return asPrefix }
        guard let gate = required(in: tree), size(gate) >= 2 || gate.allSatisfy({ isRareMark($0.bytes) }) else { return asPrefix }
        let starts = prefix.map { $0.allSatisfy(\.isAtWordStart) ? $0.map(\.bytes) : [] } ?? []
        let inside = RequiredLiterals(literals: gate, isPrefix: false, starts: starts)
        guard let asPrefix, let prefix else { return inside }
        // A word inside must be much rarer than the beginnings to be worth the way back to where a match begins.
        let tries = Rarity.perComment(prefix)
        let canStart = !starts.isEmpty && starts.count <= PatternIndex.mostStarts
        return min(1, Rarity.perComment(gate)) * (canStart ? 1 + 2 * tries : 12) < tries ? inside : asPrefix
    }

    /// Of the weakest literal.
    var size: Int { Self.size(literals) }

    /// How much its weakest literal says: bytes, without white space.
    private static func size(_ literals: [Literal]) -> Int {
        literals.map { $0.bytes.count { $0 < wordEnd } }.min() ?? 0
    }

    private static func usable(_ items: [[UInt8]], isAtWordStart: Bool) -> [Literal]? {
        guard !items.isEmpty, !items.contains(where: { $0.isEmpty || $0 == [wordEnd] }) else { return nil }
        let literals = Set(items.map { bytes in
            Literal(bytes: bytes, isAtWordStart: isAtWordStart && beginsWithLetter(bytes))
        })
        // A single byte anywhere in the text says nothing, but for marks that are rare.
        if literals.contains(where: { $0.bytes.count { $0 != wordEnd } == 1 && !$0.isAtWordStart && !isRareMark($0.bytes) }) { return nil }
        return literals.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// ASCII marks that stand in few comments.
    private static func isRareMark(_ bytes: [UInt8]) -> Bool {
        bytes.first.map { "%$#@&+=<>~^|[]{}\\`".utf8.contains($0) } ?? false
    }

    /// Whether the first character is one to every version of PCRE2 and Unicode: only letters long known are asked for.
    private static func beginsWithLetter(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first < wordEnd else { return false }
        guard let scalar = String(decoding: bytes.prefix(first < 0x80 ? 1 : 2), as: UTF8.self).unicodeScalars.first else { return false }
        return scalar.value < 0x600 && scalar.isWordCharacter
    }

    // MARK: Prefixes

    /// A beginning of what a part of the pattern matches; `isWhole` where it can be all of it.
    private struct Beginning: Hashable {
        var bytes: [UInt8]
        var isWhole: Bool
    }

    private static let anything = [Beginning(bytes: [], isWhole: false)]

    private static func prefixes(of tree: RegexTree, _ reach: Reach) -> [Beginning] {
        switch tree {
        case .empty: return [Beginning(bytes: [], isWhole: true)]
        case .wordBoundary: return [Beginning(bytes: [wordEnd], isWhole: true)]
        case .unknown: return anything
        case .space: return [Beginning(bytes: [anySpace], isWhole: true)]
        case .character(let scalar, let ignoresCase):
            if isSpace(scalar) { return [Beginning(bytes: [anySpace], isWhole: true)] }
            guard let forms = CaseVariants.forms(of: scalar, ignoresCase: ignoresCase) else { return anything }
            return forms.map { Beginning(bytes: $0, isWhole: true) }
        case .oneOf(let members, _, let ignoresCase):
            guard let members else { return anything }
            var result: Set<Beginning> = []
            for member in members {
                let forms = prefixes(of: .character(member, ignoresCase: ignoresCase), reach)
                if forms == anything { return anything }
                result.formUnion(forms)
            }
            return limited(result, reach)
        case .alternation(let branches):
            var result: Set<Beginning> = []
            for branch in branches { result.formUnion(prefixes(of: branch, reach)) }
            return limited(result, reach)
        case .repetition(let inner, let min, let max):
            if max == 0 { return [Beginning(bytes: [], isWhole: true)] }
            var result = prefixes(of: inner, reach)
            // White space of any length is one mark already.
            if max != 1, inner != .space { for index in result.indices { result[index].isWhole = false } }
            if min == 0 { result.append(Beginning(bytes: [], isWhole: true)) }
            return limited(Set(result), reach)
        case .sequence(let parts): return prefixes(ofSequence: parts[...], reach)
        }
    }

    private static func prefixes(ofSequence parts: ArraySlice<RegexTree>, _ reach: Reach) -> [Beginning] {
        var result = [Beginning(bytes: [], isWhole: true)]
        for part in parts {
            guard result.contains(where: \.isWhole) else { break }
            let next = prefixes(of: part, reach)
            // One way on from one beginning, as along a plain word: no set is made of it.
            if result.count == 1, next.count == 1 {
                join(&result[0].bytes, next[0].bytes)
                let isLong = result[0].bytes.count > mostBytes
                if isLong { result[0].bytes = whole(result[0].bytes) }
                result[0].isWhole = next[0].isWhole && !isLong
                continue
            }
            // Too many ways on: the first bytes of each must do, or else what is known so far.
            guard let extended = joined(result, next, reach) ?? joined(result, Array(shortened(next, to: 4)), reach) else {
                return limited(Set(result.map { Beginning(bytes: $0.bytes, isWhole: false) }), reach)
            }
            result = limited(extended, reach)
        }
        return result
    }

    /// Every beginning that is a whole, followed by every one of `next`; `nil` where these are too many.
    private static func joined(_ beginnings: [Beginning], _ next: [Beginning], _ reach: Reach) -> Set<Beginning>? {
        let most = max(reach.mostProducts, beginnings.count + (reach == .wide ? next.count : 0))
        var extended: Set<Beginning> = []
        for beginning in beginnings {
            guard beginning.isWhole else {
                extended.insert(beginning)
                continue
            }
            for more in next {
                var bytes = beginning.bytes
                join(&bytes, more.bytes)
                let isLong = bytes.count > mostBytes
                if isLong { bytes = whole(bytes) }
                extended.insert(Beginning(bytes: bytes, isWhole: more.isWhole && !isLong))
            }
            if extended.count > most { return nil }
        }
        return extended
    }

    /// The first bytes of each, so that there are fewer.
    private static func shortened(_ beginnings: [Beginning], to length: Int) -> Set<Beginning> {
        Set(beginnings.map { $0.bytes.count > length ? Beginning(bytes: Array($0.bytes.prefix(length)), isWhole: false) : $0 })
    }

    /// Two runs of white space are one; a boundary ends a word only behind one of its letters (behind others it may begin one).
    private static func join(_ bytes: inout [UInt8], _ more: [UInt8]) {
        for byte in more {
            if byte == anySpace, bytes.last == anySpace { continue }
            if byte == wordEnd, bytes.last.map(PatternIndex.isWordByte) != true { continue }
            bytes.append(byte)
        }
    }

    private static func whole(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(mostBytes)) }

    /// In a fixed order; no more than are followed: of too many the first bytes must do.
    private static func limited(_ beginnings: Set<Beginning>, _ reach: Reach) -> [Beginning] {
        if beginnings.count > reach.mostLiterals {
            for length in [6, 4, 3] {
                let shorter = shortened(Array(beginnings), to: length)
                if shorter.count <= reach.mostLiterals { return limited(shorter, reach) }
            }
            return anything
        }
        return beginnings.sorted {
            $0.bytes == $1.bytes ? $0.isWhole && !$1.isWhole : $0.bytes.lexicographicallyPrecedes($1.bytes)
        }
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
            var best: [Literal]?
            func consider(_ candidate: [Literal]?) {
                guard let candidate else { return }
                guard let known = best else { return best = candidate }
                if Rarity.perComment(candidate) < Rarity.perComment(known) { best = candidate }
            }
            for index in parts.indices {
                // Most of what a run of letters holds is in its beginning; a start at every one of them costs much and gains little.
                if index > 0, case .character(let scalar, _) = parts[index], scalar.isWordCharacter,
                    case .character(let before, _) = parts[index - 1], before.isWordCharacter { continue }
                // What begins with white space or nothing says no more than what follows.
                if [.space, .wordBoundary, .empty].contains(parts[index]) { continue }
                let isAtWordStart = beginsAtBoundary(parts[index]) || followsBoundary(parts, index)
                consider(usable(prefixes(ofSequence: parts[index...], .narrow).map(\.bytes), isAtWordStart: isAtWordStart))
                consider(required(in: parts[index]))
            }
            return best
        case .alternation(let branches):
            var result: [Literal] = []
            for branch in branches {
                guard let literals = required(in: branch) else { return nil }
                result += literals
                if result.count > Reach.narrow.mostLiterals { return nil }
            }
            return result
        case .repetition(let inner, let min, _): return min > 0 ? required(in: inner) : nil
        default: return usable(prefixes(of: tree, .narrow).map(\.bytes), isAtWordStart: false)
        }
    }

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
