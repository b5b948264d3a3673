/// What storing one page changed.
package struct StoreOutcome: Hashable, Sendable {
    /// The article's id, from 1; 0 where the page failed.
    package var article: Int
    /// The capture's number in its article, 1 for the oldest; 0 where the page failed.
    package var capture: Int
    package var change: Change

    package enum Change: Hashable, Sendable {
        /// A new article.
        case added
        /// Another capture of a known article.
        case newCapture
        /// The same bytes, tagged by the same pattern sets: nothing was changed.
        case unchanged
        /// The same bytes, tagged by other pattern sets: the taggings were replaced.
        case retagged
        /// The same bytes, read otherwise: by another version of the program, with other settings or corrections. The capture was replaced.
        case reread
        /// The page was not stored; the others of the batch were.
        case failed(StorageError)
    }

    package init(article: Int, capture: Int, change: Change) {
        self.article = article
        self.capture = capture
        self.change = change
    }
}
