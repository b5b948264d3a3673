package import DiscourseModel
internal import GRDB

/// A stored run of tagging anew.
package struct RetaggingSummary: Hashable, Sendable {
    package var id: Int
    /// ISO 8601, UTC.
    package var made: String
    package var captures: Int
    package var comments: Int
    /// Matches; those of comments that were edited since are not counted.
    package var gained: Int
    package var lost: Int
    /// The sets before are those kept and removed, those after are kept and added.
    package var kept: [PatternSetVersion]
    package var added: [PatternSetVersion]
    package var removed: [PatternSetVersion]
}

extension Store {
    /// All runs, the oldest first.
    package func retaggings() throws(StorageError) -> [RetaggingSummary] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, made, captures, comments,
                      (SELECT count(*) FROM tag_changes WHERE retagging_id = retaggings.id AND change = 'gained'),
                      (SELECT count(*) FROM tag_changes WHERE retagging_id = retaggings.id AND change = 'lost')
                    FROM retaggings ORDER BY id
                    """)
            return try rows.map { row in
                func sets(_ change: String) throws -> [PatternSetVersion] {
                    try Int.fetchAll(
                        database.cachedStatement(
                            sql: """
                                SELECT pattern_set_id FROM retagging_sets JOIN pattern_sets ON pattern_sets.id = pattern_set_id
                                WHERE retagging_id = ? AND change = ? ORDER BY file, pattern_set_id
                                """), arguments: [row.int(0), change]
                    ).compactMap { try patternSet($0, in: database) }
                }
                return RetaggingSummary(
                    id: row.int(0), made: row.text(1), captures: row.int(2), comments: row.int(3), gained: row.int(4), lost: row.int(5),
                    kept: try sets("kept"), added: try sets("added"), removed: try sets("removed"))
            }
        }
    }

    /// What the tags as they are now have that those after a run had not, and the other way round, by capture.
    ///
    /// Which line of a tag had matched is not kept. `false` where there is no such run.
    package func changes(sinceRetagging run: Int, each: (StoredCapture, TagChanges) -> Void) throws(StorageError) -> Bool {
        try read { database in
            guard try Int.fetchOne(database, sql: "SELECT 1 FROM retaggings WHERE id = ?", arguments: [run]) != nil else { return false }
            // Of several changes to one match, the first tells whether it was there, the last whether it is.
            let rows = try Row.fetchAll(
                database,
                sql: """
                    WITH later AS (
                      SELECT *,
                        first_value(change) OVER (PARTITION BY comment_id, tag, start, end, voice ORDER BY retagging_id) AS first,
                        row_number() OVER (PARTITION BY comment_id, tag, start, end, voice ORDER BY retagging_id DESC) AS rank
                      FROM tag_changes WHERE retagging_id > ?)
                    SELECT last_capture_id, comments.position, change, tag, start, end, code_point_start, code_point_end, voice
                    FROM later JOIN comments ON comments.id = later.comment_id
                    WHERE rank = 1 AND first = change ORDER BY last_capture_id, comments.position, start, end, tag
                    """, arguments: [run])
            let reader = try CaptureReader(database)
            let heads = Dictionary(uniqueKeysWithValues: try CaptureHead.all(in: database).map { ($0.id, $0) })
            var at = 0
            while at < rows.count {
                let capture = rows[at].int(0)
                var changes = TagChanges(from: [], to: [])
                while at < rows.count, rows[at].int(0) == capture {
                    let row = rows[at]
                    let tagging = Tagging(
                        comment: row.int(1), tag: row.text(3), line: "", span: row.span(4), voice: Tagging.Voice(rawValue: row.text(8)) ?? .own)
                    if row.text(2) == "gained" { changes.gained.append(tagging) } else { changes.lost.append(tagging) }
                    at += 1
                }
                if let head = heads[capture] { each(try reader.capture(head, sets: []), changes) }
            }
            return true
        }
    }
}
