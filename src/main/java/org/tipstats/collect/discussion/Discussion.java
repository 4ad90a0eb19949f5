package org.tipstats.collect.discussion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All comments on a submission, in the order of time. */
public record Discussion(List<Comment> comments) {

    public Discussion {
        comments = List.copyOf(comments);
    }

    /**
     * Returns the comments by key of the figure, or by null for the whole file. The keys are in the order of their
     * first comments.
     */
    public Map<String, List<Comment>> byKey() {
        Map<String, List<Comment>> byKey = new LinkedHashMap<>();
        comments.forEach(comment ->
                byKey.computeIfAbsent(comment.key(), key -> new ArrayList<>()).add(comment));
        return Collections.unmodifiableMap(byKey);
    }

    /** Counts the figures whose last comment is by a reviewer. The whole file counts as one figure. */
    public long awaitingSubmitter() {
        return byKey().values().stream()
                .map(said -> said.get(said.size() - 1))
                .filter(last -> last.side() == Comment.Side.REVIEWER)
                .count();
    }
}
