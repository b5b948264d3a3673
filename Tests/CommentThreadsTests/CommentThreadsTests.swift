// Tests of CommentThreads.
