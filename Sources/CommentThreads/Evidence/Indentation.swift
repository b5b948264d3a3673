package import DiscourseModel

extension Reply.Evidence {
    /// The comment stands deeper in the plain text than the one above it.
    package static let indentation = Reply.Evidence(rawValue: "indentation")
}
