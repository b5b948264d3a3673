internal import DiscourseModel
internal import Foundation
internal import Pipeline
internal import Storage

/// Reads stored articles on several threads, each with a connection of its own, and hands their pages over in order.
func eachStored<Value: Sendable>(
    _ articles: [ArticleSummary], database path: String, threads: Int, work: @escaping @Sendable (AnalyzedPage) -> Value, each: (ArticleSummary, Value) -> Void
) throws {
    var failure: (any Error)?
    let start = ContinuousClock.now
    orderedMap(articles, threads: threads, makeWorker: { try? Store(path: path, mode: .readOnly) }) { reader, article in
        Result {
            let store = try reader ?? storing { () throws(StorageError) in try Store(path: path, mode: .readOnly) }
            return work(try storing { () throws(StorageError) in try store.load(article: article.id) })
        }
    } each: { position, result in
        switch result {
        case .success(let value): each(articles[position], value)
        case .failure(let error): failure = error
        }
        Progress.show(position + 1, of: articles.count, since: start)
        return failure == nil
    }
    Terminal.clearProgress()
    if let failure { throw failure }
}
