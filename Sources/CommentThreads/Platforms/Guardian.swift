internal import Markup

extension Platform {
    /// The Guardian's threads, of 2012 and later.
    static let guardian = Platform(
        name: "guardian", recognizedBy: Selector(literal: "li.d-comment, .comment-tools .recomended"),
        item: Selector(literal: "li.d-comment, ul[id^=comment-]"), author: Selector(literal: ".d-comment__author, .profile a, div.comment-author, span.comment-author, a.comment-author, .name"),
        body: Selector(literal: ".d-comment__body, .comment-body"), votes: Selector(literal: ".d-comment__recommend-count--old, .recommend-count, .d2-recommend-count"),
        keyPrefix: ["comment-"], parentLink: Selector(literal: ".d-comment__reply-to-author, .in-response-to"))
}
