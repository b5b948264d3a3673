package import DiscourseModel
internal import TimeExpressions

/// When comments were written, as records give it.
package struct CommentTimes {
    private let reader: TimeReader

    /// - Parameter language: BCP 47 tag of the page, or `nil`.
    package init(language: String?) { reader = TimeReader(reference: nil, language: language, dayFirst: nil) }

    /// A time of ISO 8601. Where nobody says when the page was saved, an age ("2 hours ago") is all that is known: it is given as such, `-PT2H`.
    package func text(_ comment: Comment) -> String? {
        comment.posted?.iso8601 ?? comment.postedText.flatMap { reader.first(in: $0)?.age }
    }
}
