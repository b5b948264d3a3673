internal import Digest
internal import Foundation
internal import Pipeline

/// One gold page: where it lies, and what is known to be on it.
struct GoldPage: Sendable {
    var section: GoldSection
    /// The platform, or the set for pages of the content benchmark.
    var group: String
    /// Path below the folder of the gold, in the form that the hash and messages use.
    var goldPath: String
    var pagePath: String
}

/// A part of the gold that is scored for itself.
enum GoldSection: String, CaseIterable, Sendable {
    case threads
    case threadsWithoutPlatforms = "threads, platforms off"
    case resiliparse = "text/resiliparse"
    case wet = "text/wet"
    case forum = "text/forum"
    case content

    var folder: String { self == .threadsWithoutPlatforms ? "threads" : rawValue }
    var pageEnding: String { folder.hasPrefix("text/") ? ".txt" : ".html" }
    var goldEnding: String { self == .content ? ".json" : ".gold.json" }
    var usesPlatforms: Bool { self != .threadsWithoutPlatforms }
    var isThreads: Bool { self != .content }
}

/// What a `.gold.json` of a thread says.
struct GoldThread: Decodable {
    var platform: String?
    var null_parent_means: String?
    var comments: [GoldComment]

    /// Whether a comment without a parent is known to be one of the top level.
    var statesEveryLink: Bool { null_parent_means?.hasPrefix("top-level") ?? false }
}

struct GoldComment: Decodable {
    var key: String
    var author: String?
    var text: String
    var parent_key: String?
    var kind: String?
    var hasTime: Bool

    enum CodingKeys: CodingKey { case key, author, text, parent_key, kind, time }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        key = try values.decode(String.self, forKey: .key)
        author = try values.decodeIfPresent(String.self, forKey: .author).flatMap { $0.isEmpty ? nil : $0 }
        text = try values.decode(String.self, forKey: .text)
        parent_key = try values.decodeIfPresent(String.self, forKey: .parent_key)
        kind = try values.decodeIfPresent(String.self, forKey: .kind)
        // A text in one source, seconds in another.
        if let text = try? values.decodeIfPresent(String.self, forKey: .time) {
            hasTime = !text.isEmpty
        } else {
            hasTime = try values.decodeIfPresent(Double.self, forKey: .time).map { $0 != 0 } ?? false
        }
    }
}

/// What the `.json` of a page of the content benchmark says.
struct GoldContent: Decodable {
    var content_text: String?
    var comments_text: String?
    var split: String?
}

/// The gold pages below a folder, in a fixed order.
struct GoldSet {
    var pages: [GoldPage] = []
    /// Sections whose folder is not there.
    var missing: [GoldSection] = []
    let folder: String

    /// - Parameter sample: takes every n-th page of each section.
    init(folder: String, sections: [GoldSection] = GoldSection.allCases, sample: Int = 1) {
        self.folder = folder
        for section in sections {
            let root = folder + "/" + section.folder
            var found: [GoldPage] = []
            for group in GoldSet.names(in: root) {
                for name in GoldSet.names(in: root + "/" + group) where name.hasSuffix(section.goldEnding) {
                    let stem = "\(section.folder)/\(group)/\(name.dropLast(section.goldEnding.count))"
                    found.append(GoldPage(section: section, group: group, goldPath: stem + section.goldEnding, pagePath: stem + section.pageEnding))
                }
            }
            if found.isEmpty { missing.append(section) }
            pages += found.enumerated().filter { $0.offset % sample == 0 }.map(\.element)
        }
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// SHA-256 over the sorted names of all pages and their gold, each with the SHA-256 of its content.
    func hash(threads: Int) -> String {
        let paths = Set(pages.flatMap { [$0.goldPath, $0.pagePath] }).sorted()
        var lines = ""
        orderedMap(paths, threads: threads, makeWorker: { () }) { [folder] _, path in
            FileManager.default.contents(atPath: folder + "/" + path).map { SHA256.hex($0) } ?? "missing"
        } each: { index, digest in
            lines += "\(paths[index]) \(digest)\n"
            return true
        }
        return SHA256.hex(lines.utf8)
    }
}
