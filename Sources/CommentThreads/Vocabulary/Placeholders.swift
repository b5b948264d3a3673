internal import DiscourseModel

/// What stands in the place of a comment that is gone.
enum Placeholders {
    /// The state that a comment's whole text tells: "[deleted]", "This comment was removed by a moderator because …"; `nil` for any other text.
    static func state(of text: String) -> Comment.State? {
        guard text.utf8.count <= 260 else { return nil }
        if text.utf8.count <= 120, let label = LabelTable.hash(of: text) {
            if let first = text.utf8.first, first == 0x5B || first == 0x3C || first == 0x28 {
                if deletedWords.contains(label) { return .deleted }
                if removedWords.contains(label) { return .removed }
            }
            if deleted.contains(label) { return .deleted }
            if removed.contains(label) { return .removed }
        }
        if hidden.opener(of: text) != nil { return .hidden }
        return reasons.opener(of: text) != nil ? .removed : nil
    }

    /// Single words, which only brackets make a placeholder.
    private static let deletedWords = LabelTable(["deleted", "deleted by user", "gelöscht", "supprimé", "eliminado", "borrado", "apagado", "excluído", "eliminato", "verwijderd", "usunięty", "удалено", "удалён", "удален", "silindi", "محذوف", "已删除", "削除"])
    private static let removedWords = LabelTable(["removed", "removed by moderator", "removed by moderators", "removed by reddit", "entfernt", "moderated", "modéré", "moderado", "rimosso", "rimosso dal moderatore", "скрыто", "удалено модератором"])

    /// As the translations of WordPress, Disqus, Discourse, XenForo, Blogger and newspapers' own systems word it.
    private static let deleted = LabelTable([
        "comment deleted", "comment deleted by user", "comment deleted by author", "deleted comment", "this comment has been deleted", "this comment was deleted", "this comment is deleted", "this comment has been deleted by its author", "this comment has been deleted by the author", "this comment has been deleted by the user",
        "this comment was deleted by its author", "this comment was deleted by the author", "this comment was deleted by the original author", "this comment has been removed by the author", "this post has been deleted", "this post was deleted", "message deleted", "post deleted by author", "topic deleted by author", "the author has deleted this comment", "this message has been deleted", "user deleted comment",
        "dieser kommentar wurde gelöscht", "kommentar gelöscht", "dieser beitrag wurde gelöscht", "beitrag gelöscht", "der kommentar wurde gelöscht", "ce commentaire a été supprimé", "commentaire supprimé", "message supprimé", "este comentario ha sido eliminado", "este comentario fue eliminado", "comentario eliminado", "comentario borrado",
        "este comentário foi excluído", "este comentário foi apagado", "este comentário foi eliminado", "comentário excluído", "comentário apagado", "questo commento è stato eliminato", "questo commento è stato cancellato", "commento eliminato", "commento cancellato", "deze reactie is verwijderd", "reactie verwijderd", "dit bericht is verwijderd",
        "ten komentarz został usunięty", "komentarz usunięty", "komentarz został usunięty", "kommentaren har tagits bort", "kommentaren är borttagen", "комментарий удалён", "комментарий удален", "этот комментарий был удалён", "этот комментарий был удален", "этот комментарий удалён", "этот комментарий удален", "сообщение удалено", "коментар видалено",
        "bu yorum silindi", "bu yorum silinmiştir", "yorum silindi", "تم حذف هذا التعليق", "تم حذف التعليق", "该评论已删除", "该评论已被删除", "此评论已删除", "此评论已被删除", "评论已删除", "評論已刪除", "此留言已刪除", "このコメントは削除されました", "コメントは削除されました", "삭제된 댓글입니다", "작성자가 삭제한 댓글입니다",
    ])
    private static let removed = LabelTable([
        "comment removed", "comment removed by moderator", "comment removed by a moderator", "this comment has been removed", "this comment was removed", "this comment has been removed by a moderator", "this comment was removed by a moderator", "this comment has been removed by a blog administrator", "this comment has been removed by the moderator",
        "this comment was removed by the moderator", "this comment was removed by moderators", "this comment has been moderated", "this post has been removed", "post removed by moderator", "removed by a moderator", "this comment has been removed by the editors", "dieser kommentar wurde entfernt", "kommentar entfernt", "der kommentar wurde entfernt", "kommentar wurde entfernt",
        "dieser kommentar wurde von der redaktion entfernt", "dieser kommentar wurde von der moderation entfernt", "dieser kommentar wurde von einem moderator entfernt", "dieser kommentar wurde vom moderator gelöscht", "ce commentaire a été modéré", "commentaire modéré", "ce commentaire a été retiré", "este comentario ha sido moderado", "comentario moderado", "comentario retirado",
        "este comentário foi removido", "comentário removido", "comentário removido pelo moderador", "questo commento è stato rimosso", "commento rimosso", "commento rimosso dal moderatore", "deze reactie is verwijderd door de redactie", "deze reactie is door de moderator verwijderd", "komentarz usunięty przez moderatora", "komentarz usunięty przez moderację", "комментарий удалён модератором",
        "комментарий удален модератором", "комментарий скрыт модератором", "bu yorum kaldırıldı", "yorum kaldırıldı", "该评论已被管理员删除", "管理者により削除されました", "운영자에 의해 삭제된 댓글입니다",
    ])

    /// Beginnings of what is shown for a comment that opens at a click: its readers or its moderators hid it.
    private static let hidden = OpeningPhrases([
        "comment hidden", "hidden comment", "this comment is hidden", "this comment has been hidden", "this comment was hidden", "this post is hidden", "this post has been hidden", "this comment is collapsed", "this comment has been collapsed",
        "dieser kommentar ist ausgeblendet", "dieser kommentar wurde ausgeblendet", "kommentar ausgeblendet", "dieser beitrag wurde ausgeblendet", "commentaire masqué", "ce commentaire est masqué", "ce commentaire a été masqué", "comentario oculto", "este comentario está oculto",
        "este comentario ha sido ocultado", "comentário oculto", "este comentário está oculto", "este comentário foi ocultado", "commento nascosto", "questo commento è nascosto", "questo commento è stato nascosto", "reactie verborgen", "deze reactie is verborgen", "komentarz ukryty", "ten komentarz został ukryty",
        "kommentaren är dold", "комментарий скрыт", "этот комментарий скрыт", "коментар приховано", "bu yorum gizlendi", "bu yorum gizlenmiştir", "تم إخفاء هذا التعليق", "تم إخفاء التعليق", "该评论已被折叠", "该评论已折叠", "该评论已隐藏", "此評論已隱藏", "このコメントは非表示", "숨겨진 댓글입니다",
    ])

    /// Beginnings of sentences that go on with a reason.
    private static let reasons = OpeningPhrases([
        "this comment was removed by a moderator because", "this comment has been removed by a moderator because", "this comment has been removed because it", "this comment was removed because it", "this comment has been removed for violating", "this comment was removed for violating", "this comment has been deleted for violating", "this comment violated our",
        "your comment has been removed because", "dieser kommentar wurde entfernt, da", "dieser kommentar wurde entfernt, weil", "dieser kommentar wurde gelöscht, da", "ce commentaire a été supprimé car", "ce commentaire a été modéré car", "este comentario ha sido eliminado por", "este comentário foi removido por", "questo commento è stato rimosso perché",
    ])
}
