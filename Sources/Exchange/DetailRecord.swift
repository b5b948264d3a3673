import DiscourseModel

/// The member `detail` of the measures: what `DiscussionDetail` holds, comments by their ids.
///
/// A figure that may be left out is an object: `{"value": ...}`, or `{"left_out": "why"}`.
func writeDetail(_ json: inout JSONWriter, _ detail: DiscussionDetail, _ discussion: Discussion) {
    json.object {
        $0.field("is_complete", detail.isComplete)
        $0.key("explicit_links")
        writeLinks(&$0, detail.explicitLinks)
        $0.key("all_links")
        writeLinks(&$0, detail.allLinks)
        $0.key("people")
        writePeople(&$0, detail.people, discussion)
        $0.key("time")
        $0.object {
            $0.field("timed", detail.time.timed)
            $0.field("untimed", detail.time.untimed)
            $0.finding("seconds_to_first", detail.time.toFirst) { $0.value($1) }
            $0.finding("half_life_seconds", detail.time.halfLife) { $0.value($1) }
            $0.finding("burstiness", detail.time.burstiness) { $0.value($1) }
        }
        $0.key("tags")
        $0.array(detail.tagDetails) { writeTag(&$0, $1, discussion) }
        $0.key("tag_pairs")
        $0.array(detail.tagPairs) { writePair(&$0, $1, discussion) }
        $0.key("associations")
        $0.array(detail.associations) { writeAssociation(&$0, $1, discussion) }
        $0.key("repeated_texts")
        $0.array(detail.repeatedTexts) { json, text in
            json.object {
                $0.comments(text.comments, discussion)
                $0.field("authors", text.authors)
                $0.field("is_exact", text.isExact)
            }
        }
        $0.key("phrases")
        $0.array(detail.phrases) { json, phrase in
            json.object {
                $0.field("words", phrase.words)
                $0.comments(phrase.comments, discussion)
                $0.field("authors", phrase.authors)
            }
        }
        $0.key("disputed")
        $0.array(detail.disputed) { json, disputed in
            json.object {
                $0.field("comment", discussion.id(of: disputed.comment))
                $0.field("up", disputed.up)
                $0.field("down", disputed.down)
                $0.field("controversy", disputed.controversy)
            }
        }
        $0.key("quoted_paragraphs")
        $0.array(detail.quotedParagraphs) { json, paragraph in
            json.object {
                $0.field("block", paragraph.block)
                $0.comments(paragraph.comments, discussion)
                $0.field("authors", paragraph.authors)
            }
        }
        $0.key("words")
        $0.object {
            $0.field("words", detail.words.words)
            $0.finding("median_length", detail.words.medianLength) { $0.value($1) }
            $0.finding("mtld", detail.words.mtld) { $0.value($1) }
            $0.finding("mattr_50", detail.words.mattr) { $0.value($1) }
        }
    }
}

private func writeLinks(_ json: inout JSONWriter, _ links: LinkFigures) {
    json.object {
        $0.field("links", links.links)
        $0.field("comments", links.comments)
        $0.field("orphans", links.orphans)
        $0.field("max_depth", links.maxDepth)
        $0.field("mean_depth", links.meanDepth)
        $0.field("width", links.width)
        $0.field("top_level", links.topLevel)
        $0.field("leaves", links.leaves)
        $0.field("branching", links.branching)
        $0.finding("structural_virality", links.structuralVirality) { $0.value($1) }
        $0.finding("h_index", links.hIndex) { $0.value($1) }
        $0.finding("h_index_across_gaps", links.hIndexAcrossGaps) { $0.value($1) }
        $0.finding("h_index_with_ties", links.hIndexWithTies) { $0.value($1) }
        $0.finding("reciprocity", links.reciprocity) { $0.value($1) }
        $0.finding("reciprocity_beyond_chance", links.reciprocityBeyondChance) { $0.value($1) }
        $0.field("author_pairs", links.authorPairs)
        $0.finding("ping_pong", links.pingPong) { $0.value($1) }
        $0.field("ping_pong_base", links.pingPongBase)
        $0.field("self_replies", links.selfReplies)
        $0.finding("lag_seconds", links.lag) { json, lag in
            json.object {
                $0.field("count", lag.count)
                $0.field("lower_quartile", lag.lowerQuartile)
                $0.field("median", lag.median)
                $0.field("upper_quartile", lag.upperQuartile)
                $0.field("ninetieth", lag.ninetieth)
            }
        }
        $0.field("lags_untimed", links.lagsUntimed)
        $0.field("lags_negative", links.lagsNegative)
    }
}

private func writePeople(_ json: inout JSONWriter, _ people: PeopleFigures, _ discussion: Discussion) {
    json.object {
        $0.field("authors", people.authors)
        $0.field("named_comments", people.named)
        $0.key("most_active")
        $0.array(people.mostActive) { json, author in
            json.object {
                $0.field("name", author.name)
                $0.comments(author.comments, discussion)
                $0.field("received", author.received)
            }
        }
        $0.finding("gini", people.gini) { $0.value($1) }
        $0.finding("entropy", people.entropy) { $0.value($1) }
        $0.finding("re_entry", people.reEntry) { $0.value($1) }
        $0.field("by_article_author", people.byArticleAuthor.map { discussion.id(of: $0) })
    }
}

private func writeTag(_ json: inout JSONWriter, _ tag: TagDetail, _ discussion: Discussion) {
    json.object {
        $0.field("tag", tag.tag)
        $0.comments(tag.comments, discussion)
        $0.field("per_thousand_words", tag.perThousandWords)
        $0.finding("by_authors", tag.byAuthors) { writeBounds(&$0, $1) }
        $0.finding("by_threads", tag.byThreads) { writeBounds(&$0, $1) }
        $0.finding("depth_trend", tag.depthTrend) { json, trend in
            json.object {
                $0.field("z", trend.z)
                $0.field("p", trend.p)
            }
        }
        $0.key("by_depth")
        $0.array(tag.byDepth) { json, share in
            json.object {
                $0.field("comments", share.count)
                $0.field("base", share.base)
            }
        }
        $0.key("targets")
        $0.array(tag.targets) { json, target in
            json.object {
                $0.field("words", target.words)
                $0.comments(target.comments, discussion)
                $0.field("authors", target.authors)
            }
        }
    }
}

private func writePair(_ json: inout JSONWriter, _ pair: TagPair, _ discussion: Discussion) {
    json.object {
        $0.field("level", pair.level.rawValue)
        $0.field("first", pair.first)
        $0.field("second", pair.second)
        $0.comments(pair.both, discussion)
        $0.field("first_comments", pair.firstCount)
        $0.field("second_comments", pair.secondCount)
        $0.field("base", pair.base)
        $0.field("jaccard", pair.jaccard)
        $0.field("lift", pair.lift)
        $0.field("npmi", pair.npmi)
        $0.field("p", pair.p)
    }
}

private func writeAssociation(_ json: inout JSONWriter, _ found: TagAssociation, _ discussion: Discussion) {
    json.object {
        $0.field("parent_tag", found.parentTag)
        $0.field("reply_tag", found.replyTag)
        $0.field("counts", found.counts)
        $0.field("odds_ratio", found.oddsRatio)
        $0.key("interval")
        writeBounds(&$0, found.interval)
        $0.finding("within_threads", found.withinThreads) { $0.value($1) }
        if let interval = found.withinThreadsInterval {
            $0.key("within_threads_interval")
            writeBounds(&$0, interval)
        }
        $0.field("permutation_p", found.permutationP)
        $0.field("draws", found.draws)
        // As text: a JSON number does not hold 64 bits.
        $0.field("seed", String(found.seed))
        $0.field("replies", found.replies.map { discussion.id(of: $0) })
    }
}

private func writeBounds(_ json: inout JSONWriter, _ bounds: Bounds) {
    json.object {
        $0.field("low", bounds.low)
        $0.field("high", bounds.high)
    }
}

extension JSONWriter {
    fileprivate mutating func comments(_ comments: [Int], _ discussion: Discussion) { field("comments", comments.map { discussion.id(of: $0) }) }

    fileprivate mutating func finding<Value>(_ name: StaticString, _ finding: Finding<Value>, _ write: (inout JSONWriter, Value) -> Void) {
        key(name)
        object {
            switch finding {
            case .value(let value):
                $0.key("value")
                write(&$0, value)
            case .leftOut(let reason): $0.field("left_out", reason)
            }
        }
    }
}
