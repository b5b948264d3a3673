import DiscourseModel

/// The array `comments` of a page's record, in page order.
///
/// - Parameter more: writes further members of a comment, by its index.
func writeComments(
    _ json: inout JSONWriter, _ page: AnalyzedPage, _ discussion: Discussion, more: (inout JSONWriter, Int) -> Void
) {
    let depths = discussion.depths()
    let times = CommentTimes(language: page.article.language)
    var quotations = [[Quotation]](repeating: [], count: discussion.comments.count)
    for quotation in page.quotations where quotations.indices.contains(quotation.comment) {
        quotations[quotation.comment].append(quotation)
    }
    json.array(discussion.comments.indices) { json, index in
        json.object {
            writeComment(&$0, discussion, index, depth: depths[index], quotations: quotations[index], times: times)
            more(&$0, index)
        }
    }
}

private func writeComment(
    _ json: inout JSONWriter, _ discussion: Discussion, _ index: Int, depth: Int?, quotations: [Quotation], times: CommentTimes
) {
    let comment = discussion.comments[index]
    let reply = discussion.replies[index]
    json.field("id", comment.id)
    json.field("author", comment.author?.name)
    json.field("posted", times.text(comment))
    json.field("posted_text", comment.postedText)
    json.field("votes", comment.votes?.balance)
    if let up = comment.votes?.up { json.field("votes_up", up) }
    if let down = comment.votes?.down { json.field("votes_down", down) }
    json.field("text", comment.text)
    json.field("parent", reply?.parent.map(discussion.id(of:)))
    json.field("depth", depth)
    json.key("reply")
    if let reply { writeReply(&json, reply, discussion) } else { json.null() }
    json.key("quotes")
    json.array(quotations) { writeQuotation(&$0, $1, in: comment.text, discussion) }

    json.field("key", comment.platformKey)
    json.field("permalink", comment.permalink)
    json.field("state", comment.state.rawValue)
    json.field("kind", comment.kind.rawValue)
    if let author = comment.author {
        json.field("profile", author.profile)
        json.field("author_key", author.key)
        json.field("badges", author.badges)
    }
    if let signature = comment.signature { json.field("signature", signature) }
    if !comment.quoted.isEmpty {
        json.key("quoted")
        json.array(comment.quoted) { json, passage in
            json.object {
                $0.field("text", passage.text)
                $0.field("author", passage.author)
                $0.field("key", passage.key)
                $0.field("at", codePoints(before: passage.at, in: comment.text))
            }
        }
    }
    json.place(comment.place)
}

private func writeReply(_ json: inout JSONWriter, _ reply: Reply, _ discussion: Discussion) {
    json.object {
        $0.field("evidence", reply.evidence.rawValue)
        $0.field("explicit", reply.isExplicit)
        $0.field("confidence", reply.confidence)
        $0.field("target", reply.targetName ?? reply.targetKey)
        $0.field("inferred_parent", reply.inferredParent.map(discussion.id(of:)))
        if !reply.supportingAlike.isEmpty { $0.field("supporting", reply.supportingAlike.map(\.rawValue)) }
        if !reply.inferredBeside.isEmpty { $0.field("inferred_from", reply.inferredBeside.map(\.rawValue)) }
        if reply.targetName != nil, let key = reply.targetKey { $0.field("target_key", key) }
    }
}

private func writeQuotation(_ json: inout JSONWriter, _ quotation: Quotation, in text: String, _ discussion: Discussion) {
    json.object {
        switch quotation.source {
        case .article(let block):
            $0.field("of", "article")
            span(&$0)
            $0.field("block", block)
        case .comment(let index):
            $0.field("of", discussion.id(of: index))
            span(&$0)
        case .elsewhere:
            $0.field("of", "elsewhere")
            span(&$0)
        }
        if quotation.source != .elsewhere {
            $0.field("source_start", quotation.sourceSpan.codePointStart)
            $0.field("source_end", quotation.sourceSpan.codePointEnd)
        }
        $0.field("marked", quotation.isMarked)
    }
    func span(_ json: inout JSONWriter) {
        json.field("start", quotation.span.codePointStart)
        json.field("end", quotation.span.codePointEnd)
    }
}

extension Discussion {
    /// The id of a comment by its index; a made-up index gives the id it would have.
    func id(of index: Int) -> String {
        comments.indices.contains(index) ? comments[index].id : Comment.id(at: index)
    }
}

/// Code points in the first bytes of a text.
private func codePoints(before bytes: Int, in text: String) -> Int {
    text.utf8.prefix(max(0, bytes)).reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
}
