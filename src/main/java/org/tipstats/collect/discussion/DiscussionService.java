package org.tipstats.collect.discussion;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.collect.justify.SubmissionTexts;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Reads and adds comments on a submission. Reviewers and submitters may comment while the submission waits for a
 * decision.
 */
@ApplicationScoped
@OwnAreas
public class DiscussionService {

    private final SubmissionReader submissions;
    private final CommentRepository repository;
    private final SchemaRegistry schemas;
    private final AuditRecorder audit;
    private final Clock clock;

    DiscussionService(
            SubmissionReader submissions,
            CommentRepository repository,
            SchemaRegistry schemas,
            AuditRecorder audit,
            Clock clock) {
        this.submissions = submissions;
        this.repository = repository;
        this.schemas = schemas;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Returns the comments so far.
     *
     * @throws ProblemException 404 if the actor may not see the submission
     */
    public Discussion of(UUID submission, Actor actor) {
        return new Discussion(repository.of(submissions.get(submission, actor).id()));
    }

    /** Returns the number of comments on each of these submissions; 0 if there is none. */
    public Map<UUID, Long> counts(Collection<SubmissionView> seen) {
        Map<UUID, Long> counts =
                repository.counts(seen.stream().map(SubmissionView::id).toList());
        seen.forEach(submission -> counts.putIfAbsent(submission.id(), 0L));
        return counts;
    }

    /** Returns whether the actor may comment on the submission now. */
    public boolean isOpen(SubmissionView submission, Actor actor) {
        return submission.status().isPending()
                && (actor.may(AccountRole.REVIEWER) || submissions.isOwn(submission.id(), actor));
    }

    /**
     * Adds a comment.
     *
     * @param key the key of the figure, as text; null for a comment on the whole file
     * @throws ProblemException 400 if the key is not complete or has no area of the submission, or if the text is blank
     *     or too long; 403 if the actor may not comment; 404 if the actor may not see the submission; 409 if the
     *     submission does not wait for a decision or has too many comments
     */
    @Transactional
    public Comment add(UUID id, String key, String text, Actor by) {
        SubmissionView submission = submissions.get(id, by);
        boolean own = submissions.isOwn(id, by);
        if (!own && !by.may(AccountRole.REVIEWER)) {
            throw ProblemException.forbidden("Only reviewers and the submitters of this submission can use comments.");
        }
        if (!submission.status().isPending()) {
            throw ProblemException.conflict(
                    "You can comment only while a submission waits for a decision; this one has the status "
                            + submission.status() + ".");
        }
        SubmissionTexts.require("/text", text, "Enter a text.");
        if (key != null) {
            requireKey(key, submission);
        }
        Comment.Side side = own ? Comment.Side.SENDER : Comment.Side.REVIEWER;
        Instant now = clock.instant();
        Comment comment = repository.add(id, key, text.strip(), side, by, now);
        audit.record(by.event("submission-commented", "submissions/" + id));
        return comment;
    }

    private void requireKey(String key, SubmissionView submission) {
        DataStructure structure =
                schemas.dataflow(submission.dataflow()).orElseThrow().structure();
        KeySpace space = new KeySpace(structure);
        boolean itsOwn = space.parse(key).stream()
                .mapToObj(packed -> space.code(packed, structure.area()))
                .anyMatch(submission.areas()::contains);
        if (!itsOwn) {
            throw ProblemException.body(
                    "/key",
                    key,
                    "The key must have a code for each dimension, and a country or area of the submission.");
        }
    }

    /**
     * A comment on a submission.
     *
     * @param key the key of the figure: codes in dimension order, joined by dots; absent for a comment on the whole
     *     file
     * @param side the party that wrote the comment: a submitter or a reviewer
     * @param by the name of the account that wrote the comment
     */
    @Schema(name = "SubmissionComment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comment(String id, String key, String text, Side side, Instant at, String by) {

        /** The party that wrote a comment. */
        @Schema(name = "CommentSide")
        public enum Side {
            SENDER,
            REVIEWER
        }
    }

    /** All comments on a submission, in the order of time. */
    public record Discussion(List<Comment> comments) {

        public Discussion {
            comments = List.copyOf(comments);
        }

        /**
         * Groups the comments by the key of their figure. Comments on the whole file have the key null. The key with
         * the earliest comment comes first.
         */
        public Map<String, List<Comment>> byKey() {
            Map<String, List<Comment>> byKey = new LinkedHashMap<>();
            comments.forEach(comment -> byKey.computeIfAbsent(comment.key(), key -> new ArrayList<>())
                    .add(comment));
            return Collections.unmodifiableMap(byKey);
        }

        /** Counts the figures whose last comment is by a reviewer. Treats the whole file as one more figure. */
        public long awaitingSubmitter() {
            return byKey().values().stream()
                    .map(said -> said.get(said.size() - 1))
                    .filter(last -> last.side() == Comment.Side.REVIEWER)
                    .count();
        }
    }
}
