internal import DiscourseModel
internal import Markup

/// The picture that leads the article, as the page shows it: its words and whose it is.
struct LeadFigure {
    let document: HTMLDocument
    let roles: ElementRoles

    /// The image with the visible figure's caption and credit.
    ///
    /// - Parameters:
    ///   - stated: the address of the image that the page's head names.
    ///   - span: from the article's title to the end of its text.
    func read(stated: String?, in span: Range<Int>) -> LeadImage? {
        let figures = span.lazy.filter { document.name($0) == .figure || isCaptioned($0) }
        // The figure of the stated image, or the first one.
        let file = stated.map(fileName)
        guard let figure = figures.first(where: { node in file.map { file in image(in: node).map(fileName) == file } ?? false }) ?? figures.first else {
            return stated.map { LeadImage(url: $0) }
        }
        var captions: [Int] = [], credits: [Int] = []
        for node in document.subtree(figure) where document.isElement(node) {
            let role = roles[node]
            if role.contains(.credit) || document.name(node) == .cite { credits.append(node) }
            if document.name(node) == .figcaption || role.contains(.caption), node != figure { captions.append(node) }
        }
        let caption = captions.first.map { document.line($0, excluding: { node in credits.contains(node) && node != captions[0] }) }
        let credit = credits.first { $0 != captions.first }.map { document.line($0) }
        guard caption?.isEmpty == false || credit?.isEmpty == false || stated != nil else { return nil }
        return LeadImage(url: stated ?? image(in: figure), caption: caption?.nonEmpty, credit: credit?.nonEmpty)
    }

    /// An element of a page without `<figure>`: an image and a caption by name, and little else.
    private func isCaptioned(_ node: Int) -> Bool {
        roles[node].contains(.caption) && document.end(node) - node <= 12 && image(in: node) != nil
    }

    private func image(in node: Int) -> String? {
        document.subtree(node).lazy.filter { document.name($0) == .img }.compactMap { document.attribute($0, .src) ?? document.attribute($0, .dataSrc) }.first
    }

    /// The name of a picture's file without a size at its end: `quay-1024x683.jpg` is `quay`.
    private func fileName(_ address: String) -> String {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        let file = path.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? path
        guard let dash = file.lastIndex(of: "-"), file[dash...].dropFirst().allSatisfy({ $0.isNumber || $0 == "x" }), file[dash...].contains("x") else { return String(file) }
        return String(file[..<dash])
    }
}
