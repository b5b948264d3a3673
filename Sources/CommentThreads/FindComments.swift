package import DiscourseModel
package import Markup

/// The comment module's way in: lifts the reader comments out of a page, whatever it is made of.
///
/// - Parameters:
///   - reference: the time of capture, for "3 hours ago"; `nil` leaves relative times as words.
///   - usePlatforms: `false` leaves every HTML page to the generic finder.
package func findComments(in document: Document, reference: Timestamp?, usePlatforms: Bool = true) -> FoundComments {
    switch document {
    case .html(let html): findComments(inHTML: html, reference: reference, usePlatforms: usePlatforms)
    case .text(let text): findComments(inText: text, reference: reference)
    }
}
