internal import CommentThreads
internal import Foundation
internal import Markup
internal import PageReading

/// What one page may take. What is beyond the first four is cut and noted, a page beyond the other two is given up with a named reason.
package struct PageLimits: Sendable, Hashable {
    /// The most attributes of one element, up to 65,535.
    package var attributes = MarkupLimits().attributes
    /// The most elements inside one another.
    package var depth = MarkupLimits().depth
    /// The most comments.
    package var comments = CommentLimits().comments
    /// The longest text of a comment, in UTF-8 bytes.
    package var text = CommentLimits().text
    /// Looked at between two stages, each of which takes time in proportion to its page, or a little more.
    package var seconds = 600.0
    /// Bytes that all pages at work may take together, as far as their sizes tell.
    package var memory = PageLimits.defaultMemory

    package init() {}

    var markup: MarkupLimits {
        var limits = MarkupLimits()
        (limits.attributes, limits.depth) = (attributes, depth)
        return limits
    }

    var found: CommentLimits {
        var limits = CommentLimits()
        (limits.comments, limits.text) = (comments, text)
        return limits
    }

    /// Those that decide what is found in a page, where they are not the usual ones.
    package var fingerprint: String? {
        (markup, found) == (MarkupLimits(), CommentLimits()) ? nil : "limits \(attributes) \(depth) \(comments) \(text)"
    }

    /// What a byte of a page may take while it is worked on: measured on pages of nothing but tags, attributes, short paragraphs and
    /// short comments, of which the last take most.
    package static let memoryPerByte = 40

    /// 4 GiB, or half of the address space where that is limited (`ulimit -v`).
    package static var defaultMemory: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < 8 << 30 else { return 4 << 30 }
        return Int(limit.rlim_cur / 2)
    }

    /// The largest page that may be worked on.
    package var pageBytes: Int { memory / PageLimits.memoryPerByte }

    func refusal(forBytes count: Int) -> String? {
        guard count > pageBytes else { return nil }
        return "limit:memory: a page of \(bytesInWords(count)) may take \(bytesInWords(count * PageLimits.memoryPerByte)), and \(bytesInWords(memory)) are allowed; a larger --max-memory reads it"
    }

    func refusal(after time: Duration, stage: StageTimes.Stage) -> String? {
        guard time > .seconds(seconds) else { return nil }
        return "limit:time: given up after \(time.components.seconds) s, behind the stage \"\(stage)\"; a larger --max-time goes on"
    }
}
