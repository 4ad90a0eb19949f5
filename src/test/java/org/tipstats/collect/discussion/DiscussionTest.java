package org.tipstats.collect.discussion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.discussion.DiscussionService.Comment;
import org.tipstats.collect.discussion.DiscussionService.Comment.Side;
import org.tipstats.collect.discussion.DiscussionService.Discussion;

class DiscussionTest {

    private static Comment said(String key, Side side) {
        return new Comment("1", key, "…", side, Instant.EPOCH, "someone");
    }

    @Test
    void aFigureWaitsAsLongAsTheReviewerHadTheLastWordOnIt() {
        Comment asked = said("A", Side.REVIEWER);
        Comment answered = said("A", Side.SENDER);
        Comment ofTheFile = said(null, Side.REVIEWER);

        assertEquals(0, new Discussion(List.of()).awaitingSubmitter());
        assertEquals(2, new Discussion(List.of(asked, ofTheFile)).awaitingSubmitter());
        assertEquals(1, new Discussion(List.of(asked, ofTheFile, answered)).awaitingSubmitter());
        assertEquals(2, new Discussion(List.of(asked, ofTheFile, answered, asked)).awaitingSubmitter());
        assertEquals(0, new Discussion(List.of(answered)).awaitingSubmitter());
    }

    @Test
    void commentsAreSortedByTheFirstOneOnEachFigure() {
        List<Comment> all = List.of(
                said("B", Side.REVIEWER), said(null, Side.REVIEWER), said("A", Side.SENDER), said("B", Side.SENDER));

        assertEquals(
                Arrays.asList("B", null, "A"),
                new ArrayList<>(new Discussion(all).byKey().keySet()));
        assertEquals(2, new Discussion(all).byKey().get("B").size());
    }
}
