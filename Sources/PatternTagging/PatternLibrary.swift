package import DiscourseModel
import PatternMatching

/// All tags of a number of pattern files, compiled. Immutable; threads share it, each with a tagger of its own.
package struct PatternLibrary: Sendable {
    /// The sets, in the order of their files' paths.
    package private(set) var versions: [PatternSetVersion] = []
    /// In the order of files, and within a file as written.
    private(set) var rules: [TagRule] = []
    /// All expressions in `rules`, by number, ready for one walk over a text.
    private(set) var index = PatternIndex([])
    /// The tags in which something can only be found if this expression matches; -1 for the others (`all`, `unless` ...).
    private(set) var ruleOfLine: [Int] = []
    /// Such expressions that no literal filters, and those of tags that look at web addresses.
    private(set) var unfilteredLines: [Int] = []
    private(set) var addressLines: [Int] = []
    private(set) var sources: [SourceText] = []
    /// The fragments of each file.
    private(set) var expansions: [LineExpansion] = []
    /// The same tags, each behind one reference: the tagger's loop hands them on without counting references to all their parts.
    private(set) var shared: [SharedRule] = []

    package init() {}

    /// The ids of all tags that run, in order.
    package var tagIDs: [String] { rules.map(\.id) }

    /// Reads and compiles pattern files. A tag in which an error was found is not in the library; all others are, and every problem is told,
    /// by file and place.
    package static func load(_ files: [PatternFile]) -> (library: PatternLibrary, problems: [PatternProblem]) { load(layers: [files]) }

    /// The same for files in layers: a set replaces those of its name and language in the layers before.
    /// - Parameter sets: the names of the sets that are wanted; `nil` for all.
    package static func load(
        layers: [[PatternFile]], sets: Set<String>? = nil
    ) -> (library: PatternLibrary, problems: [PatternProblem]) {
        var read: [(source: SourceText, syntax: PatternFileSyntax?)] = []
        var replaced: Set<[String]> = []
        for files in layers.reversed() {
            var names: Set<[String]> = []
            for file in files {
                var reader = PatternFileReader(file)
                let syntax = reader.read()
                if let syntax {
                    let name = [syntax.set, syntax.language ?? ""]
                    guard !replaced.contains(name), sets?.contains(syntax.set) ?? true else { continue }
                    names.insert(name)
                }
                read.append((reader.source, syntax))
            }
            replaced.formUnion(names)
        }
        var library = PatternLibrary()
        var known: [String: (file: String, line: Int)] = [:]
        for (source, syntax) in read.sorted(by: { $0.source.path < $1.source.path }) { library.add(source, syntax, known: &known) }
        library.checkParents()
        library.buildIndex()
        return (library, library.sources.flatMap(\.problems).sorted())
    }

    /// The same library with the tags of some of its sets only. Its `versions` are those of all.
    package func only(_ sets: Set<String>) -> PatternLibrary {
        var library = self
        library.rules = rules.filter { sets.contains($0.set) }
        library.buildIndex()
        return library
    }

    /// The sets, by name, that must be run anew on what these sets tagged before: those that changed, came or went, and those with
    /// a tag that asks whether the parent bears a tag of such a set.
    package func setsToRun(after old: [PatternSetVersion]) -> Set<String> {
        func texts(_ sets: [PatternSetVersion]) -> [String: [[String]]] {
            Dictionary(grouping: sets, by: \.set).mapValues { $0.map { [$0.sha256, $0.language ?? ""] } }
        }
        let before = texts(old), now = texts(versions)
        var names = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for rule in rules {
                guard let tag = rule.parent?.tag, names.contains(setName(of: tag)), names.insert(rule.set).inserted else { continue }
                isGrowing = true
            }
        }
        return names
    }

    private mutating func add(_ source: SourceText, _ syntax: PatternFileSyntax?, known: inout [String: (file: String, line: Int)]) {
        guard let syntax else {
            var source = source
            expansions.append(LineExpansion([], &source))
            sources.append(source)
            return
        }
        var compiler = RuleCompiler(syntax, source: source, file: sources.count)
        var definitions: [TagDefinition] = []
        for tag in syntax.tags {
            // The same id may stand in sets of two languages: figures then speak of one tag.
            let key = tag.id + " " + (syntax.language ?? "")
            if let first = known[key] {
                compiler.source.add(
                    .error, at: tag.place, width: tag.id.unicodeScalars.count - syntax.set.unicodeScalars.count - 1, tag: tag.id,
                    "this id is taken: \(first.file):\(first.line)", suggestion: "give each tag an id of its own")
                continue
            }
            known[key] = (source.path, compiler.source.position(of: tag.place).line)
            guard let rule = compiler.compile(tag), syntax.isUsable else { continue }
            rules.append(rule)
            definitions.append(rule.definition)
        }
        addParents(to: &definitions)
        compiler.noteUnusedFragments()
        sources.append(compiler.source)
        expansions.append(compiler.expansion)
        guard syntax.isUsable else { return }
        versions.append(
            PatternSetVersion(
                set: syntax.set, kind: syntax.kind, language: syntax.language, sha256: source.sha256, file: source.path, tags: definitions))
    }

    /// Tags count for those that they are nested in; of these, one without lines of its own is defined by its id.
    private func addParents(to definitions: inout [TagDefinition]) {
        var known = Set(definitions.map(\.id))
        for definition in definitions {
            for id in parentTags(of: definition.id) where known.insert(id).inserted {
                let inner = definitions.filter { isTag($0.id, within: id) }
                definitions.append(
                    TagDefinition(id: id, kind: definition.kind, label: readable(id), isExperimental: inner.allSatisfy(\.isExperimental)))
            }
        }
    }

    /// Numbers the expressions, and notes which of them a tag waits for.
    private mutating func buildIndex() {
        var patterns: [CompiledPattern] = []
        var languages: [String?] = []
        ruleOfLine = []
        addressLines = []
        for rule in rules.indices {
            rules[rule].forEachLine { line in
                line = line.numbered(patterns.count)
                patterns.append(line.pattern)
            }
            languages += [String?](repeating: rules[rule].language, count: patterns.count - languages.count)
            ruleOfLine += [Int](repeating: -1, count: patterns.count - ruleOfLine.count)
            for line in rules[rule].triggers { ruleOfLine[line.number] = rule }
            if rules[rule].readsAddresses { addressLines += rules[rule].triggers.map(\.number) }
        }
        index = PatternIndex(patterns, languages: languages)
        shared = rules.map(SharedRule.init)
        unfilteredLines = index.unfiltered.filter { ruleOfLine[$0] >= 0 }
    }

    /// A parent's tag must be one of the library.
    private mutating func checkParents() {
        let ids = Set(rules.map(\.id))
        for index in rules.indices {
            guard let parent = rules[index].parent, let tag = parent.tag else { continue }
            if !ids.contains(where: { isTag($0, within: tag) }) {
                sources[rules[index].file].add(
                    .error, at: parent.tagPlace, width: tag.unicodeScalars.count, tag: rules[index].id, "there is no tag `\(tag)`",
                    suggestion: nearestName(to: tag, in: ids.sorted()).map { "did you mean `\($0)`?" }
                        ?? "a parent's tag is named with its set: set/id")
            }
        }
    }
}

/// Whether a tag is the named one or one nested in it: `theme/war/air-strikes` lies within `theme/war`.
func isTag(_ id: String, within name: String) -> Bool { id == name || id.hasPrefix(name + "/") }

/// `rhetoric/name-calling` → `rhetoric`.
package func setName(of tag: String) -> String { String(tag.prefix { $0 != "/" }) }

/// The tags that a tag is nested in: of `theme/war/air-strikes`, `theme/war`.
package func parentTags(of tag: String) -> [String] {
    // Nearly all are nested in their set alone; every tagging is asked.
    guard tag.utf8.count(where: { $0 == UInt8(ascii: "/") }) > 1 else { return [] }
    let levels = tag.split(separator: "/")
    guard levels.count > 2 else { return [] }
    return (2..<levels.count).map { levels.prefix($0).joined(separator: "/") }
}
