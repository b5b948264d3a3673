package import DiscourseModel

/// All that a report shows, as one JSON document `rejoinder.report/1`: the page's record with the tags of each comment,
/// the pattern sets with their hashes, and the measures.
///
/// Spans are given in UTF-8 bytes (`start`, `end`) and in Unicode code points (`cp_start`, `cp_end`), with the words they cover.
///
/// - Returns: one line, without a line feed at its end.
package func reportJSON(_ page: AnalyzedPage, minConfidence: Double? = nil) -> String {
    let discussion = page.discussion.settled(minConfidence: minConfidence)
    var taggings = [[Tagging]](repeating: [], count: discussion.comments.count)
    for tagging in page.taggings where taggings.indices.contains(tagging.comment) { taggings[tagging.comment].append(tagging) }

    var json = JSONWriter(capacity: 1 << 16)
    json.object {
        writePage(&$0, page, discussion, schema: "rejoinder.report/1") { json, index in
            json.key("tags")
            json.array(taggings[index]) { writeTagging(&$0, $1, in: discussion.comments[index].text) }
        }
        $0.key("pattern_sets")
        $0.array(page.patternSets) { writePatternSet(&$0, $1) }
        $0.key("measures")
        writeMeasures(&$0, page.measures, discussion)
    }
    return json.text
}

private func writeTagging(_ json: inout JSONWriter, _ tagging: Tagging, in text: String) {
    json.object {
        $0.field("tag", tagging.tag)
        $0.field("line", tagging.line)
        $0.field("start", tagging.span.start)
        $0.field("end", tagging.span.end)
        $0.field("cp_start", tagging.span.codePointStart)
        $0.field("cp_end", tagging.span.codePointEnd)
        $0.field("text", tagging.span.text(in: text))
        $0.field("voice", tagging.voice.rawValue)
        $0.field("groups", sorted: tagging.groups)
    }
}

/// A pattern set with its tags, as reports and lists of sets write it.
func writePatternSet(_ json: inout JSONWriter, _ set: PatternSetVersion) {
    json.object {
        $0.field("set", set.set)
        $0.field("kind", set.kind.rawValue)
        $0.field("language", set.language)
        $0.field("file", set.file)
        $0.field("sha256", set.sha256)
        $0.key("tags")
        $0.array(set.tags) { json, tag in
            json.object {
                $0.field("id", tag.id)
                $0.field("label", tag.label)
                $0.field("about", tag.about)
                $0.field("source", tag.source)
                $0.field("experimental", tag.isExperimental)
            }
        }
    }
}
