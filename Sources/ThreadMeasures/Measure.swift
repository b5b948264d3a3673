package import DiscourseModel
import LanguageIdentification

/// The figures of a discussion, of each of its threads, and of each tag that occurs in it.
///
/// - Depth is that of `Discussion.depths()`: a top-level comment stands at 0, and a comment has no depth where it answers,
///   or stands below one that answers, someone who is not on the page. Such comments are counted in `unknownDepth` alone.
/// - A thread is a comment without a parent and all below it (`Discussion.children()`), in page order of the first comments.
/// - Tags are ordered by the number of comments that bear them, the most first, then by name.
///
/// Time and space are linear in comments, replies and taggings, but for the sort of the tags.
/// A tagging of a comment that the discussion does not have is in no figure.
///
/// - Parameter sets: the pattern sets that tagged it: a comment in another language than a set's is not in the base of its tags.
package func measure(_ discussion: Discussion, taggings: [Tagging], sets: [PatternSetVersion] = []) -> DiscussionMeasures {
    measure(discussion, taggings: taggings, bases: TagBases(discussion.comments, sets: sets, language: identifyLanguage))
}

/// The same for one of many pages that the same sets tagged, where the primary languages of its comments are known.
package func measure(_ discussion: Discussion, taggings: [Tagging], gates: TagGates, languages: [String?]) -> DiscussionMeasures {
    measure(discussion, taggings: taggings, bases: TagBases(discussion.comments, gates: gates, languages: languages))
}

func measure(_ discussion: Discussion, taggings: [Tagging], bases: TagBases) -> DiscussionMeasures {
    let depths = discussion.depths()
    let authors = AuthorNumbers(discussion.comments)

    var whole = ThreadCount(root: nil)
    var threads: [ThreadFigures] = []
    var thread = ThreadCount(root: nil)
    // The thread each author was last met in: a thread stands together in reading order, so this counts authors without a set.
    var lastThread = [Int](repeating: -1, count: authors.count)
    for (index, level) in discussion.readingOrder() {
        if level == 0 {
            if thread.figures.root != nil { threads.append(thread.finished) }
            thread = ThreadCount(root: index)
        }
        thread.add(depth: depths[index], reply: discussion.replies[index])
        whole.add(depth: depths[index], reply: discussion.replies[index])
        guard let author = authors.of[index] else {
            thread.figures.unnamed += 1
            whole.figures.unnamed += 1
            continue
        }
        if lastThread[author] != threads.count {
            lastThread[author] = threads.count
            thread.figures.authors += 1
        }
    }
    if thread.figures.root != nil { threads.append(thread.finished) }
    whole.figures.authors = authors.count
    return DiscussionMeasures(
        whole: whole.finished, threads: threads,
        tags: tagFigures(discussion.comments, taggings: taggings, bases: bases, depths: depths, authors: authors), tagBases: bases.counts)
}

/// The comments' authors, numbered from 0; `nil` for comments by nobody in particular.
struct AuthorNumbers {
    var of: [Int?] = []
    var count = 0

    init(_ comments: [Comment]) {
        var numbers: [String: Int] = [:]
        of.reserveCapacity(comments.count)
        for comment in comments {
            guard let identity = comment.author?.identity else {
                of.append(nil)
                continue
            }
            let number = numbers[identity, default: numbers.count]
            numbers[identity] = number
            of.append(number)
        }
        count = numbers.count
    }

    /// How many people wrote some comments; each unnamed comment counts as one person, for nothing says that two are one.
    func count(of comments: [Int]) -> Int {
        var seen: Set<Int> = []
        var unnamed = 0
        for comment in comments { if let author = of[comment] { seen.insert(author) } else { unnamed += 1 } }
        return seen.count + unnamed
    }
}
