package import DiscourseModel
internal import GRDB

/// What became of tagging everything stored anew.
package struct Retagging: Hashable, Sendable {
    /// The row in `retaggings`; `nil` where nothing was stored.
    package var id: Int?
    /// Captures that were tagged anew, and those that other patterns did not touch.
    package var captures = 0
    package var untouched = 0
    package var comments = 0
    /// Time spent in SQLite.
    package var reading: Duration = .zero
    package var writing: Duration = .zero
}

/// New taggings of a capture, and the notes on limits that were reached.
package struct RetaggedCapture: Sendable {
    package var taggings: [Tagging]
    package var notes: [Note]

    package init(taggings: [Tagging], notes: [Note]) {
        self.taggings = taggings
        self.notes = notes
    }
}

extension Store {
    /// Tags every capture anew that other pattern sets tagged than these, in one transaction: readers see the old tags or the new ones.
    ///
    /// - Parameters:
    ///   - only: the names of the sets that are wanted; what others found before stays. `nil`: what no set of these finds goes.
    ///   - all: also captures that were tagged by the same sets.
    ///   - stores: `false` only tells what would change.
    ///   - tag: tags a batch of captures, each result in its capture's place.
    ///   - each: told what changes in each capture that is tagged.
    package func retag(
        with sets: [PatternSetVersion], only: Set<String>? = nil, all: Bool = false, stores: Bool = true, tag: ([StoredCapture]) -> [RetaggedCapture],
        each: (StoredCapture, TagChanges) -> Void
    ) throws(StorageError) -> Retagging {
        func run(_ database: Database) throws -> Retagging {
            var result = Retagging()
            let clock = ContinuousClock()
            let reader = try CaptureReader(database)
            var known = KnownSets(database: database)
            var writer = stores ? try RetagWriter(database, sets: sets, only: only) : nil
            var batch: [StoredCapture] = []
            var waiting = 0

            func finishBatch() throws {
                for (capture, new) in zip(batch, tag(batch)) {
                    let taggings = new.taggings.filter { capture.isOwned[$0.comment] }
                    let changes = TagChanges(from: capture.taggings, to: taggings)
                    result.writing += try clock.measure { try writer?.write(capture, RetaggedCapture(taggings: taggings, notes: new.notes), changes) }
                    each(capture, changes)
                    result.captures += 1
                    result.comments += capture.discussion.comments.count
                }
                batch = []
                waiting = 0
            }
            for head in try CaptureHead.all(in: database) {
                let before = try head.sets.map { try known.versions($0) }
                guard all || before != setsAfter(before ?? [], running: sets, only: only) else {
                    result.untouched += 1
                    continue
                }
                result.reading += try clock.measure { batch.append(try reader.capture(head, sets: before ?? [])) }
                waiting += batch.last?.rows.count ?? 0
                if waiting >= Self.batchSize { try finishBatch() }
            }
            try finishBatch()
            result.id = writer?.id
            return result
        }
        return stores ? try write("while storing tags", run) : try read(run)
    }

    /// Comments that are tagged together.
    private static let batchSize = 4096
}

/// The sets that a capture bears when some of them have been run: those, and of its old ones those that were not to be run.
private func setsAfter(_ before: [PatternSetVersion], running sets: [PatternSetVersion], only: Set<String>?) -> [PatternSetVersion] {
    guard let only else { return sets }
    return (before.filter { !only.contains($0.set) } + sets).sorted { $0.file < $1.file }
}

/// Pattern sets by the rows of a run; runs share them.
private struct KnownSets {
    let database: Database
    private var one: [Int: PatternSetVersion?] = [:]
    private var lists: [[Int]: [PatternSetVersion]] = [:]

    init(database: Database) { self.database = database }

    mutating func versions(_ ids: [Int]) throws -> [PatternSetVersion] {
        if let list = lists[ids] { return list }
        var list: [PatternSetVersion] = []
        for id in ids {
            let version = try one[id] ?? patternSet(id, in: database)
            one[id] = .some(version)
            if let version { list.append(version) }
        }
        lists[ids] = list
        return list
    }
}

/// Writes the new taggings of captures within one transaction, and what they change.
struct RetagWriter {
    let sets: [PatternSetVersion]
    private let only: Set<String>?
    /// The row of this run; `nil` until a capture is written.
    private(set) var id: Int?
    private let database: Database
    private var tags: TagWriter
    private let together: Bool
    private var changes = 0
    /// Lists of replaced sets that are noted.
    private var noted: Set<[Int]> = []

    /// - Parameters:
    ///   - only: the names of the sets that are run, where others keep what they found.
    ///   - together: as in `RowInsertion`.
    init(_ database: Database, sets: [PatternSetVersion], only: Set<String>? = nil, together: Bool = true) throws {
        self.database = database
        self.sets = sets
        self.only = only
        self.together = together
        tags = try TagWriter(database)
    }

    mutating func write(_ capture: StoredCapture, _ new: RetaggedCapture, _ difference: TagChanges) throws {
        let run = try run()
        let sets = setsAfter(capture.sets, running: self.sets, only: only)
        try database.cachedStatement(sql: "UPDATE retaggings SET captures = captures + 1, comments = comments + ? WHERE id = ?")
            .run(capture.rows.count, run)
        try noteSets(try tags.sets(ofCapture: capture.id) ?? [], after: sets, run)
        try note(difference, capture, run)
        if new.taggings == capture.taggings {
            try tags.write(sets: sets, capture: capture.id)
        } else {
            let rows = CommentRows(all: capture.rows, isOwned: capture.isOwned)
            try database.cachedStatement(sql: "DELETE FROM tag_runs WHERE capture_id = ?").run(capture.id)
            try tags.write(new.taggings, sets: sets, capture: capture.id, ids: rows, together: together)
        }
        if capture.hasLimits || !new.notes.isEmpty { try write(new.notes, capture, replacing: only == nil) }
    }

    private mutating func run() throws -> Int {
        if let id { return id }
        try database.cachedStatement(
            sql: "INSERT INTO retaggings (made, captures, comments) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 0, 0)").run()
        let new = Int(database.lastInsertedRowID)
        id = new
        return new
    }

    private mutating func noteSets(_ before: [Int], after sets: [PatternSetVersion], _ run: Int) throws {
        guard noted.insert(before).inserted else { return }
        let after = Set(try tags.ids(of: sets))
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO retagging_sets (retagging_id, pattern_set_id, change) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET change = excluded.change WHERE excluded.change = 'kept'
                """)
        for set in after.union(before).sorted() {
            try insert.run(run, set, !after.contains(set) ? "removed" : before.contains(set) ? "kept" : "added")
        }
    }

    private mutating func note(_ difference: TagChanges, _ capture: StoredCapture, _ run: Int) throws {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO tag_changes (retagging_id, position, change, comment_id, tag, start, end, code_point_start, code_point_end, voice)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (change, taggings) in [("lost", difference.lost), ("gained", difference.gained)] {
            for value in taggings {
                let span = value.span
                try insert.run(
                    run, changes, change, capture.rows[value.comment], value.tag, span.start, span.end, span.codePointStart, span.codePointEnd,
                    value.voice.rawValue)
                changes += 1
            }
        }
    }

    /// The notes on tags are the last of a capture. Notes do not name their set: where other sets keep what they found, theirs stay.
    private func write(_ notes: [Note], _ capture: StoredCapture, replacing: Bool) throws {
        let known: Set<String>
        if replacing {
            known = []
            try database.cachedStatement(sql: "DELETE FROM notes WHERE capture_id = ? AND stage = 'tags'").run(capture.id)
        } else {
            known = Set(
                try String.fetchAll(
                    database.cachedStatement(sql: "SELECT message FROM notes WHERE capture_id = ? AND stage = 'tags'"), arguments: [capture.id]))
        }
        let next = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT max(position) + 1 FROM notes WHERE capture_id = ?"), arguments: [capture.id]) ?? 0
        let insert = try database.cachedStatement(
            sql: "INSERT INTO notes (capture_id, position, stage, severity, message, comment_id) VALUES (?, ?, ?, ?, ?, ?)")
        for (offset, note) in notes.filter({ !known.contains($0.message) }).enumerated() {
            try insert.run(
                capture.id, next + offset, note.stage.rawValue, note.severity.rawValue, note.message, note.comment.map { capture.rows[$0] })
        }
    }
}
