import DiscourseModel

/// One comment of a text: which lines are its header and which its words.
struct TextRecord {
    /// The line that made it a record.
    var anchor: Int
    /// All its lines, header and furniture included.
    var lines: Range<Int>
    /// Lines that may hold its words.
    var body: Range<Int>
    /// Bytes of the document.
    var name: Range<Int>?
    var target: String?
    /// Column of its outermost line.
    var indent = 0
    /// The record, among those of the page, that it answers by what the page calls it.
    var answers: Int?
}
