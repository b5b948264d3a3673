import DiscourseModel

extension Minimum {
    /// A figure, or the line that says of what there was too little.
    static func enough<Value>(_ count: Int, _ least: Int, _ what: String, _ value: @autoclosure () -> Value?) -> Finding<Value> {
        guard count >= least else { return .leftOut("fewer than \(least) \(what) (\(count))") }
        return value().map { .value($0) } ?? .leftOut("the same for all")
    }
}
