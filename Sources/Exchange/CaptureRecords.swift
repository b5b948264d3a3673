package import DiscourseModel

/// A capture as a line of a list.
package struct CaptureLine: Sendable {
    package var number: Int
    package var captured: Timestamp?
    package var source: String
    package var isComplete: Bool
    package var comments: Int

    package init(number: Int, captured: Timestamp?, source: String, isComplete: Bool, comments: Int) {
        self.number = number
        self.captured = captured
        self.source = source
        self.isComplete = isComplete
        self.comments = comments
    }
}

/// What changed from one capture to the next.
package struct CaptureStep: Sendable {
    package var from: Int
    package var to: Int
    package var changes: [Change]

    package struct Change: Sendable {
        /// `added`, `edited`, `deleted`, `gone`, `not-seen`, `seen-again`.
        package var kind: String
        package var comment: String
        package var author: String?
        package var posted: Timestamp?
        package var text: String
        package var before: String?
        /// An edit word by word: runs that are the `same`, `removed` or `added`.
        package var words: [(kind: String, text: String)]

        package init(
            kind: String, comment: String, author: String?, posted: Timestamp?, text: String, before: String?, words: [(kind: String, text: String)]
        ) {
            self.kind = kind
            self.comment = comment
            self.author = author
            self.posted = posted
            self.text = text
            self.before = before
            self.words = words
        }
    }

    package init(from: Int, to: Int, changes: [Change]) {
        self.from = from
        self.to = to
        self.changes = changes
    }
}

/// An article's captures and their changes as one document, `rejoinder.captures/1`.
package func capturesJSON(article: Int, captures: [CaptureLine], steps: [CaptureStep]) -> String {
    var json = JSONWriter()
    json.object {
        $0.field("schema", "rejoinder.captures/1")
        $0.field("article", "a\(article)")
        $0.key("captures")
        $0.array(captures) { json, capture in
            json.object {
                $0.field("capture", capture.number)
                $0.field("captured", capture.captured?.iso8601)
                $0.field("source", capture.source)
                $0.field("complete", capture.isComplete)
                $0.field("comments", capture.comments)
            }
        }
        $0.key("steps")
        $0.array(steps) { json, step in
            json.object {
                $0.field("from", step.from)
                $0.field("to", step.to)
                $0.key("changes")
                $0.array(step.changes) { json, change in
                    json.object {
                        $0.field("change", change.kind)
                        $0.field("comment", change.comment)
                        $0.field("author", change.author)
                        $0.field("posted", change.posted?.iso8601)
                        $0.field("text", change.text)
                        $0.field("before", change.before)
                        $0.key("words")
                        $0.array(change.words) { json, run in
                            json.object {
                                $0.field("run", run.kind)
                                $0.field("text", run.text)
                            }
                        }
                    }
                }
            }
        }
    }
    return json.text
}
