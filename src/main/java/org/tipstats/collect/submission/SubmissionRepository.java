package org.tipstats.collect.submission;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;

/** Finds submissions. Queries that take an actor find only submissions that the actor may see. */
@ApplicationScoped
public class SubmissionRepository implements PanacheRepositoryBase<Submission, UUID> {

    private static final List<SubmissionStatus> PENDING =
            List.of(SubmissionStatus.NEEDS_JUSTIFICATION, SubmissionStatus.SUBMITTED);

    private static final String VISIBLE =
            "(:staff = true or s.submittedBy = :me or (s.source = :mine and array_length(s.areas) > 0"
                    + " and array_includes(:areas, s.areas)))";

    /**
     * Returns a submission that the actor may see.
     *
     * @throws ProblemException 404, the same for an unknown id and for a submission that the actor may not see
     */
    public Submission get(UUID id, Actor actor) {
        return visible("from Submission s left join fetch s.history", id, actor)
                .singleResultOptional()
                .orElseThrow(SubmissionRepository::unknown);
    }

    public static ProblemException unknown() {
        return ProblemException.notFound("submission");
    }

    private PanacheQuery<Submission> visible(String from, UUID id, Actor actor) {
        Map<String, Object> parameters = scope(actor);
        parameters.put("id", id);
        return find(from + " where s.id = :id and " + VISIBLE, parameters);
    }

    /**
     * Returns a submission as {@link #get} does, and locks it until the transaction ends, so that its status can
     * change.
     */
    public Submission forChange(UUID id, Actor actor) {
        return visible("from Submission s", id, actor)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(SubmissionRepository::unknown);
    }

    public List<Submission> list(SubmissionFilter filter, Actor actor, Optional<SubmissionCursor> after, int most) {
        StringBuilder where = new StringBuilder("from Submission s where ").append(VISIBLE);
        Map<String, Object> parameters = scope(actor);
        restrict(where, parameters, "s.dataflow = :dataflow", "dataflow", filter.dataflow());
        restrict(where, parameters, "array_contains(s.areas, :area)", "area", filter.area());
        restrict(where, parameters, "s.source = :source", "source", filter.source());
        restrict(where, parameters, "s.status = :status", "status", filter.status());
        after.ifPresent(place -> {
            where.append(" and (s.receivedAt < :at or (s.receivedAt = :at and s.id > :after))");
            parameters.put("at", place.receivedAt());
            parameters.put("after", place.id());
        });
        return find(where.append(" order by s.receivedAt desc, s.id").toString(), parameters)
                .range(0, most - 1)
                .list();
    }

    private static void restrict(
            StringBuilder where, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    /**
     * Finds the actor's submissions with the bytes of this file and the dataflow, mode, parameters and origin of this
     * upload, newest first. Leaves out submissions that are returned or withdrawn, or whose file was deleted.
     */
    public List<Submission> sameFile(ReceivedFile file, Upload upload, Actor actor) {
        return find(
                        "submittedBy = ?1 and dataflow = ?2 and mode = ?3 and fileSha256 = ?4 and parameters = ?5"
                                // Two conditions are faster than one with a list, because Hibernate translates a list
                                // to SQL for each query.
                                + " and origin = ?6 and status <> ?7 and status <> ?8 and fileDeletedAt is null"
                                + " order by receivedAt desc",
                        actor.id(),
                        upload.dataflow().id(),
                        upload.mode(),
                        file.sha256(),
                        upload.mapping().paramsAsJson(),
                        upload.origin(),
                        SubmissionStatus.RETURNED,
                        SubmissionStatus.WITHDRAWN)
                .list();
    }

    /**
     * Returns the newest earlier file with the same dataflow, source and areas as a submission. The file is accepted,
     * and a saved mapping read it.
     */
    public Optional<Submission> lastMapped(Submission later) {
        return find(
                        "dataflow = ?1 and source = ?2 and areas = ?3 and status = ?4 and mappingId is not null"
                                + " and receivedAt < ?5 order by receivedAt desc, id",
                        later.dataflow,
                        later.source,
                        later.areas,
                        SubmissionStatus.ACCEPTED,
                        later.receivedAt)
                .firstResultOptional();
    }

    /**
     * Finds pending submissions of the same account whose areas and periods all occur in a newer file. The newer file
     * replaces whole periods. A submission without periods withdraws figures in all periods, so it is never found.
     */
    public List<UUID> pendingWithin(Submission newer) {
        return find(
                        "select s.id from Submission s where submittedBy = ?1 and dataflow = ?2 and id <> ?3"
                                + " and status in ?4 and array_includes(?5, areas) and array_includes(?6, periods)"
                                + " and array_length(periods) > 0",
                        newer.submittedBy,
                        newer.dataflow,
                        newer.id,
                        PENDING,
                        newer.areas,
                        newer.periods)
                .project(UUID.class)
                .list();
    }

    /**
     * Returns the given submissions that are still pending; a review may have ended meanwhile. Locks the returned
     * submissions until the transaction ends.
     */
    public List<Submission> pendingForChange(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 and status in ?2 order by id", ids, PENDING)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    private static Map<String, Object> scope(Actor actor) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("staff", actor.readsAll());
        parameters.put("me", actor.id());
        parameters.put("areas", actor.areasOf(actor.source()).toArray(new String[0]));
        parameters.put("mine", actor.source());
        return parameters;
    }

    /** A position in the list of submissions. {@code parse} reads the text that {@code toString} writes. */
    public record SubmissionCursor(Instant receivedAt, UUID id) {

        private static final Instant FIRST = Instant.EPOCH;
        private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

        public static SubmissionCursor of(Submission submission) {
            return new SubmissionCursor(submission.receivedAt, submission.id);
        }

        /**
         * Reads a position from its text.
         *
         * @throws RuntimeException if the text is not valid, or if its time is outside the range of the database
         */
        public static SubmissionCursor parse(String text) {
            int blank = text.indexOf(' ');
            Instant at = Instant.parse(text.substring(0, blank));
            if (at.isBefore(FIRST) || at.isAfter(LAST)) {
                throw new IllegalArgumentException("no time of arrival: " + at);
            }
            return new SubmissionCursor(at, UUID.fromString(text.substring(blank + 1)));
        }

        @Override
        public String toString() {
            return receivedAt + " " + id;
        }
    }
}
