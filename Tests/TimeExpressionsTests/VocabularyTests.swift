import Foundation
import Testing

@testable import TimeExpressions

@Suite struct VocabularyTests {
    @Test func theListNamesEveryFile() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/TimeExpressions/Vocabularies").standardizedFileURL
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).filter { $0.hasSuffix(".swift") }
        #expect(files.count == Vocabulary.all.count)
        #expect(Set(Vocabulary.all.map(\.language)).count == Vocabulary.all.count)
        #expect(Vocabulary.all.count <= 64)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            #expect(Vocabulary.all.contains { text.contains("language: \"\($0.language)\"") }, "\(file) is not in the list")
        }
    }

    @Test(arguments: Vocabulary.all.map(\.language))
    func tablesAreComplete(_ language: String) throws {
        let vocabulary = try #require(Vocabulary.all.first { $0.language == language })
        #expect(vocabulary.months.count == 12)
        #expect(vocabulary.weekdays.count == 7 && vocabulary.weekdays.allSatisfy { !$0.isEmpty })
        #expect(vocabulary.units.count == 7 && vocabulary.units.allSatisfy { !$0.isEmpty })
        #expect(vocabulary.compactUnits.count == 7)
        #expect(!(vocabulary.agoBefore + vocabulary.agoAfter).isEmpty)
        #expect(!vocabulary.today.isEmpty && !vocabulary.yesterday.isEmpty && !vocabulary.now.isEmpty)
    }

    @Test(arguments: Vocabulary.all.map(\.language))
    func everyMonthNameMakesADate(_ language: String) throws {
        let vocabulary = try #require(Vocabulary.all.first { $0.language == language })
        for (index, words) in vocabulary.months.enumerated() {
            for word in words.split(separator: " ") {
                let name = word.filter { $0 != "?" }.replacing("_", with: " ")
                let stamp = "2013-\(index < 9 ? "0" : "")\(index + 1)-08"
                #expect(reading("8 \(name) 2013", language: language)?.hasPrefix(stamp) == true, "\(language): \(name)")
                #expect(reading("8 \(name.uppercased()) 2013", language: language)?.hasPrefix(stamp) == true, "\(language): \(name)")
            }
        }
    }
}
