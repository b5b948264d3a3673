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
}
