package import DiscourseModel

extension Reply.Evidence {
    /// A plain text's comments count their answers, and the numbers add up to one tree.
    package static let answerCount = Reply.Evidence(rawValue: "answer-count")
}
