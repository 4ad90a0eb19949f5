package org.tipstats.collect.values;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tipstats.collect.submission.Submission;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.database.Database;

/**
 * The sequence of acceptances. The numbers of acceptances have no gaps and grow with time, across all instances of the
 * service.
 */
@ApplicationScoped
public class AcceptanceRepository {

    private final Database database;

    AcceptanceRepository(Database database) {
        this.database = database;
    }

    /** Waits until no other acceptance is under way. The lock lasts until the transaction ends. */
    public void lock() {
        database.lock("acceptance");
    }

    /** Adds the next acceptance. The caller must call {@link #lock} first. */
    public void add(Submission submission, Actor by, Instant at) {
        database.update(
                "insert into acceptance (number, submission_id, dataflow, source, accepted_at, accepted_by)"
                        + " select coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from acceptance",
                submission.id,
                submission.dataflow,
                submission.source,
                at,
                by.id());
    }

    /** Returns the number of the latest acceptance, or 0 if nothing is accepted. */
    public long latest() {
        return database.number("select coalesce(max(number), 0) from acceptance");
    }

    /**
     * Returns the sources whose figures in a dataflow were accepted up to the given acceptance, sorted. Leaves out the
     * official source.
     */
    List<String> otherSources(String dataflow, long number) {
        return database.list(
                "select distinct source from acceptance where source <> ? and dataflow = ? and number <= ? order by 1",
                row -> row.getString(1),
                Mandate.OFFICIAL,
                dataflow,
                number);
    }

    /** Returns the number of a submission's acceptance, or 0 if the submission is not accepted. */
    public long of(UUID submission) {
        return database.number("select coalesce(max(number), 0) from acceptance where submission_id = ?", submission);
    }

    /** Returns the submissions whose acceptance has at most the given number, in order of acceptance. */
    List<UUID> submissionsUpTo(long number) {
        return database.list(
                "select submission_id from acceptance where number <= ? order by number",
                row -> row.getObject(1, UUID.class),
                number);
    }
}
