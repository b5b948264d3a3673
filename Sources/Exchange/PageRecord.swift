package import DiscourseModel

/// A page as the one-line record `rejoinder.page/1`: the article, the comments, who answers whom, and what was doubtful.
///
/// Members stand in a fixed order; a member that the page does not state is `null`, never left out (members marked below as extra are).
/// Offsets are Unicode code points into the text of their comment.
///
/// - Parameter minConfidence: links that were inferred with less are written as a guess (`reply.inferred_parent`);
///   `nil` takes the links as they are.
/// - Returns: one line, without a line feed at its end.
package func pageJSON(_ page: AnalyzedPage, minConfidence: Double? = nil) -> String {
    var json = JSONWriter(capacity: estimatedSize(page))
    json.object { writePage(&$0, page, page.discussion.settled(minConfidence: minConfidence), schema: "rejoinder.page/1") }
    return json.text
}

/// Several pages as one document: `{"schema":"rejoinder.pages/1","pages":[...]}`.
package func pagesJSON(_ pages: some Sequence<AnalyzedPage>, minConfidence: Double? = nil) -> String {
    pagesJSON(records: pages.lazy.map { pageJSON($0, minConfidence: minConfidence) })
}

/// The same document made from records that `pageJSON` wrote.
package func pagesJSON(records: some Sequence<String>) -> String {
    var json = JSONWriter()
    json.object {
        $0.field("schema", "rejoinder.pages/1")
        $0.key("pages")
        $0.array(records) { $0.raw($1) }
    }
    return json.text
}

/// The members of a page's record, shared by `rejoinder.page/1` and `rejoinder.report/1`.
///
/// - Parameter more: writes further members of a comment, by its index.
func writePage(
    _ json: inout JSONWriter, _ analyzed: AnalyzedPage, _ discussion: Discussion, schema: String,
    more: (inout JSONWriter, Int) -> Void = { _, _ in }
) {
    let page = analyzed.page
    json.field("schema", schema)
    json.field("source", page.source)
    json.field("url", page.url)
    json.field("media", page.media.rawValue)
    json.field("canonical_url", page.canonicalURL)
    json.field("sha256", page.id)
    json.field("captured", page.captured?.iso8601)
    json.field("encoding", page.encoding)
    json.field("bytes", page.byteCount)
    json.field("replaced_bytes", page.replacedBytes)
    json.key("article")
    json.object { writeArticle(&$0, analyzed.article) }
    json.field("platform", discussion.platform)
    json.key("completeness")
    json.object {
        $0.field("claimed", discussion.completeness.claimed)
        $0.field("reasons", discussion.completeness.reasons)
    }
    json.key("comments")
    writeComments(&json, analyzed, discussion, more: more)
    json.key("notes")
    json.array(analyzed.allNotes) { json, note in
        json.object {
            $0.field("stage", note.stage.rawValue)
            $0.field("severity", note.severity.rawValue)
            $0.field("message", note.message)
            if let comment = note.comment { $0.field("comment", discussion.id(of: comment)) }
        }
    }
}

/// Room enough for most records, so that the buffer seldom grows.
private func estimatedSize(_ page: AnalyzedPage) -> Int {
    var size = 2_048
    for block in page.article.blocks { size += block.text.utf8.count * 2 + 120 }
    for comment in page.discussion.comments { size += comment.text.utf8.count + 480 }
    return size
}
