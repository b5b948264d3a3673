internal import DiscourseModel

// The text splitter defines these kinds of evidence and finds them; here is what they are worth.

extension EvidenceKind {
    /// "In reply to NAME": the name is sure, which of the author's comments is meant may not be. 45 of 47 right.
    static let label = EvidenceKind.stated(.label, confidence: 0.96)
    /// The number is the comment's own: as sure as a parent's id that is written by hand. The development pages have none.
    static let postReference = EvidenceKind.stated(.postReference, confidence: 0.95)
    /// The line stands further in than the answered one. Of pages that hold the comments they state 547 of 559 were right.
    static let indentation = EvidenceKind.stated(.indentation, confidence: 0.97)
    /// Of pages that state more comments than they hold 455 of 564: the missing may have stood between.
    static let indentationAmongMissing = 0.8
    /// 23 of 23 right; the other 19 are remarks whose labels one page leaves out.
    static let answer = EvidenceKind.stated(.answer, confidence: 0.95)
    /// 22 of the 25 of the one page that counts were right; numbers that do not add up are not used.
    static let answerCount = EvidenceKind.stated(.answerCount, confidence: 0.88)
}
