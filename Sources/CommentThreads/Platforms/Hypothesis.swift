internal import Markup

extension Platform {
    /// Hypothesis annotations, as a page of their own.
    static let hypothesis = Platform(
        name: "hypothesis", item: Selector(literal: ".annotation-card, li.thread-list__card, .annotation-cards__item"), author: Selector(literal: ".annotation-user, .annotation-card__username"),
        time: Selector(literal: "time, .annotation-timestamp"), body: Selector(literal: ".annotation-body, .annotation-card__text"), furniture: Selector(literal: ".annotation-quote, .annotation-card__quote"))
}
