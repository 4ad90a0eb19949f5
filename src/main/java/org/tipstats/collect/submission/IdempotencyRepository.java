package org.tipstats.collect.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
     * A stored answer.
     *
     * @param status the HTTP status of the answer
     */
    public record Answer(UUID submission, int status) {}

    private final Database database;

    IdempotencyRepository(Database database) {
        this.database = database;
    }

    /** Waits until no other request with the key is under way. The lock lasts until the transaction ends. */
    public void lock(Actor actor, String key) {
        database.lock("idempotency " + actor.id() + " " + key);
    }

    /**
     * Returns the answer given to the same request before.
     *
     * @throws ProblemException 422 if the key was used for another request
     */
    public Optional<Answer> find(Actor actor, String key, String fingerprint) {
        record StoredAnswer(String fingerprint, Answer answer) {}
        Optional<StoredAnswer> kept = database
                .list(
                        "select fingerprint, submission_id, status from idempotent_answer where account = ? and key = ?",
                        row -> new StoredAnswer(
                                row.getString(1), new Answer(row.getObject(2, UUID.class), row.getInt(3))),
                        actor.id(),
                        key)
                .stream()
                .findFirst();
        if (kept.isPresent() && !kept.get().fingerprint.equals(fingerprint)) {
            throw new ProblemException(
                    ProblemType.CONTENT_INVALID,
                    "This Idempotency-Key was used for another file, dataflow or mode. Use a new key for a new request.");
        }
        return kept.map(StoredAnswer::answer);
    }

    public void store(Actor actor, String key, String fingerprint, Answer answer, Instant at) {
        database.update(
                "insert into idempotent_answer (account, key, fingerprint, submission_id, status, at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                actor.id(),
                key,
                fingerprint,
                answer.submission(),
                answer.status(),
                at);
    }
}
