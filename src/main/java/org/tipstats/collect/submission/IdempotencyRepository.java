package org.tipstats.collect.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Stores the answer given for each Idempotency-Key. Keys never expire, so the same key never creates a second
 * submission.
 */
@ApplicationScoped
public class IdempotencyRepository {

    /**
     * The answer that was given to a request.
     *
     * @param submissions the submissions of the answer, at least one
     * @param status the HTTP status
     * @param fingerprint identifies the request, so that another request with the same key is noticed
     */
    public record Answer(List<UUID> submissions, int status, String fingerprint) {}

    private final Database database;

    IdempotencyRepository(Database database) {
        this.database = database;
    }

    /**
     * Returns the answer given to the same request before. Waits for another request with the same key to end. The lock
     * on the key lasts until the transaction ends.
     *
     * @throws ProblemException 422 if the key was used for another request
     */
    public Optional<Answer> find(Actor actor, String key, String fingerprint) {
        database.lock("idempotency " + actor.id() + " " + key);
        Optional<Answer> kept = database.first(
                "select array_prepend(submission_id, others), status, fingerprint from idempotent_answer"
                        + " where account = ? and key = ?",
                row -> new Answer(List.of((UUID[]) row.getArray(1).getArray()), row.getInt(2), row.getString(3)),
                actor.id(),
                key);
        if (kept.isPresent() && !kept.get().fingerprint().equals(fingerprint)) {
            throw new ProblemException(
                    ProblemType.CONTENT_INVALID,
                    "This Idempotency-Key was used for another file, dataflow or mode. Use a new key for a new request.");
        }
        return kept;
    }

    public void store(Actor actor, String key, Answer answer, Instant at) {
        database.update(
                "insert into idempotent_answer (account, key, fingerprint, submission_id, others, status, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                actor.id(),
                key,
                answer.fingerprint(),
                answer.submissions().get(0),
                answer.submissions().stream().skip(1).toArray(UUID[]::new),
                answer.status(),
                at);
    }
}
