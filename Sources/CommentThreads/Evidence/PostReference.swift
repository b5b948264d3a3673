package import DiscourseModel

extension Reply.Evidence {
    /// A plain text's comment names the number of the one it answers: ">>5101", "#3", "Antwort auf #3".
    package static let postReference = Reply.Evidence(rawValue: "post-reference")
}
