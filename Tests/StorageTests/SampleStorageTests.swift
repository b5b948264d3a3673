@testable import Storage
import DiscourseModel
import Testing

import struct DiscourseModel.Comment

@Suite struct SampleStorageTests {
    @Test func aSampleIsGivenBack() throws {
        let folder = try Folder()
        let store = try Store(path: folder.file())
        let page = AnalyzedPage(
            page: Page(id: "p", source: "p", media: .html, byteCount: 1), article: Article(),
            discussion: Discussion(comments: (0..<4).map { Comment(id: Comment.id(at: $0), text: "text \($0)") }, replies: [nil, nil, nil, nil]),
            patternSets: [PatternSetVersion(set: "a", kind: .theme, language: nil, sha256: "1", file: "a.toml", tags: [])])
        _ = try store.store([page])
        let sample = CodingSample(
            purpose: .test, seed: .max, frame: 4, leftOut: 1, strata: [.init(tag: "a/x", isTagged: false, size: 3, drawn: 2), .init(tag: "a/x", isTagged: true, size: 1, drawn: 1)],
            items: [.init(number: 1, comment: 2, tag: "a/x", isTagged: false), .init(number: 2, comment: 4, tag: "a/x", isTagged: true)])
        #expect(try store.add(sample) == 1)
        #expect(try store.sample(1) == sample)
        #expect(try store.sample(2) == nil && store.sampleNumbers() == [1])
        #expect(try store.sampledComments(.test) == [2, 4] && store.sampledComments(.tuning).isEmpty)
        var seen = 0
        try store.eachCapture(having: [2]) { capture in
            seen += 1
            #expect(capture.rows == [1, 2, 3, 4])
        }
        try store.eachCapture(having: []) { _ in seen += 1 }
        #expect(seen == 1)
    }
}
