/// Every constant of the article's scoring, calibrated as a set.
///
/// A block of prose counts for the bytes of its words, a block of furniture against them;
/// the article is the subtree with the greatest sum.
struct ArticleWeights: Sendable {
    /// Bytes of text from which a block with a sentence mark is prose.
    var proseSize = 50
    /// The share of text in links from which a block is navigation.
    var navigationLinks = 0.5
    /// What links take away from a block of prose: its size times the links' share times this.
    var linkCost = 1.5
    /// What a block of navigation costs, and what each of its bytes adds.
    var navigationBase = 10.0
    var navigationByte = 0.3
    /// What a short block without a sentence costs.
    var shortBlock = 6.0
    /// Text of middle length without a sentence mark counts for this share of its size.
    var plainByte = 0.15
    /// What a block inside furniture (share bars, related links, sidebars) costs, and each byte of it.
    var furnitureBase = 6.0
    var furnitureByte = 0.25
    /// A heading that is a link heads another article.
    var headingLink = 12.0
    /// The article's own title counts for this many bytes of prose: a short article beats a long margin.
    var title = 250.0
    /// The beginning of what the page names for its article's text counts the same.
    var body = 250.0
    /// A subtree is furniture by its name only while it holds less than this share of the page's prose.
    var furnitureShare = 0.3
    /// The same for columns beside the article and the page's foot: they may well hold more words than a short article.
    var marginShare = 0.85
    /// Bytes of text that a box around a form may have to be one with it.
    var formBox = 400
    /// The comment section closes the article where at least this share of the page's prose stands before it.
    var beforeComments = 0.2
    /// What stands above the title is left out where this share of the subtree's prose stands below it.
    var belowTitle = 0.7
    /// Bytes of prose that may be left out beside the element that has the heading and the named text.
    var strayProse = 400.0
    /// Going up to a larger subtree must gain this much of what is there already.
    var gain = 0.05
    /// What the page names for the article's text is all of it, where it has this share of the chosen subtree's prose.
    var bodyShare = 0.6
    /// How many like elements with links to pages of their own are a run of teasers, and how large one may be: bytes of text, and nodes.
    var teaserRun = 3
    var teaserSize = 600
    var teaserNodes = 80
    /// How often a link that stands by itself must say the same to be a button, and how long it may be: bytes of text.
    var buttonRun = 3
    var buttonSize = 40
    /// Bytes of text that a block of what is named a caption may have, else it is a paragraph; all of them together may have four times as many.
    var captionSize = 150
    /// A subtree inside the article that costs more than it brings is dropped while it brings less than this.
    var droppedProse = 200.0
}
