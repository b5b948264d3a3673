/// A page that was read: a tree of elements, or lines.
package enum Document: Sendable {
    case html(HTMLDocument)
    case text(TextDocument)
}
