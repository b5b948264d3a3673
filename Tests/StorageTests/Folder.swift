import Foundation

/// A temporary folder that is gone when the test is.
final class Folder {
    let path: String
    init() throws {
        path = NSTemporaryDirectory() + "rejoinder-storage-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    func file(_ name: String = "test.sqlite") -> String { path + "/" + name }
}
