import Foundation
import Testing

/// The house is built as `Package.swift` draws it.
@Suite struct FloorPlanTests {
    static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A line of the rooms table.
    struct Room {
        var floor: Int
        var name: String
        var imports: Set<String>
    }

    static func rooms() throws -> [Room] {
        let plan = try String(contentsOf: top.appending(path: "Package.swift"), encoding: .utf8)
        let stagesLine = try #require(plan.split(separator: "\n").first { $0.hasPrefix("let stages = ") })
        let stages = names(stagesLine)
        return plan.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("    Room("), let floor = line.dropFirst(9).first?.wholeNumberValue else { return nil }
            let quoted = names(line)
            guard let name = quoted.first else { return nil }
            var imports = Set(quoted.dropFirst())
            if line.contains("+ stages") { imports.formUnion(stages) }
            for (variable, module) in [("grdb", "GRDB"), ("sqlite", "GRDBSQLite"), ("mustache", "Mustache"), ("tomlKit", "TOMLKit")] where line.contains(variable) {
                imports.insert(module)
            }
            return Room(floor: floor, name: name, imports: imports)
        }
    }

    static func names(_ line: Substring) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    static func swiftFiles(in folder: String) -> [URL] {
        let walk = FileManager.default.enumerator(at: top.appending(path: folder), includingPropertiesForKeys: nil)
        return (walk?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
    }

    /// The modules of the standard distribution that any room may use.
    static let free: Set<String> = ["Foundation", "Dispatch", "Synchronization", "Glibc"]

    @Test func everyFileImportsOnlyWhatItsRoomMay() throws {
        let rooms = try Self.rooms()
        #expect(rooms.count >= 15)
        for room in rooms {
            let files = Self.swiftFiles(in: "Sources/\(room.name)")
            #expect(!files.isEmpty, "room \(room.name) is empty")
            for file in files {
                let source = try String(contentsOf: file, encoding: .utf8)
                for line in source.split(separator: "\n") {
                    let words = line.split(separator: " ")
                    guard let at = words.firstIndex(of: "import"), at <= 1, at == 0 || ["internal", "package", "public"].contains(words[0]) else { continue }
                    let module = String(words[words.count - 1].split(separator: ".")[0])
                    #expect(
                        room.imports.contains(module) || Self.free.contains(module),
                        "\(room.name)/\(file.lastPathComponent) imports \(module), which does not stand on its line")
                }
            }
        }
    }

    @Test func roomsStandOnLowerFloors() throws {
        let rooms = try Self.rooms()
        let floors = Dictionary(uniqueKeysWithValues: rooms.map { ($0.name, $0.floor) })
        for room in rooms {
            for name in room.imports {
                if let floor = floors[name] { #expect(floor < room.floor, "\(room.name) on floor \(room.floor) imports \(name) on floor \(floor)") }
            }
        }
    }

    @Test func everyFolderOfSourcesIsOnThePlan() throws {
        let plan = try String(contentsOf: Self.top.appending(path: "Package.swift"), encoding: .utf8)
        for folder in try FileManager.default.contentsOfDirectory(atPath: Self.top.appending(path: "Sources").path) {
            #expect(plan.contains("\"\(folder)\"") || plan.contains("Sources/\(folder)\""), "Sources/\(folder) is not in Package.swift")
        }
    }

    @Test func filesStayReadable() throws {
        for file in Self.swiftFiles(in: "Sources") {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 401, "\(file.lastPathComponent) has \(lines) lines")
        }
    }

    /// Only what belongs at the top stands there.
    @Test func theTopLevelIsTidy() throws {
        let known: Set<String> = ["Package.swift", "Package.resolved", "README.md", "Sources", "Tests", "Patterns", "Reports"]
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.top.path) where !name.hasPrefix(".") && !name.contains(".sqlite") {
            #expect(known.contains(name), "\(name) stands at the top level")
        }
    }
}
