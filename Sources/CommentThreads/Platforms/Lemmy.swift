internal import Markup

extension Platform {
    /// Lemmy's own web interface.
    static let lemmy = Platform(
        name: "lemmy", recognizedBy: Selector(literal: "li.comment .comment-node, .comment .md-div"), item: Selector(literal: "li.comment"),
        author: Selector(literal: ".person-listing > span, .person-listing"), time: Selector(literal: ".moment-time"), body: Selector(literal: ".md-div"),
        keyPrefix: ["comment-"], embeddedParents: pathParents)

    /// `window.isoData = {…}`: each comment carries its way down from the post, `"path":"0.<id>.<id>"`.
    private static let pathParents: @Sendable (HTMLDocument) -> [String: String] = { document in
        var parents: [String: String] = [:]
        for node in 0..<document.count where document.isText(node) && document.parent(node).map(document.name) == .script {
            let script = document.textBytes(node)
            guard let brace = script.firstIndex(of: 0x7B), String(decoding: script[..<brace], as: UTF8.self).hasSuffix("isoData = "),
                let state = JSONValue(String(decoding: script[brace...], as: UTF8.self))
            else { continue }
            collectPaths(state["routeData"] ?? state, into: &parents)
        }
        return parents
    }

    /// `JSONValue` is at most 200 levels deep, so this may recurse.
    private static func collectPaths(_ value: JSONValue, into parents: inout [String: String]) {
        switch value {
        case .array(let elements): for element in elements { collectPaths(element, into: &parents) }
        case .object(let members):
            if let path = value["path"]?.text, let id = value["id"]?.text {
                let way = path.split(separator: ".")
                if way.count >= 3, way[0] == "0", way[way.count - 1] == id { parents[id] = String(way[way.count - 2]) }
            }
            for member in members { collectPaths(member.value, into: &parents) }
        default: return
        }
    }
}
