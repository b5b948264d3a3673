@testable import Storage
import GRDB
import Testing

@Suite struct SchemaTests {
    @Test func everythingIsDocumented() throws {
        let folder = try Folder()
        let store = try Store(path: folder.file())
        let schema = try store.schema()
        let objects = try store.read {
            try Row.fetchAll(
                $0, sql: "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'view', 'trigger') AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%' AND name NOT LIKE 'comment_search_%'")
        }
        #expect(objects.count >= 30)
        for object in objects {
            let (type, name, sql) = (object["type"] as String, object["name"] as String, object["sql"] as String)
            #expect(schema.contains(sql), "\(name)")
            let lines = sql.split(separator: "\n")
            #expect(lines.prefix(3).contains { $0.contains("-- ") }, "\(type) \(name) says what it is")
            guard type == "table", !sql.contains("VIRTUAL") else { continue }
            #expect(sql.hasSuffix("STRICT") || sql.hasSuffix("STRICT, WITHOUT ROWID"), "\(name)")
            // Numbers have a unit or a base; what is plain text may speak for itself.
            for line in lines where line.contains(" INTEGER") && !line.contains("REFERENCES") && !line.contains("PRIMARY KEY") {
                #expect(line.contains("-- ") || line.contains("CHECK"), "\(name): \(line)")
            }
        }
        #expect(!schema.contains("grdb_migrations"))
    }

    @Test func theFileIsMarked() throws {
        let folder = try Folder()
        let store = try Store(path: folder.file())
        let values = try store.read { database in
            try ["application_id", "user_version", "journal_mode", "foreign_keys"].map { try String.fetchOne(database, sql: "PRAGMA \($0)") }
        }
        #expect(values == ["1919577700", "\(migrations.count)", "wal", "1"])
        #expect(migrations.first?.name == "1-initial")
        #expect(Set(migrations.map(\.name)).count == migrations.count)
    }
}
