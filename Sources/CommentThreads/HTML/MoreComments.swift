internal import Markup

/// What around a list of comments says that there are more than the page holds: buttons that load more, pagers, scripts that bring the whole thread.
extension SectionReader {
    /// - Parameter region: from the section's head to what follows it.
    func reasonsForMore(in region: Range<Int>) -> [String] {
        var reasons: [String] = []
        var pages = 0
        // By class value, once it was looked at.
        var pagers = [Bool?](repeating: nil, count: document.classValues.count)
        func isPager(_ number: Int) -> Bool {
            let known = pagers[number] ?? SectionReader.pagerNames.contains { document.bytes[document.classValues[number]].contains($0) }
            pagers[number] = known
            return known
        }
        for node in region where !signals.hidden.contains(node) {
            if document.isText(node) {
                let bytes = document.textBytes(node)
                guard bytes.count >= 6, bytes.count <= 80 else { continue }
                if SectionReader.moreLabels.contains(bytes) {
                    let reason = "the page offers to load more: \"\(document.plainText(node).split(whereSeparator: \.isWhitespace).joined(separator: " "))\""
                    if reasons.count < 3, !reasons.contains(reason) { reasons.append(reason) }
                } else if SectionReader.pageLabels.contains(bytes), let (page, of) = twoNumbers(bytes), page <= of, of > 1 {
                    let reason = "this is page \(page) of \(of)"
                    if !reasons.contains(reason) { reasons.append(reason) }
                    pages = of
                }
            } else if let number = document.classNumber(node), isPager(number) {
                for inner in document.subtree(node) where document.isText(inner) {
                    let text = document.textBytes(inner).filter { $0 > 0x20 }
                    if text.count <= 4, !text.isEmpty, text.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(String(decoding: text, as: UTF8.self)), number > pages, pages == 0 || number < 5_000 {
                        pages = number
                    }
                }
            }
        }
        if pages > 1, !reasons.contains(where: { $0.hasPrefix("this is page") }) { reasons.append("the comments go on over \(pages) pages") }
        return reasons
    }

    /// The systems whose scripts would have brought the comments: by the element they fill, or by the script's address.
    func scriptThreads() -> (systems: [String], nodes: [Int]) {
        var systems: [String] = []
        var nodes: [Int] = []
        let ofClasses = document.classValues.map { system(named: document.bytes[$0]) }
        for node in 0..<document.count where document.isElement(node) && document.hasAttributes(node) {
            var system: String?
            if document.name(node) == .script {
                if let source = document.attributeBytes(node, .src) { system = SectionReader.threadScripts.first { source.contains($0.mark) }?.system }
            } else if document.end(node) - node < 200 {
                system = document.attributeBytes(node, .id).flatMap(self.system(named:)) ?? document.classNumber(node).flatMap { ofClasses[$0] }
                if system != nil { nodes.append(node) }
            }
            if let system, !systems.contains(system) { systems.append(system) }
        }
        return (systems, nodes)
    }

    /// The system that an id or a class names.
    private func system(named value: ArraySlice<UInt8>) -> String? {
        guard value.count <= 120 else { return nil }
        var system: String?
        forEachToken(value) { token in
            if SectionReader.mayNameSystem(token), let found = SectionReader.systemByElement[Array(token)] { system = found }
        }
        return system
    }

    private func twoNumbers(_ bytes: ArraySlice<UInt8>) -> (Int, Int)? {
        let numbers = String(decoding: bytes, as: UTF8.self).split { !$0.isWholeNumber }.compactMap { Int($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }

    private static let pagerNames = ["paginat", "pager", "pagenav", "page-nav", "comment-navigation", "pageNav"].map { Array($0.utf8) }

    /// The element that each system's embedding code asks for, by id or class.
    private static let threadElements = [
        "disqus_thread": "Disqus", "fb-comments": "Facebook", "coral_thread": "Coral", "coral_talk_stream": "Coral", "coral-embed-stream": "Coral", "isso-thread": "Isso",
        "commento": "Commento", "remark42": "Remark42", "hyvor-talk-view": "Hyvor Talk", "IDCommentsHead": "IntenseDebate", "echo-comments": "Echo",
        "livefyre-comments": "Livefyre", "livefyre": "Livefyre", "js-kit-comments": "JS-Kit", "spot-im-frame-inpage": "OpenWeb", "vuukle-comments": "Vuukle",
        "vuukle_div": "Vuukle", "cusdis_thread": "Cusdis", "hypercomments_widget": "HyperComments", "giscus": "giscus", "utterances": "utterances", "cackle-comments": "Cackle", "mc-container": "Cackle",
        "vk_comments": "VK", "graphcomment": "GraphComment", "fastcomments-widget": "FastComments", "viafoura": "Viafoura", "gitalk-container": "Gitalk", "vcomments": "Valine", "waline": "Waline", "twikoo": "Twikoo",
    ]

    private static let systemByElement = Dictionary(uniqueKeysWithValues: threadElements.map { (Array($0.key.utf8), $0.value) })

    /// A look at a name's first letter and length, before it is looked up: most names are no system's.
    private static func mayNameSystem(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = name.first else { return false }
        return lengths[Int(first)] >> UInt64(min(63, name.count)) & 1 != 0
    }

    /// By first letter, the lengths that the systems' names have.
    private static let lengths: [UInt64] = {
        var lengths = [UInt64](repeating: 0, count: 256)
        for name in threadElements.keys { lengths[Int(name.utf8.first ?? 0)] |= 1 << UInt64(name.utf8.count) }
        return lengths
    }()

    private static let threadScripts: [(mark: [UInt8], system: String)] = [
        (".disqus.com/embed.js", "Disqus"), ("disqus.com/embed/comments", "Disqus"), ("giscus.app/client", "giscus"), ("utteranc.es/client", "utterances"), ("talk.hyvor.com/embed", "Hyvor Talk"), ("cusdis", "Cusdis"),
        ("cdn.commento.io", "Commento"), ("commento.js", "Commento"), ("comentario.js", "Comentario"), ("remark42", "Remark42"), ("/isso/js/embed", "Isso"), ("embed.min.js#isso", "Isso"), ("launcher.spot.im", "OpenWeb"),
        ("zor.livefyre.com", "Livefyre"), ("fyre.co/", "Livefyre"), ("intensedebate.com/js", "IntenseDebate"), ("cdn.viafoura.net", "Viafoura"), ("cdn.fastcomments.com", "FastComments"), ("graphcomment.com/js", "GraphComment"),
        ("/assets/js/embed.js?coral", "Coral"), ("coral.coralproject.net", "Coral"), ("cackle.me/widget", "Cackle"),
    ].map { (Array($0.0.utf8), $0.1) }

    private static let pageLabels = LabelTable([
        "page of", "seite von", "page sur", "página de", "pagina di", "pagina van", "strona z", "sida av", "страница из", "стр из", "сторінка з", "sayfa", "صفحة من", "第页共页", "第 页 共 页", "ページ",
        "comments page of", "page of comments", "showing page of",
    ])

    private static let moreLabels = LabelTable([
        "load more comments", "show more comments", "view more comments", "see more comments", "more comments", "load comments", "view all comments", "see all comments", "show all comments", "read all comments", "all comments",
        "load more replies", "show more replies", "view more replies", "see more replies", "more replies", "show more reply", "more reply", "view all replies", "show all replies", "load older comments", "older comments", "previous comments",
        "view previous comments", "continue this thread", "load more", "load more comments loading", "show previous replies", "view the full discussion", "view the discussion thread",
        "weitere kommentare", "weitere kommentare laden", "weitere kommentare anzeigen", "mehr kommentare", "mehr kommentare anzeigen", "mehr kommentare laden", "alle kommentare", "alle kommentare anzeigen", "alle kommentare lesen", "ältere kommentare",
        "weitere antworten", "weitere antworten anzeigen", "mehr antworten", "mehr laden", "voir plus de commentaires", "afficher plus de commentaires", "charger plus de commentaires", "plus de commentaires", "voir tous les commentaires", "tous les commentaires",
        "lire tous les commentaires", "commentaires précédents", "commentaires plus anciens", "voir plus de réponses", "afficher plus de réponses", "ver más comentarios", "cargar más comentarios", "mostrar más comentarios", "más comentarios",
        "ver todos los comentarios", "comentarios anteriores", "ver más respuestas", "mostrar más respuestas", "cargar más", "ver mais comentários", "carregar mais comentários", "mostrar mais comentários", "mais comentários", "ver todos os comentários",
        "comentários anteriores", "ver mais respostas", "carregar mais", "altri commenti", "carica altri commenti", "mostra altri commenti", "vedi tutti i commenti", "tutti i commenti", "commenti precedenti", "mostra altre risposte", "carica altro",
        "meer reacties", "meer reacties laden", "toon meer reacties", "alle reacties", "alle reacties tonen", "toon meer antwoorden", "więcej komentarzy", "pokaż więcej komentarzy", "wczytaj więcej komentarzy", "wszystkie komentarze", "starsze komentarze",
        "pokaż więcej odpowiedzi", "więcej odpowiedzi", "visa fler kommentarer", "ladda fler kommentarer", "fler kommentarer", "alla kommentarer", "visa fler svar",
        "показать ещё комментарии", "показать еще комментарии", "показать больше комментариев", "ещё комментарии", "еще комментарии", "загрузить ещё", "загрузить еще", "загрузить ещё комментарии", "загрузить еще комментарии", "показать все комментарии", "все комментарии",
        "показать ещё", "показать еще", "предыдущие комментарии", "показать ещё ответы", "показать еще ответы", "ещё ответы", "ещё ответов", "ещё комментариев", "показати ще коментарі", "більше коментарів", "усі коментарі", "показати всі коментарі",
        "daha fazla yorum", "daha fazla yorum göster", "daha fazla yorum yükle", "tüm yorumlar", "tüm yorumları gör", "diğer yorumlar", "daha fazla yanıt", "المزيد من التعليقات", "عرض المزيد من التعليقات", "تحميل المزيد", "تحميل المزيد من التعليقات",
        "جميع التعليقات", "كل التعليقات", "عرض جميع التعليقات", "المزيد من الردود", "عرض المزيد من الردود", "更多评论", "查看更多评论", "加载更多", "加载更多评论", "查看全部评论", "全部评论", "展开更多回复", "查看更多回复", "更多回复", "查看全部条评论", "查看全部条回复",
        "更多留言", "顯示更多留言", "查看更多留言", "コメントをもっと見る", "さらにコメントを見る", "もっとコメントを見る", "すべてのコメントを見る", "すべてのコメント", "他のコメントを見る", "さらに読み込む", "件の返信を表示", "件のコメントを見る", "他の返信を表示",
        "댓글 더보기", "댓글 더 보기", "답글 더보기", "이전 댓글", "전체 댓글 보기", "댓글 모두 보기",
    ])
}
