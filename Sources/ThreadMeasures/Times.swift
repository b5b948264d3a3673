import DiscourseModel
import Statistics

/// When comments came, over those with a time to the minute.
func timeFigures(_ discussion: Discussion, _ article: Article) -> TimeFigures {
    let times = discussion.comments.compactMap(\.minute).sorted()
    let untimed = discussion.comments.count - times.count
    let toFirst: Finding<Int>
    if let first = times.first, let published = article.published, published.hour != nil {
        toFirst = first >= published.seconds ? .value(first - published.seconds) : .leftOut("the first comment is older than the article")
    } else {
        toFirst = .leftOut(times.isEmpty ? "no comment has a time" : "the article has no time of day")
    }
    let halfLife: Finding<Int> = Minimum.enough(
        times.count, Minimum.timed, "comments with a time", times.isEmpty ? nil : times[(times.count - 1) / 2] - times[0])
    return TimeFigures(
        timed: times.count, untimed: untimed, toFirst: toFirst, halfLife: halfLife,
        burstiness: Minimum.enough(times.count, Minimum.timed, "comments with a time", burstiness(ofSortedTimes: times.map(Double.init))))
}
