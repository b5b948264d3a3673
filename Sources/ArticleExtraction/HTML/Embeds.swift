internal import DiscourseModel
internal import Markup

/// What a page shows of other pages inside its article: players, maps, posts of social networks.
struct Embeds {
    let document: HTMLDocument
    let claimed: NodeSet

    /// The blocks with one for each frame and player that says what it shows between the first and the last of them, in page order, and with quoted posts told as such.
    func placed(among blocks: [Block]) -> [Block] {
        guard let first = blocks.first?.place?.node, let last = blocks.last?.place?.node else { return blocks }
        var result: [Block] = []
        var at = first
        for block in blocks {
            let node = block.place?.node ?? at
            if at < node { result += frames(in: at..<node) }
            at = max(at, node)
            result.append(isPost(node) ? Block(kind: .embed, text: block.text, place: block.place) : block)
        }
        return result + frames(in: last..<document.end(last))
    }

    private func frames(in nodes: Range<Int>) -> [Block] {
        var frames: [Block] = []
        var end = 0
        for node in nodes where node >= end && !claimed.contains(node) {
            guard leadsSomewhere(node) else { continue }
            end = document.end(node)
            guard let title = (document.attribute(node, .title) ?? document.attribute(node, .ariaLabel))?.collapsed.nonEmpty else { continue }
            let source = document.sourceRange(node..<end)
            frames.append(Block(kind: .embed, text: title, place: Place(start: source.lowerBound, end: source.upperBound, node: node)))
        }
        return frames
    }

    /// Whether an element is a frame or a player, of more than the height of a button.
    private func leadsSomewhere(_ node: Int) -> Bool {
        switch document.name(node) {
        case .iframe, .video, .audio, .embed, .object: break
        default: return false
        }
        for size in [document.attribute(node, .width), document.attribute(node, .height)] {
            if let size, let points = Int(size), points < 70 { return false }
        }
        let stated = document.attribute(node, .src) ?? document.attribute(node, .dataSrc)
            ?? document.subtree(node).lazy.filter { document.name($0) == .source }.compactMap { document.attribute($0, .src) }.first
        guard let stated else { return false }
        return stated.contains("/") && !["about:", "data:", "javascript:"].contains(where: stated.hasPrefix)
    }

    /// Whether a block stands in the quotation that a network's embedding code makes of a post.
    private func isPost(_ node: Int) -> Bool {
        ([node] + document.ancestors(node).prefix(4)).contains { element in
            document.name(element) == .blockquote && (document.attributeBytes(element, .class)?.split(separator: 0x20).contains { token in Embeds.posts.contains { $0.elementsEqual(token) } } ?? false)
        }
    }

    private static let posts = ["twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "reddit-embed-bq", "reddit-card", "bluesky-embed", "mastodon-embed", "imgur-embed-pub", "text-post-media"].map { Array($0.utf8) }
}
