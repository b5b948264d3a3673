package import DiscourseModel
internal import Digest
internal import Storage

/// Corrections by the page they speak of: its address, its path as given, or the SHA-256 of its bytes.
package struct CorrectionBook: Sendable {
    private var byPage: [String: [Correction]] = [:]

    package init() {}

    package var isEmpty: Bool { byPage.isEmpty }

    /// Tells two books apart, for pages that were read with one of them: eight hexadecimal digits.
    package var fingerprint: String {
        let lines = byPage.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return String(SHA256.hex(Array(lines.joined(separator: "\n").utf8)).prefix(8))
    }

    /// A later correction of the same thing takes the place of an earlier one.
    package mutating func add(_ correction: Correction, page: String) {
        byPage[pageKey(page), default: []].add(correction)
    }

    /// What is said of a page, by any of the keys it is known by.
    package func corrections(for page: AnalyzedPage) -> [Correction] {
        if byPage.isEmpty { return [] }
        var keys: [String] = []
        for key in (page.addresses.map(\.address) + [page.page.url, page.page.source, page.page.id]).compactMap(\.self).map(pageKey)
        where !keys.contains(key) {
            keys.append(key)
        }
        var found: [Correction] = []
        for key in keys { for correction in byPage[key] ?? [] { found.add(correction) } }
        return found
    }
}

extension [Correction] {
    /// Appends a correction in place of an earlier one that speaks of the same thing.
    package mutating func add(_ correction: Correction) {
        removeAll { correction.replaces($0) }
        append(correction)
    }
}

private func pageKey(_ text: String) -> String { withoutFragment(text.hasPrefix("./") ? String(text.dropFirst(2)) : text) }
