import DiscourseModel

/// The member `measures` of a report's record.
func writeMeasures(_ json: inout JSONWriter, _ measures: DiscussionMeasures, _ discussion: Discussion) {
    json.object {
        $0.key("whole")
        writeFigures(&$0, measures.whole, discussion)
        $0.key("threads")
        $0.array(measures.threads) { writeFigures(&$0, $1, discussion) }
        $0.key("tags")
        $0.array(measures.tags) { json, tag in
            json.object {
                $0.field("tag", tag.tag)
                $0.field("comments", tag.comments)
                $0.field("base", tag.base)
                $0.field("low", tag.low)
                $0.field("high", tag.high)
                $0.field("matches", tag.matches)
                $0.field("quoted", tag.quoted)
                $0.field("authors", tag.authors)
                $0.field("by_depth", tag.byDepth)
                $0.field("unknown_depth", tag.unknownDepth)
            }
        }
        if let detail = measures.detail {
            $0.key("detail")
            writeDetail(&$0, detail, discussion)
        }
    }
}

private func writeFigures(_ json: inout JSONWriter, _ figures: ThreadFigures, _ discussion: Discussion) {
    json.object {
        if let root = figures.root { $0.field("root", discussion.id(of: root)) }
        $0.field("comments", figures.comments)
        $0.field("authors", figures.authors)
        $0.field("unnamed", figures.unnamed)
        $0.field("max_depth", figures.maxDepth)
        $0.field("mean_depth", figures.meanDepth)
        $0.field("width", figures.width)
        $0.field("by_depth", figures.byDepth)
        $0.field("unknown_depth", figures.unknownDepth)
        $0.field("replies_by_evidence", sorted: figures.repliesByEvidence)
        $0.field("explicit_replies", figures.explicitReplies)
        $0.field("inferred_replies", figures.inferredReplies)
        $0.field("human_replies", figures.humanReplies)
        $0.field("unresolved_replies", figures.unresolvedReplies)
    }
}
