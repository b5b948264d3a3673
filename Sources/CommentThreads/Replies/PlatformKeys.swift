internal import DiscourseModel

/// The comments of a page by their platform ids.
struct PlatformKeys {
    private var comments: [String: [Int]] = [:]

    init(of discussion: [Comment]) {
        for (index, comment) in discussion.enumerated() {
            if let key = comment.platformKey { comments[key, default: []].append(index) }
        }
    }

    /// The comment with an id; where several carry it, the nearest before the one that refers to it, else the first.
    func comment(_ key: String, before comment: Int) -> Int? {
        guard let all = comments[key] else { return nil }
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle] < comment { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? all[low - 1] : all[0]
    }

    /// Ids that more than one comment carries, in order.
    var duplicates: [String] { comments.filter { $0.value.count > 1 }.keys.sorted() }
}
