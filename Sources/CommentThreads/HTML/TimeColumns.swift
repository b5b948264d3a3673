internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// The times that the records of a list state, by the kind of element they stand in: since when their authors are members is one column, and
/// when they wrote is another, whatever the page calls the two.
struct TimeColumns {
    private struct Column {
        /// Of the records that state one, in page order.
        var stamps: [Timestamp] = []
        var lastRecord = 0

        func isInOrder(of records: Int) -> Bool {
            stamps.count * 10 >= records * 8 && Set(stamps).count >= 4 && TimeOrder(of: stamps).isPageInOrder
        }
    }

    private var columns: [UInt64: Column] = [:]
    private var records = 0

    /// Looks at one more record.
    mutating func add(_ record: Int, quotes: NodeSpans, in reader: RecordReader) {
        records += 1
        for (node, time) in reader.signals.times(in: reader.region(record)) where !quotes.contains(node) && !reader.isInNested(node, record) {
            guard let stamp = time.timestamp else { continue }
            let kind = reader.kind(node)
            guard columns[kind]?.lastRecord != records else { continue }
            columns[kind, default: Column()].stamps.append(stamp)
            columns[kind]?.lastRecord = records
        }
    }

    /// The column whose times follow the order of the page, where those of the usual one do not.
    func inOrder(ratherThan usual: UInt64) -> UInt64? {
        guard let known = columns[usual], known.stamps.count >= 4, !TimeOrder(of: known.stamps).isPageInOrder else { return nil }
        let others = columns.filter { $0.key != usual && $0.value.isInOrder(of: records) }
        return others.max { (Set($0.value.stamps).count, $0.key) < (Set($1.value.stamps).count, $1.key) }?.key
    }
}
