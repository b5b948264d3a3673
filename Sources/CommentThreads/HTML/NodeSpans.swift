/// Stretches of nodes to leave out. Few at a time, so a list serves.
struct NodeSpans: Sendable {
    private var spans: [Range<Int>] = []

    mutating func insert(_ span: Range<Int>) {
        if let last = spans.last, last.lowerBound <= span.lowerBound, span.upperBound <= last.upperBound { return }
        spans.append(span)
    }

    func contains(_ node: Int) -> Bool { spans.contains { $0.contains(node) } }
}
