package org.tipstats.collect.discussion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that was said about a submission, in the order in which it was said. */
public record Discussion(List<Comment> comments) {

    public Discussion {
        comments = List.copyOf(comments);
    }

    /** The comments on each figure by its key, those on the whole file by null; in the order of their first ones. */
    public Map<String, List<Comment>> byKey() {
        Map<String, List<Comment>> byKey = new LinkedHashMap<>();
        comments.forEach(comment ->
                byKey.computeIfAbsent(comment.key(), key -> new ArrayList<>()).add(comment));
        return Collections.unmodifiableMap(byKey);
    }

    /** On how many figures, the whole file being one of them, the reviewer had the last word. */
    public long waiting() {
        return byKey().values().stream()
                .map(said -> said.get(said.size() - 1))
                .filter(last -> last.side() == Comment.Side.REVIEWER)
                .count();
    }
}
