import DiscourseModel
import Foundation
import GRDB
@testable import Storage
import Testing

@Suite struct OpeningTests {
    let folder: Folder
    init() throws { folder = try Folder() }

    private func refusal(_ path: String, mode: Store.Mode = .readWriteCreate, patience: Double = 0.2) -> StorageError? {
        do throws(StorageError) {
            _ = try Store(path: path, mode: mode, patience: patience)
            return nil
        } catch { return error }
    }

    @Test func aTextIsNoDatabase() throws {
        let path = folder.file("notes.txt")
        let text = Data(String(repeating: "just words\n", count: 200).utf8)
        try text.write(to: URL(fileURLWithPath: path))
        let error = try #require(refusal(path))
        #expect(error.kind == .notADatabase)
        #expect(error.message == "\(path) is not a rejoinder database")
        #expect(!error.advice.isEmpty)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    }

    @Test func anotherProgramsDatabaseIsLeftAlone() throws {
        let path = folder.file()
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE mine (a)") }
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(refusal(path)?.message == "\(path) is not a rejoinder database (it is another program's SQLite file)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func aNewerDatabaseIsRefused() throws {
        let path = folder.file()
        _ = try Store(path: path)
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        let error = try #require(refusal(path))
        #expect(error.kind == .newer)
        #expect(error.message == "\(path) was made by a newer rejoinder (schema 99 > \(migrations.count))")
    }

    @Test func missingFilesAndFolders() throws {
        #expect(refusal(folder.file("none.sqlite"), mode: .readOnly)?.kind == .missing)
        #expect(refusal(folder.path + "/none/x.sqlite")?.message == "There is no folder \(folder.path)/none for the database \(folder.path)/none/x.sqlite")
        #expect(refusal(folder.path)?.message == "\(folder.path) is a folder, not a database")
        #expect(!FileManager.default.fileExists(atPath: folder.file("none.sqlite")))
    }

    @Test(.enabled(if: getuid() != 0, "root may write everything")) func readOnlyFilesAndFolders() throws {
        let path = folder.file()
        _ = try Store(path: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        #expect(refusal(path)?.kind == .readOnly)
        try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: path)
        #expect(refusal(path)?.kind == .unreadable)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        #expect(refusal(folder.file("new.sqlite"))?.kind == .readOnly)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    }

    @Test func aDamagedDatabaseIsSaidToBeDamaged() throws {
        let path = folder.file()
        do {
            let store = try Store(path: path)
            _ = try store.store((1...30).map { generatedPage(seed: $0) })
            try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        }
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.prefix(whole.count / 4).write(to: URL(fileURLWithPath: path))
        let kind: StorageError.Kind?
        do throws(StorageError) {
            let store = try Store(path: path, mode: .readOnly)
            for article in 1...30 { _ = try store.load(article: article) }
            kind = nil
        } catch { kind = error.kind }
        #expect(kind == .damaged)
    }

    @Test func aLockIsWaitedForAndThenNamed() throws {
        let path = folder.file()
        let writer = try Store(path: path)
        let other = try Store(path: path, patience: 0.2)
        try writer.write("") { _ in
            let start = ContinuousClock.now
            do throws(StorageError) {
                _ = try other.store([page("s1", [])])
                Issue.record("stored in spite of the lock")
            } catch {
                #expect(error.kind == .locked)
                #expect(error.message.hasPrefix("\(path) is locked while storing a page: another process"))
                #expect(error.message.hasSuffix("did not finish within 0.2 seconds"))
            }
            #expect(ContinuousClock.now - start > .milliseconds(150))
        }
        #expect(try other.store([page("s1", [])]).count == 1)
    }

    @Test func aFullDiskLeavesWholePagesOnly() throws {
        let path = folder.file()
        do {
            let store = try Store(path: path, pageLimit: 130)
            _ = try store.store([page("s1", [("ann", "kept")])])
            let text = String(repeating: "many words ", count: 20)
            do throws(StorageError) {
                _ = try store.store([page("s2", url: "https://news.test/2", (0..<9_000).map { ("author \($0)", text) })])
                Issue.record("stored more than the disk has")
            } catch {
                #expect(error.kind == .full)
                #expect(error.message == "The disk is full: \(path) could not be written while storing a page")
            }
        }
        let store = try Store(path: path)
        #expect(try store.articles().map(\.comments) == [1])
        #expect(try store.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    }

    @Test func aReaderSeesNoHalfRetagging() throws {
        let path = folder.file()
        let store = try Store(path: path)
        _ = try store.store([page("s1", [("ann", "a"), ("bob", "b")], tags: [0])])
        let reader = try Store(path: path, mode: .readOnly)
        try store.write("") { database in
            var writer = try PageWriter(database)
            _ = try writer.write(page("s1", [("ann", "a"), ("bob", "b")], tags: [0, 1], patterns: "p2"))
            let seen = try reader.load(article: 1)
            #expect(seen.taggings.count == 1)
            #expect(seen.patternSets.map(\.sha256) == ["p1"])
        }
        #expect(try reader.load(article: 1).taggings.count == 2)
    }

    @Test func anUnknownArticleIsNamed() throws {
        let store = try Store(path: folder.file())
        #expect(throws: StorageError.self) { try store.load(article: 12) }
    }
}
