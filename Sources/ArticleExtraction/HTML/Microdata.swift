internal import Markup

/// Fields of an article that a page marks in its visible part (https://schema.org/Article as microdata); the first of each counts.
struct Microdata {
    private(set) var section: String?
    private(set) var publisher: String?
    private(set) var image: String?
    private(set) var imageCaption: String?

    mutating func read(_ node: Int, in document: HTMLDocument) {
        guard document.hasAttributes(node), let property = document.attributeBytes(node, .itemprop) else { return }
        if section == nil, property.elementsEqual("articleSection".utf8) {
            section = document.line(node).nonEmpty
        } else if publisher == nil, property.elementsEqual("publisher".utf8) {
            publisher = inner("name", of: node, in: document).flatMap { document.attribute($0, .content) ?? document.line($0) }?.collapsed.nonEmpty
        } else if image == nil, property.elementsEqual("image".utf8) {
            let holder = inner("url", of: node, in: document) ?? inner("contentUrl", of: node, in: document) ?? node
            image = document.attribute(holder, .content) ?? document.attribute(holder, .src) ?? document.attribute(holder, .href)
            imageCaption = inner("caption", of: node, in: document).flatMap { document.line($0).nonEmpty }
        }
    }

    private func inner(_ property: String, of node: Int, in document: HTMLDocument) -> Int? {
        document.subtree(node).prefix(60).first { $0 != node && document.isElement($0) && document.attributeBytes($0, .itemprop)?.elementsEqual(property.utf8) ?? false }
    }
}
