import DiscourseModel

/// A comment's tags, each once, in the order of their first match.
func distinctTags(_ taggings: [Tagging]) -> [(tag: String, own: Int, quoted: Int)] {
    var tags: [(tag: String, own: Int, quoted: Int)] = []
    for tagging in taggings {
        let at = tags.firstIndex { $0.tag == tagging.tag } ?? tags.count
        if at == tags.count { tags.append((tagging.tag, 0, 0)) }
        if tagging.voice == .own { tags[at].own += 1 } else { tags[at].quoted += 1 }
    }
    return tags
}
