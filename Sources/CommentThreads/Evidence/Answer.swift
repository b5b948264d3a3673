package import DiscourseModel

extension Reply.Evidence {
    /// A plain text's question page calls it an answer to the question, or shows it among the remarks under one.
    package static let answer = Reply.Evidence(rawValue: "answer")
}
