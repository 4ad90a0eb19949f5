package org.tipstats.collect.discussion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.tipstats.collect.discussion.DiscussionService.Comment;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;

/** Stores the comments on submissions. The caller must check that the actor may see the submission. */
@ApplicationScoped
class CommentRepository {

    private final Database database;

    CommentRepository(Database database) {
        this.database = database;
    }

    List<Comment> of(UUID submission) {
        return database.list(
                "select id, series_key, text, side, at, actor_name from submission_comment"
                        + " where submission_id = ? order by id",
                row -> new Comment(
                        Long.toString(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        Comment.Side.valueOf(row.getString(4)),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getString(6)),
                submission);
    }

    /**
     * Adds a comment, unless the submission already has the maximum number of comments.
     *
     * @return the id of the comment; empty if there are too many comments
     */
    List<Long> add(UUID submission, String key, String text, Comment.Side side, Actor by, Instant at, int most) {
        database.lock("comments of " + submission);
        return database.list(
                "insert into submission_comment (submission_id, series_key, text, side, at, actor, actor_name)"
                        + " select ?, ?, ?, ?, ?, ?, ?"
                        + " where (select count(*) from submission_comment where submission_id = ?) < ?"
                        + " returning id",
                row -> row.getLong(1),
                submission,
                key,
                text,
                side.name(),
                at,
                by.id(),
                by.name(),
                submission,
                most);
    }
}
