internal import DiscourseModel
internal import Markup
func extractArticle(fromText document: TextDocument, excluding claimed: NodeSet) -> ExtractedArticle { ExtractedArticle(article: Article(), notes: []) }
