/// Limits of the tree that a page becomes. What is beyond them is told in `HTMLDocument.limits`.
package struct MarkupLimits: Sendable, Hashable {
    /// The most attributes of one element that are read, up to 65,535. libxml2 compares each with all before it, so that a tag of
    /// 60,000 takes seconds.
    package var attributes = 4_096
    /// The most elements inside one another. Deeper ones lose nothing but their depth: they are laid beside each other.
    package var depth = 1_000_000

    package init() {}
}
