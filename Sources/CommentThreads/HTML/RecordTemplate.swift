internal import DiscourseModel
internal import Markup

/// What the records of one list have in common: their words, their authors and their times stand in elements of one kind each.
/// A record whose own words say little (a "No." beside a long profile) is read as the others are.
struct RecordTemplate {
    /// Kinds of elements, by `RecordReader.kind`.
    var body: UInt64?
    var author: UInt64?
    var time: UInt64?

    /// Records that are looked at; they stand evenly over the list.
    static let sample = 24
}

extension RecordReader {
    /// Takes the template from what most of a list's records show when each is read by itself.
    mutating func learn(from members: [Int]) {
        guard members.count >= 3 else { return }
        var bodies: [UInt64: Int] = [:], authors = bodies, times = bodies
        var count = 0
        for member in stride(from: 0, to: members.count, by: max(1, members.count / RecordTemplate.sample)).map({ members[$0] }) {
            var draft = ReadRecord(node: member)
            let parts = parts(of: member, into: &draft)
            count += 1
            if let body = parts.body { bodies[kind(body), default: 0] += 1 }
            if let author = parts.author { authors[kind(author), default: 0] += 1 }
            if let time = parts.time { times[kind(time), default: 0] += 1 }
        }
        func most(_ votes: [UInt64: Int]) -> UInt64? { votes.first { $0.value * 2 > count }?.key }
        template = RecordTemplate(body: most(bodies), author: most(authors), time: most(times))
    }

    /// What tells an element's job: its shape, and its parent's where it has no name of its own. A text is of its element's kind.
    func kind(_ node: Int) -> UInt64 {
        let element = document.isText(node) ? document.parent(node) ?? node : node
        let shape = document.shape(element)
        guard document.attributeBytes(element, .class) == nil, let parent = document.parent(element) else { return shape }
        return shape &* 31 &+ document.shape(parent)
    }

    /// The record's element of the kind that holds the words of most; `nil` where it has none, or several side by side.
    func usualBody(_ own: [Int]) -> Int? {
        guard let usual = template.body else { return nil }
        var found: Int?
        for node in own where document.isElement(node) && kind(node) == usual {
            if let found, document.contains(found, node) { continue }
            guard found == nil else { return nil }
            found = node
        }
        return found
    }
}
