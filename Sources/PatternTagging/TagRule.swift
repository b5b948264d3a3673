import DiscourseModel
import PatternMatching

/// A tag, ready to run.
struct TagRule: Sendable {
    var definition: TagDefinition
    /// Primary language of its set: `en`; `nil` for any.
    var language: String?
    /// Licence of its set.
    var license: String?
    var any: [PatternLine]
    var near: NearLine?
    var all: [PatternLine]
    var unless: [PatternLine]
    var parent: ParentRule?
    var whereabouts: Whereabouts
    var countsQuoted: Bool
    var min: Int
    /// How its lines are compiled.
    var ignoresCase: Bool
    var words: Bool
    /// Whether the tag looks at web addresses, which are masked for all others.
    var readsAddresses: Bool
    var examples: [TagExample]
    /// Index of its file in the library.
    var file: Int
    /// The id's place in the file.
    var place: Int

    var id: String { definition.id }
    var set: String { setName(of: id) }

    /// The expressions without a match of which nothing is found.
    var triggers: [PatternLine] { any + (near.map { [$0.a] } ?? []) }

    /// Every expression, in the order they are tried.
    var lines: [PatternLine] { any + (near.map { [$0.a, $0.b] } ?? []) + unless + all + (parent?.any ?? []) }

    /// Every expression, to be changed in place: those of `any` first, then `near.a`, so that triggers stand together.
    mutating func forEachLine(_ change: (inout PatternLine) -> Void) {
        for index in any.indices { change(&any[index]) }
        if var line = near {
            change(&line.a)
            change(&line.b)
            near = line
        }
        for index in all.indices { change(&all[index]) }
        for index in unless.indices { change(&unless[index]) }
        if var asked = parent {
            for index in asked.any.indices { change(&asked.any[index]) }
            parent = asked
        }
    }

    struct NearLine: Sendable {
        var a: PatternLine
        var b: PatternLine
        var rule: NearRule
    }

    struct ParentRule: Sendable {
        var tag: String?
        var tagPlace: Int
        var any: [PatternLine]
    }
}

/// A tag behind a reference; immutable.
final class SharedRule: Sendable {
    let rule: TagRule
    init(_ rule: TagRule) { self.rule = rule }
}

/// One expression of a tag; behind a reference, for it is handed on at every comment.
final class PatternLine: Sendable {
    /// `any[1]`, `unless[2]`, `near`: counted from 1.
    let label: String
    let pattern: CompiledPattern
    /// Its number among all lines of the library.
    let number: Int
    /// Byte of the file.
    let place: Int
    /// As it stands in the file.
    let written: PlacedString

    init(label: String, pattern: CompiledPattern, number: Int, place: Int, written: PlacedString) {
        self.label = label
        self.pattern = pattern
        self.number = number
        self.place = place
        self.written = written
    }

    func numbered(_ number: Int) -> PatternLine {
        PatternLine(label: label, pattern: pattern, number: number, place: place, written: written)
    }
}
