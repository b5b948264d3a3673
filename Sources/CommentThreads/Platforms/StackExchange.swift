internal import Markup

extension Platform {
    /// Stack Exchange: the question, its answers and the remarks below each.
    static let stackExchange = Platform(
        name: "stackexchange", recognizedBy: Selector(literal: "#question[data-questionid], #question.question"),
        item: Selector(literal: "#question, .answer[id^=answer-], li.comment[data-comment-id], li.comment[id^=comment-]"),
        author: Selector(literal: ".comment-user, .user-details[itemprop=author] a, .user-details[itemprop=author]"),
        time: Selector(literal: ".comment-date span, .user-action-time span, [itemprop=dateCreated]"),
        body: Selector(literal: ".js-post-body, .post-text, .comment-copy"), votes: Selector(literal: ".js-vote-count, .comment-score span"),
        keyAttributes: ["data-questionid", "data-answerid", "data-comment-id", "id"], keyPrefix: ["comment-", "answer-"], parentAttribute: "data-parentid")
}
