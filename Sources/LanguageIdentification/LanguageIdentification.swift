/// The language of a text, as a BCP 47 tag; `nil` where it cannot be told.
package func identifyLanguage(of text: String) -> String? { nil }
