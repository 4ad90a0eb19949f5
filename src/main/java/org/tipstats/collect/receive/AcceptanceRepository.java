package org.tipstats.collect.receive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Mandate;
import org.tipstats.platform.database.Database;

/** The order of acceptances: numbers without gap that grow with time, whatever instance gives them. */
@ApplicationScoped
class AcceptanceRepository {

    private final Database database;

    AcceptanceRepository(Database database) {
        this.database = database;
    }

    /** Waits until no other acceptance is under way; held until the transaction ends. */
    void lock() {
        database.lock("acceptance");
    }

    /** Adds the next acceptance; call {@link #lock} first. */
    long add(Submission submission, Actor by, Instant at) {
        long number = latest() + 1;
        database.update(
                "insert into acceptance (number, submission_id, dataflow, source, accepted_at, accepted_by)"
                        + " values (?, ?, ?, ?, ?, ?)",
                number,
                submission.id,
                submission.dataflow,
                submission.source,
                at,
                by.id());
        return number;
    }

    /** The number of the latest acceptance, or 0. */
    long latest() {
        return database.number("select coalesce(max(number), 0) from acceptance");
    }

    /** The sources beside the official one of which anything of a dataflow was accepted up to a number, sorted. */
    List<String> sourcesBeside(String dataflow, long number) {
        return database.list(
                "select distinct source from acceptance where source <> ? and dataflow = ? and number <= ? order by 1",
                row -> row.getString(1),
                Mandate.OFFICIAL,
                dataflow,
                number);
    }

    /** The number of a submission's acceptance, or 0 when it isn't accepted. */
    long of(UUID submission) {
        return database.number("select coalesce(max(number), 0) from acceptance where submission_id = ?", submission);
    }

    /** The submissions accepted up to a number, in order. */
    List<UUID> submissionsUpTo(long number) {
        return database.list(
                "select submission_id from acceptance where number <= ? order by number",
                row -> row.getObject(1, UUID.class),
                number);
    }
}
