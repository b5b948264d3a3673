package import DiscourseModel

extension Reply.Evidence {
    /// The page's own words name whom a comment answers: "in reply to X".
    package static let label = Reply.Evidence(rawValue: "label")
}
