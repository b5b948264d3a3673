internal import DiscourseModel
internal import Foundation
internal import GRDB

/// Rows of authors, looked up once a transaction.
struct AuthorRows {
    private var known: [String: Int] = [:]
    private var site = ""

    /// The row of an author on a site, made if it is not there; `nil` for nobody in particular.
    mutating func id(of author: Author?, site: String, in database: Database) throws -> Int? {
        guard let author, let shown = author.identity else { return nil }
        if site != self.site { (self.site, known) = (site, [:]) }
        // SQLite compares bytes, Swift what they mean: one form for both.
        let identity = shown.utf8.allSatisfy { $0 < 0x80 } ? shown : shown.precomposedStringWithCanonicalMapping
        if let id = known[identity] { return id }
        try database.cachedStatement(sql: "INSERT INTO authors (site, identity, name, profile, key) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .run(site, identity, author.name, author.profile, author.key)
        let id = try database.changesCount > 0 ? Int(database.lastInsertedRowID)
            : Int.fetchOne(database.cachedStatement(sql: "SELECT id FROM authors WHERE site = ? AND identity = ?"), arguments: [site, identity])
        known[identity] = id
        return id
    }
}
