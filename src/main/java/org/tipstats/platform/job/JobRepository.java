package org.tipstats.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.platform.database.ChunkStore;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobView.Job;
import org.tipstats.platform.job.JobView.JobRequest;
import org.tipstats.platform.job.JobView.JobState;
import org.tipstats.platform.job.JobView.TakenJob;
import org.tipstats.platform.retention.RetentionRule.RetentionStock;

/**
 * Stores jobs and their answers. A running job belongs to one instance, and only this instance changes the job. Other
 * instances may ask to cancel the job. They may take over a job that gives no sign of life, or mark it as failed.
 */
@ApplicationScoped
class JobRepository {

    private static final String COLUMNS = "id, kind, account, state, stage, percent, created_at, finished_at,"
            + " coalesce(status, 0), bytes, location, media_type, language, file_name";

    private static final String OWN = " and state = 'RUNNING' and instance = ?";

    private final Database database;
    private final ChunkStore answers;
    private final UUID instance = UUID.randomUUID();

    JobRepository(Database database) {
        this.database = database;
        this.answers = new ChunkStore(database, "job_result", "job_id");
    }

    /** Adds a job of this instance. */
    void add(UUID id, JobRequest request, Instant at) {
        database.update(
                "insert into job (id, kind, location, account, input, instance, state, stage, percent, created_at,"
                        + " heard_at) values (?, ?, ?, ?, ?, ?, 'RUNNING', 'waiting', 0, ?, ?)",
                id,
                request.kind(),
                request.place(),
                request.account(),
                request.input(),
                instance,
                at,
                at);
    }

    /**
     * Takes over one job of another instance. The last sign of life of the job must be between {@code from} and
     * {@code to}. If several instances try at the same time, only one of them gets the job.
     *
     * @param kinds the kinds of jobs that this instance can start again
     * @param most the number of times that a job may be taken over
     */
    Optional<TakenJob> takeOver(Collection<String> kinds, int most, Instant from, Instant to, Instant at) {
        return database.first(
                "update job set instance = ?, heard_at = ?, takeovers = takeovers + 1 where id = (select id from job"
                        + " where state = 'RUNNING' and heard_at between ? and ? and input is not null and kind = any (?)"
                        + " and takeovers < ? order by created_at, id limit 1 for update skip locked)"
                        + " returning id, kind, input",
                row -> new TakenJob(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                instance,
                at,
                from,
                to,
                kinds,
                most);
    }

    /**
     * Releases the jobs of this instance, which stops: other instances can take them over at once. Leaves out jobs that
     * only this instance can do. Lowers the number of takeovers of each job by one, even to -1, so that the next
     * takeover only restores the number.
     *
     * @param heard the new time of the last sign of life of the jobs, so long ago that they may be taken over
     */
    void release(Instant heard) {
        database.update(
                "update job set instance = gen_random_uuid(), heard_at = ?, takeovers = takeovers - 1 where input is not null"
                        + OWN,
                heard,
                instance);
    }

    /**
     * Returns the newest jobs of a kind that have no answer: jobs that still run, and jobs that failed or were
     * cancelled after the instant {@code since}. Leaves out jobs that were stored without the path of an object.
     */
    List<Job> unanswered(String kind, Instant since, int most) {
        return database.list(
                "select " + COLUMNS + " from job where kind = ? and location is not null"
                        + " and (state = 'RUNNING' or state <> 'DONE' and finished_at > ?)"
                        + " order by created_at desc, id limit ?",
                JobRepository::read,
                kind,
                since,
                most);
    }

    Optional<Job> find(UUID id) {
        return database.first("select " + COLUMNS + " from job where id = ?", JobRepository::read, id);
    }

    long count(JobState state) {
        return database.number("select count(*) from job where state = ?", state.name());
    }

    List<Job> latest(JobState state, int most) {
        return database.list(
                "select " + COLUMNS + " from job where state = ? order by finished_at desc, id limit ?",
                JobRepository::read,
                state.name(),
                most);
    }

    private static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                JobState.valueOf(row.getString(4)),
                row.getString(5),
                row.getInt(6),
                Database.time(row, 7),
                Database.time(row, 8),
                new Job.Reply(
                        row.getInt(9),
                        row.getLong(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        row.getString(14)));
    }

    /**
     * Stores the progress of a job.
     *
     * @return false if the job was cancelled or does not belong to this instance any more
     */
    boolean progress(UUID id, String stage, int percent, Instant at) {
        return database.update(
                        "update job set stage = ?, percent = greatest(percent, ?), heard_at = ?"
                                + " where id = ? and not cancel_requested" + OWN,
                        stage,
                        percent,
                        at,
                        id,
                        instance)
                == 1;
    }

    /**
     * Records that jobs are still alive, even if they made no progress. Leaves out jobs that another transaction has
     * locked: to wait for these would delay the other jobs, and nobody can take over a locked job.
     */
    void markAlive(Collection<UUID> ids, Instant at) {
        database.update(
                "update job set heard_at = ? where id in (select id from job where id::text = any (?)" + OWN
                        + " for update skip locked)",
                at,
                ids.stream().map(UUID::toString).toList(),
                instance);
    }

    void requestCancel(UUID id) {
        database.update("update job set cancel_requested = true where id = ? and state = 'RUNNING'", id);
    }

    void answer(UUID id, JobAnswer answer, Path body, Instant at) {
        try (InputStream in = Files.newInputStream(body)) {
            if (finish(id, answer, Files.size(body), at)) {
                answers.write(in, id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean finish(UUID id, JobAnswer answer, long bytes, Instant at) {
        return database.update(
                        "update job set state = 'DONE', percent = 100, stage = 'done', finished_at = ?, status = ?,"
                                + " bytes = ?, location = ?, media_type = ?, language = ?, file_name = ?"
                                + " where id = ?" + OWN,
                        at,
                        answer.status(),
                        bytes,
                        answer.location(),
                        answer.mediaType(),
                        answer.language(),
                        answer.fileName(),
                        id,
                        instance)
                == 1;
    }

    void end(UUID id, JobState state, Instant at) {
        database.update("update job set state = ?, finished_at = ? where id = ?" + OWN, state.name(), at, id, instance);
    }

    InputStream body(UUID id) {
        return answers.open(id);
    }

    /**
     * Marks running jobs as failed if they gave no sign of life after an instant.
     *
     * @param most the number of times that a job may be taken over
     * @param since the instant for jobs that no other instance can take over
     * @param longSince the instant for jobs that another instance could still take over
     * @param former the instant for jobs of an older program, which gives signs of life less often
     */
    void failSilent(int most, Instant since, Instant longSince, Instant former, Instant at) {
        database.update(
                "update job set state = 'FAILED', finished_at = ? where state = 'RUNNING' and heard_at < case"
                        + " when instance is null then cast(? as timestamptz)"
                        + " when input is null or takeovers >= ? then ? else ? end",
                at,
                former,
                most,
                since,
                longSince);
    }

    long bytesKept() {
        return database.number("select coalesce(sum(bytes), 0) from job");
    }

    /** @param account null for the jobs of anonymous callers */
    long bytesKept(UUID account) {
        return database.number(
                "select coalesce(sum(bytes), 0) from job where account is not distinct from cast(? as uuid)", account);
    }

    /** Counts the jobs that ended, and the bytes of their answers. */
    RetentionStock finished() {
        return new RetentionStock(
                database.number("select count(*) from job where finished_at is not null"),
                bytesKept(),
                database.instant("select min(finished_at) from job").orElse(null));
    }

    void delete(UUID id) {
        database.update("delete from job where id = ?", id);
    }

    /**
     * Deletes jobs that ended before a time.
     *
     * @param anonymous the time for jobs of callers who were not signed in
     */
    void deleteFinishedBefore(Instant time, Instant anonymous) {
        database.update(
                "delete from job where finished_at < ? or account is null and finished_at < ?", time, anonymous);
    }
}
