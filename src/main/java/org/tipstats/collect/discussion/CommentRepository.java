package org.tipstats.collect.discussion;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tipstats.collect.discussion.DiscussionService.Comment;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.ProblemException;

/** Stores the comments on submissions. The caller must check that the actor may see the submission. */
@Singleton
record CommentRepository(Database database) {

    private static final int MAX_COMMENTS = 500;

    /** Returns the comments on a submission, oldest first. */
    List<Comment> of(UUID submission) {
        return database.list(
                "select id, series_key, text, side, at, actor_name from submission_comment"
                        + " where submission_id = ? order by id",
                row -> new Comment(
                        Long.toString(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        Comment.Side.valueOf(row.getString(4)),
                        Database.time(row, 5),
                        row.getString(6)),
                submission);
    }

    /** Returns the number of comments by submission. A submission without comments is not in the map. */
    Map<UUID, Long> counts(Collection<UUID> submissions) {
        Map<UUID, Long> counts = new HashMap<>();
        database.list(
                        "select submission_id, count(*) from submission_comment where submission_id = any (?::uuid[])"
                                + " group by submission_id",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)),
                        submissions.stream().map(UUID::toString).toList())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /**
     * Adds a comment.
     *
     * @param key the key of the figure, as text; null for a comment on the whole file
     * @throws ProblemException 409 if the submission has too many comments
     */
    Comment add(UUID submission, String key, String text, Comment.Side side, Actor by, Instant at) {
        database.lock("comments of " + submission);
        if (database.number("select count(*) from submission_comment where submission_id = ?", submission)
                >= MAX_COMMENTS) {
            throw ProblemException.conflict(
                    "There are " + MAX_COMMENTS + " comments on this submission, which is the limit.");
        }
        long id = database.number(
                "insert into submission_comment (submission_id, series_key, text, side, at, actor, actor_name)"
                        + " values (?, ?, ?, ?, ?, ?, ?) returning id",
                submission,
                key,
                text,
                side.name(),
                at,
                by.id(),
                by.name());
        return new Comment(Long.toString(id), key, text, side, at, by.name());
    }
}
