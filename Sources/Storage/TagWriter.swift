internal import DiscourseModel
internal import GRDB

/// Taggings and the pattern sets that made them.
struct TagWriter {
    let database: Database
    private let rows: RowInsertion
    private var known: [PatternSetVersion: Int] = [:]
    /// The sets that were asked for last, their rows, and their list once it was asked for: those of a run tag page after page.
    private var last: (sets: [PatternSetVersion], ids: [Int], list: Int?) = ([], [], nil)

    init(_ database: Database) throws {
        self.database = database
        rows = try RowInsertion(
            database, into: "tags",
            ["run_id", "position", "comment_id", "tag", "line", "start", "end", "code_point_start", "code_point_end", "voice", "groups"])
    }

    /// The pattern sets that tagged a capture, by their rows, in their order; `nil` if none ever did.
    func sets(ofCapture capture: Int) throws -> [Int]? {
        guard let run = try Int.fetchOne(database.cachedStatement(sql: "SELECT id FROM tag_runs WHERE capture_id = ?"), arguments: [capture]) else {
            return nil
        }
        return try Int.fetchAll(
            database.cachedStatement(sql: "SELECT pattern_set_id FROM tag_run_sets WHERE run_id = ? ORDER BY position"), arguments: [run])
    }

    mutating func ids(of sets: [PatternSetVersion]) throws -> [Int] {
        if last.sets != sets { last = (sets, try sets.map { try id(of: $0) }, nil) }
        return last.ids
    }

    /// The list of some sets, made if it is not there; `nil` for none.
    private mutating func list(of sets: [PatternSetVersion]) throws -> Int? {
        let ids = try ids(of: sets)
        if let list = last.list { return list }
        guard !ids.isEmpty else { return nil }
        let known = try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT id FROM (SELECT id, pattern_set_id FROM set_lists ORDER BY id, position)
                    GROUP BY id HAVING group_concat(pattern_set_id) = ?
                    """), arguments: [ids.map(String.init).joined(separator: ",")])
        let list = try known ?? 1 + (Int.fetchOne(database.cachedStatement(sql: "SELECT max(id) FROM set_lists")) ?? 0)
        if known == nil {
            let insert = try database.cachedStatement(sql: "INSERT INTO set_lists (id, position, pattern_set_id) VALUES (?, ?, ?)")
            for (position, id) in ids.enumerated() { try insert.run(list, position, id) }
        }
        last.list = list
        return list
    }

    /// Writes the run of a capture that has none. Comments that a later capture shows keep that one's tags.
    mutating func write(_ taggings: [Tagging], sets: [PatternSetVersion], capture: Int, ids: CommentRows, together: Bool) throws {
        let run = try write(sets: sets, capture: capture)
        let positions = taggings.indices.filter { ids.isOwned[taggings[$0].comment] }
        try rows.insert(positions.count, together: together) { statement, rank, parameter in
            let value = taggings[positions[rank]]
            let span = value.span
            try statement.bind(
                run, positions[rank], ids.all[value.comment], value.tag, value.line, span.start, span.end, span.codePointStart,
                span.codePointEnd, value.voice.rawValue, jsonTextOrNil(value.groups), from: parameter)
        }
    }

    /// Says which sets tagged a capture, whatever taggings it has; returns its run, made if it is not there.
    @discardableResult
    mutating func write(sets: [PatternSetVersion], capture: Int) throws -> Int {
        let list = try self.list(of: sets)
        try database.cachedStatement(
            sql: "INSERT INTO tag_runs (capture_id, set_list) VALUES (?, ?) ON CONFLICT (capture_id) DO UPDATE SET set_list = excluded.set_list"
        ).run(capture, list)
        return try Int.fetchOne(database.cachedStatement(sql: "SELECT id FROM tag_runs WHERE capture_id = ?"), arguments: [capture]) ?? 0
    }

    /// The row of a pattern set as it was when it tagged, made if it is not there.
    private mutating func id(of set: PatternSetVersion) throws -> Int {
        if let id = known[set] { return id }
        let candidates = try Int.fetchAll(
            database.cachedStatement(sql: "SELECT id FROM pattern_sets WHERE sha256 = ? ORDER BY id"), arguments: [set.sha256])
        for id in candidates where try patternSet(id, in: database) == set {
            known[set] = id
            return id
        }
        try database.cachedStatement(sql: "INSERT INTO pattern_sets (name, kind, language, sha256, file) VALUES (?, ?, ?, ?, ?)")
            .run(set.set, set.kind.rawValue, set.language, set.sha256, set.file)
        let id = Int(database.lastInsertedRowID)
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO tag_definitions (pattern_set_id, position, tag, kind, label, about, source, is_experimental)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (position, tag) in set.tags.enumerated() {
            try insert.run(id, position, tag.id, tag.kind.rawValue, tag.label, tag.about, tag.source, tag.isExperimental)
        }
        known[set] = id
        return id
    }
}

/// A stored pattern set with its tags.
func patternSet(_ id: Int, in database: Database) throws -> PatternSetVersion? {
    guard
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT name, kind, language, sha256, file FROM pattern_sets WHERE id = ?"), arguments: [id]),
        let kind = TagDefinition.Kind(rawValue: row.text(1))
    else { return nil }
    let tags = try Row.fetchAll(
        database.cachedStatement(
            sql: "SELECT tag, kind, label, about, source, is_experimental FROM tag_definitions WHERE pattern_set_id = ? ORDER BY position"),
        arguments: [id]
    ).map {
        TagDefinition(
            id: $0.text(0), kind: TagDefinition.Kind(rawValue: $0.text(1)) ?? kind, label: $0.text(2), about: $0.optionalText(3),
            source: $0.optionalText(4), isExperimental: $0.isTrue(5))
    }
    return PatternSetVersion(set: row.text(0), kind: kind, language: row.optionalText(2), sha256: row.text(3), file: row.text(4), tags: tags)
}
