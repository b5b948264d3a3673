/// What the figures of a discussion mean, in words for a report's section on method.
package let measureConventions = [
    "The article is the root of the tree. A comment that answers it stands at depth 0 in the tree of comments, and one step below the article for mean depth, structural virality and the h-index.",
    "With stated links alone, a comment whose parent was inferred counts as an answer to the article, as the page has it.",
    "Who answers someone absent has an unknown depth, and so has all below: they are in no figure of depth or shape.",
    "Structural virality is the mean distance between two nodes of the tree (Goel and others 2016). The h-index is the number of first levels that each hold at least as many comments as their number (Gómez and others 2008).",
    "Reciprocity counts different ordered pairs of authors; beyond chance it is set against as many pairs at random (Garlaschelli and Loffredo 2004). Re-entry is the share of comments whose author is already in the discussion (Backstrom and others 2013).",
    "Authors are told apart by their account or profile where the page gives one, else by name; comments without a name, or with one like “Guest”, are in no figure of people. Replies to oneself are counted apart.",
    "A reply’s lag needs both times to the minute. Missing and negative ones are counted and left out.",
    "Repeated texts share four fifths of their runs of five words, quotations left out (Broder 1997).",
]

/// What the figures of tags mean.
package let tagConventions = [
    "Tags count once a comment, in the author’s own voice: words that a comment quotes are not its author’s. The base is live comments with words of their own, in the language of the tag’s set or one that cannot be told.",
    "Intervals of shares are Wilson’s (1927), at 95%. Comments of one author, and of one thread, are not independent: those by authors and by threads draw whole authors or threads (bootstrap, 1,000 draws, 200 above 2,000 of them, seed 1).",
    "NPMI is normalised pointwise mutual information (Bouma 2009); its p is Fisher’s, corrected for the number of pairs (Benjamini and Hochberg 1995).",
    "Association compares a comment’s tag with its reply’s over stated links and links inferred from names, order or place: links told from shared words or quotations would prove themselves. It is no cause.",
]
