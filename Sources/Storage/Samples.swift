package import DiscourseModel
internal import GRDB

extension Store {
    /// Stores a sample with the pattern sets that tag the comments now; returns its number.
    package func add(_ sample: CodingSample) throws(StorageError) -> Int {
        try write("while storing a sample") { database in
            try database.cachedStatement(
                sql: "INSERT INTO samples (made, purpose, seed, frame, left_out) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?)"
            ).run(sample.purpose.rawValue, String(sample.seed), sample.frame, sample.leftOut)
            let id = Int(database.lastInsertedRowID)
            try database.cachedStatement(
                sql: "INSERT INTO sample_sets (sample_id, pattern_set_id) SELECT DISTINCT ?, pattern_set_id FROM tag_run_sets"
            ).run(id)
            let stratum = try database.cachedStatement(sql: "INSERT INTO sample_strata (sample_id, tag, is_tagged, size, drawn) VALUES (?, ?, ?, ?, ?)")
            for value in sample.strata { try stratum.run(id, value.tag, value.isTagged, value.size, value.drawn) }
            let item = try database.cachedStatement(
                sql: "INSERT INTO sample_items (sample_id, number, comment_id, tag, is_tagged) VALUES (?, ?, ?, ?, ?)")
            for value in sample.items { try item.run(id, value.number, value.comment, value.tag, value.isTagged) }
            return id
        }
    }

    /// A stored sample; `nil` where there is none of the number. Comments that were deleted since are not among its items.
    package func sample(_ id: Int) throws(StorageError) -> CodingSample? {
        try read { database in
            guard
                let row = try Row.fetchOne(database, sql: "SELECT purpose, seed, frame, left_out FROM samples WHERE id = ?", arguments: [id]),
                let purpose = CodingSample.Purpose(rawValue: row.text(0))
            else { return nil }
            let strata = try Row.fetchAll(
                database, sql: "SELECT tag, is_tagged, size, drawn FROM sample_strata WHERE sample_id = ? ORDER BY tag, is_tagged", arguments: [id])
            let items = try Row.fetchAll(
                database, sql: "SELECT number, comment_id, tag, is_tagged FROM sample_items WHERE sample_id = ? ORDER BY number", arguments: [id])
            return CodingSample(
                purpose: purpose, seed: UInt64(row.text(1)) ?? 0, frame: row.int(2), leftOut: row.int(3),
                strata: strata.map { .init(tag: $0.text(0), isTagged: $0.isTrue(1), size: $0.int(2), drawn: $0.int(3)) },
                items: items.map { .init(number: $0.int(0), comment: $0.int(1), tag: $0.text(2), isTagged: $0.isTrue(3)) })
        }
    }

    /// The numbers of all samples, in order.
    package func sampleNumbers() throws(StorageError) -> [Int] {
        try read { try Int.fetchAll($0, sql: "SELECT id FROM samples ORDER BY id") }
    }

    /// Rows of the comments that are in samples of a purpose.
    package func sampledComments(_ purpose: CodingSample.Purpose) throws(StorageError) -> Set<Int> {
        try read {
            Set(
                try Int.fetchAll(
                    $0, sql: "SELECT DISTINCT comment_id FROM sample_items JOIN samples ON samples.id = sample_id WHERE purpose = ?",
                    arguments: [purpose.rawValue]))
        }
    }

    /// Hands over the captures in which these comments were last seen.
    package func eachCapture(having comments: Set<Int>, _ body: (StoredCapture) -> Void) throws(StorageError) {
        try read { database in
            let find = try database.cachedStatement(sql: "SELECT last_capture_id FROM comments WHERE id = ?")
            var captures: Set<Int> = []
            for comment in comments.sorted() { captures.formUnion(try Int.fetchAll(find, arguments: [comment])) }
            let reader = try CaptureReader(database)
            for head in try CaptureHead.all(in: database) where captures.contains(head.id) { body(try reader.capture(head, sets: [])) }
        }
    }
}
