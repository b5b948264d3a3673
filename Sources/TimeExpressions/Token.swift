/// A piece of a text as the grammar sees it: a number, a word, or a mark. White space is only noted before the next piece.
struct Token {
    enum Kind: UInt8 { case number, word, mark }
    var kind: Kind
    /// UTF-8 offsets.
    var start: Int
    var end: Int
    /// Whether white space stands before it.
    var spaced: Bool
    /// A number's value, at most nine digits of it.
    var value = 0
    var digits = 0
    /// A mark: an ASCII byte that also stands for its typographic relatives ("–" is "-", "•" is "|").
    var mark: UInt8 = 0
    /// A word's folded hash, by which phrases are put together.
    var hash: UInt64 = 0
    /// A word's meaning: an index into the lexicon, or -1.
    var entry = -1
    /// Whether the word begins with a small Latin or Cyrillic letter.
    var isSmall = false
    /// Whether the word consists of ASCII capitals.
    var isCapitals = false
    /// Whether the word is of a script written without spaces, where a number may follow at once.
    var isUnspaced = false
}
