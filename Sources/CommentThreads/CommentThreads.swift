// CommentThreads
