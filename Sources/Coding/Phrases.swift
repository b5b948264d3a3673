package import DiscourseModel
import Statistics

/// Words and phrases that set comments with a tag apart from those without: candidates for new lines.
package struct PhraseContrast: Sendable {
    package struct Candidate: Hashable, Sendable {
        package var phrase: String
        /// Comments with it, among those that bear the tag and those that do not.
        package var tagged: Int
        package var untagged: Int
        /// Different named authors who wrote it, in both.
        package var authors: Int
        /// z of the log-odds ratio (Monroe, Colaresi and Quinn 2008); the prior is the phrase's share of all comments.
        package var z: Double
        /// An untagged comment that has it: what a line with it would gain.
        package var example: Example?
    }

    package struct Example: Hashable, Sendable {
        package var article: Int
        package var comment: Int
        package var context: Context
    }

    private struct Entry {
        var tagged = 0
        var untagged = 0
        var authors: Set<Int> = []
        var example: Example?
    }

    private var entries: [String: Entry] = [:]
    private var authorNumbers: [String: Int] = [:]
    package private(set) var taggedComments = 0
    package private(set) var untaggedComments = 0

    /// Words of a phrase, at most.
    private static let longest = 3

    package init() {}

    /// - Parameter hits: where the tag was found, empty where it was not: these words are left out, as the tag has them already.
    package mutating func add(_ comment: Comment, at index: Int, article: Int, hits: [Range<Int>], isTagged: Bool) {
        if isTagged { taggedComments += 1 } else { untaggedComments += 1 }
        let author = comment.author?.identity.map { identity in
            let number = authorNumbers[identity] ?? authorNumbers.count
            authorNumbers[identity] = number
            return number
        }
        var seen: Set<String> = []
        for (phrase, bytes) in Self.phrases(in: Array(comment.text.utf8), leavingOut: hits) where seen.insert(phrase).inserted {
            var entry = entries[phrase] ?? Entry()
            if isTagged { entry.tagged += 1 } else { entry.untagged += 1 }
            if let author { entry.authors.insert(author) }
            if !isTagged, entry.example == nil {
                entry.example = Example(article: article, comment: index, context: Context(of: bytes, in: comment.text, reach: 40))
            }
            entries[phrase] = entry
        }
    }

    /// The clearest first: phrases in at least `least` tagged comments, of at least two authors where any are named, with z of at least 1.96.
    /// A phrase that stands only within a longer one of the list is left out.
    package func candidates(limit: Int, least: Int = 3) -> [Candidate] {
        let kept = entries.filter { $0.value.tagged + $0.value.untagged >= 2 }
        let total = Double(kept.values.reduce(0) { $0 + $1.tagged + $1.untagged })
        guard total > 0 else { return [] }
        // As strong as a tenth of all phrases, a thousand at most: rare ones are drawn towards no difference.
        let strength = min(1000, total / 10)
        let prior = kept.mapValues { strength * Double($0.tagged + $0.untagged) / total }
        let z = logOdds(kept.mapValues(\.tagged), kept.mapValues(\.untagged), prior: prior)
        var found: [Candidate] = kept.compactMap { phrase, entry in
            guard entry.tagged >= least, let score = z[phrase], score >= 1.96, entry.authors.count != 1 else { return nil }
            return Candidate(
                phrase: phrase, tagged: entry.tagged, untagged: entry.untagged, authors: entry.authors.count, z: score, example: entry.example)
        }
        found.sort { $0.z != $1.z ? $0.z > $1.z : $0.phrase < $1.phrase }
        let counts = Dictionary(grouping: found) { "\($0.tagged) \($0.untagged)" }
        let whole = found.filter { candidate in
            !(counts["\(candidate.tagged) \(candidate.untagged)"] ?? []).contains { other in
                other.phrase.utf8.count > candidate.phrase.utf8.count && " \(other.phrase) ".contains(" \(candidate.phrase) ")
            }
        }
        return Array(whole.prefix(max(0, limit)))
    }

    /// Runs of one to three words within a clause, in small letters, with their places.
    static func phrases(in bytes: [UInt8], leavingOut hits: [Range<Int>]) -> [(String, Range<Int>)] {
        var phrases: [(String, Range<Int>)] = []
        var run: [Range<Int>] = []
        func isWord(_ at: Int) -> Bool {
            let byte = bytes[at]
            if byte >= 0x80 {
                // Quotation marks, dashes and the like (U+2000 to U+206F) are no letters; an apostrophe within a word is.
                return !(byte == 0xE2 && at + 1 < bytes.count && (bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81))
            }
            return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        func emit() {
            for length in 1...longest where length <= run.count {
                let place = run[run.count - length].lowerBound..<run[run.count - 1].upperBound
                phrases.append((run.suffix(length).map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }.joined(separator: " "), place))
            }
        }
        var at = 0
        while at < bytes.count {
            guard isWord(at) else {
                // A clause ends at anything but a blank, an apostrophe or a hyphen; at an empty line, too.
                let isMark = bytes[at] == 0xE2
                let isEmptyLine = bytes[at] == 0x0A && at + 1 < bytes.count && bytes[at + 1] == 0x0A
                if isMark || isEmptyLine || ![0x20, 0x27, 0x2D, 0x0A, 0x0D, 0x09].contains(bytes[at]) { run = [] }
                at += isMark ? 3 : 1
                continue
            }
            let start = at
            while at < bytes.count {
                if isWord(at) {
                    at += 1
                } else if at + 1 < bytes.count, [0x27, 0x2D].contains(bytes[at]), isWord(at + 1) {
                    at += 1
                } else if at + 3 < bytes.count, bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99, isWord(at + 3) {
                    at += 3
                } else {
                    break
                }
            }
            if hits.contains(where: { $0.overlaps(start..<at) }) {
                run = []
                continue
            }
            run.append(start..<at)
            if run.count > longest { run.removeFirst() }
            emit()
        }
        return phrases
    }
}
