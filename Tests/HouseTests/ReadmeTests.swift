import Foundation
import Testing

/// What the README says is so.
@Suite struct ReadmeTests {
    static let text = try? String(contentsOf: FloorPlanTests.top.appending(path: "README.md"), encoding: .utf8)

    @Test func everyLinkLeadsToAFile() throws {
        let text = try #require(Self.text)
        var found = 0
        for part in text.components(separatedBy: "](").dropFirst() {
            let target = String(part.prefix { $0 != ")" })
            guard !target.hasPrefix("http"), !target.hasPrefix("#") else { continue }
            found += 1
            #expect(FileManager.default.fileExists(atPath: FloorPlanTests.top.appending(path: target).path), "README links to \(target)")
        }
        #expect(found >= 5)
    }

    @Test func everyRoomIsInTheTable() throws {
        let text = try #require(Self.text)
        for room in try FloorPlanTests.rooms() { #expect(text.contains("`\(room.name)`"), "\(room.name) is not in the README's floor plan") }
    }

    /// The places that the recipes name, and the lists that they tell the reader to add to.
    @Test func theRecipesNameWhatIsThere() throws {
        let text = try #require(Self.text)
        for (path, list) in [
            ("Sources/CommentThreads/Platforms/", "Platforms.swift"), ("Sources/Reporting/Sections/", nil), ("Reports/Templates/", "report.mustache"),
            ("Patterns/themes/", nil), ("Patterns/rhetoric/", nil),
        ] as [(String, String?)] {
            #expect(text.contains(path))
            #expect(FileManager.default.fileExists(atPath: FloorPlanTests.top.appending(path: path + (list ?? "")).path), "\(path)\(list ?? "")")
        }
        let platforms = try String(contentsOf: FloorPlanTests.top.appending(path: "Sources/CommentThreads/Platforms/Platforms.swift"), encoding: .utf8)
        #expect(platforms.contains("static let all: [Platform]"))
        let sections = try String(contentsOf: FloorPlanTests.top.appending(path: "Sources/Reporting/ReportSection.swift"), encoding: .utf8)
        #expect(sections.contains("static let all: [ReportSection]"))
    }

    /// The command lines of the README are the program's commands.
    @Test func everyCommandIsInTheReadme() throws {
        let text = try #require(Self.text)
        let list = try String(contentsOf: FloorPlanTests.top.appending(path: "Sources/rejoinder/Rejoinder.swift"), encoding: .utf8)
        let start = try #require(list.range(of: "subcommands: [")), end = try #require(list[start.upperBound...].range(of: "]"))
        let names = list[start.upperBound..<end.lowerBound].components(separatedBy: ".self").map { $0.trimmingCharacters(in: .init(charactersIn: ", \n")) }
            .filter { !$0.isEmpty }
        #expect(names.count > 20)
        for name in names {
            let command = ["Initialize": "init", "DatabaseCommand": "db schema"][name] ?? name.lowercased()
            #expect(text.contains("rejoinder \(command)") || text.contains(" · \(command)"), "\(command) is not in the README")
        }
    }
}
