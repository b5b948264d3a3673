import DiscourseModel
import Statistics

/// Comments that voters are divided about, the most first. Platforms that show a balance alone cannot tell.
func disputedComments(_ comments: [Comment], leastVotes: Int = 10, most: Int = 10) -> [DisputedComment] {
    let disputed = comments.enumerated().compactMap { index, comment -> DisputedComment? in
        // What stands on a page may be any number: no sums that overflow.
        guard let up = comment.votes?.up, let down = comment.votes?.down, up > 0, down > 0, up < 1 << 40, down < 1 << 40, up + down >= leastVotes else { return nil }
        return DisputedComment(comment: index, up: up, down: down, controversy: voteControversy(up: up, down: down))
    }
    return Array(disputed.sorted { ($1.controversy, $0.comment) < ($0.controversy, $1.comment) }.prefix(most))
}
