package import DiscourseModel

/// A correction as a line of a list.
package struct CorrectionLine: Sendable {
    package var id: Int
    package var article: Int
    package var correction: Correction
    /// The comment's id in the latest capture; `removed` where the correction took it away, `nil` where the capture does not have it.
    package var comment: String?
    /// The same of the parent that the correction names.
    package var parent: String?

    package init(id: Int, article: Int, correction: Correction, comment: String?, parent: String?) {
        self.id = id
        self.article = article
        self.correction = correction
        self.comment = comment
        self.parent = parent
    }
}

/// Corrections as one document: `{"schema":"rejoinder.corrections/1","corrections":[...]}`.
package func correctionsJSON(_ lines: [CorrectionLine]) -> String {
    var json = JSONWriter()
    json.object {
        $0.field("schema", "rejoinder.corrections/1")
        $0.key("corrections")
        $0.array(lines) { json, line in
            json.object {
                $0.field("id", "f\(line.id)")
                $0.field("article", "a\(line.article)")
                $0.field("comment", line.comment)
                $0.field("found", line.comment != nil)
                $0.key("recognised_by")
                write(line.correction.comment, &$0)
                switch line.correction.change {
                case .parent(let target):
                    $0.field("change", "parent")
                    $0.field("parent", line.parent)
                    if let target {
                        $0.key("parent_recognised_by")
                        write(target, &$0)
                    }
                case .author(let name):
                    $0.field("change", "author")
                    $0.field("author", name)
                case .notAComment: $0.field("change", "not-a-comment")
                case .notTag(let tag):
                    $0.field("change", "not-tag")
                    $0.field("tag", tag)
                }
            }
        }
    }
    return json.text
}

private func write(_ reference: CommentReference, _ json: inout JSONWriter) {
    json.object {
        $0.field("key", reference.identity.platformKey)
        $0.field("author", reference.identity.author)
        $0.field("posted", reference.identity.posted)
        $0.field("text", reference.identity.text)
        $0.field("nth", reference.nth)
    }
}
