import DiscourseModel

extension Discussion {
    /// The discussion with its inferred links weighed against another threshold: links below it become guesses.
    ///
    /// Links that the page states are not touched. A guess is never raised to a link here, since only the stage that made it knows
    /// that it leads to no ring.
    func settled(minConfidence: Double?) -> Discussion {
        guard let minConfidence else { return self }
        var settled = self
        for index in settled.replies.indices {
            guard var reply = settled.replies[index], !reply.isExplicit, let parent = reply.parent, reply.confidence < minConfidence
            else { continue }
            reply.inferredParent = parent
            reply.parent = nil
            settled.replies[index] = reply
        }
        return settled
    }
}
