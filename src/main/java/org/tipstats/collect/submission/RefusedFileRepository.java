package org.tipstats.collect.submission;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;
import org.tipstats.platform.retention.RetentionRule.RetentionStock;
import org.tipstats.validate.findings.ReportJson;

/** Finds and deletes the files of refused submissions. */
@Singleton
record RefusedFileRepository(Database database) {

    private static final int MOST = 100;

    /** The time at which a submission was refused: the time of its last step. */
    private static final String REFUSED_AT =
            "coalesce((select max(e.at) from submission_event e where e.submission_id = s.id), s.received_at)";

    /** Selects refused submissions. Leaves out submissions that were ever accepted or are a source of a release. */
    private static final String REFUSED = " from submission s where s.status in ('INVALID', 'RETURNED', 'WITHDRAWN')"
            + " and s.file_deleted_at is null"
            + " and not exists (select from acceptance a where a.submission_id = s.id)"
            + " and not exists (select from release_source r where r.submission_id = s.id)";

    private static final List<String> PARTS = List.of(
            "submission_file",
            "submission_mapped",
            "submission_cell",
            "submission_findings",
            "submission_message",
            "submitted_value");

    RetentionStock stock() {
        return new RetentionStock(
                database.number("select count(*)" + REFUSED),
                database.number("select coalesce(sum(s.bytes), 0)" + REFUSED),
                database.instant("select min(" + REFUSED_AT + ")" + REFUSED).orElse(null));
    }

    /** Returns the oldest of the submissions that were refused before an instant, and locks them. */
    List<UUID> refusedBefore(Instant instant) {
        return database.list(
                "select s.id" + REFUSED + " and s.received_at < ? and " + REFUSED_AT
                        + " < ? order by s.received_at, s.id limit ? for update of s skip locked",
                row -> row.getObject(1, UUID.class),
                instant,
                instant,
                MOST);
    }

    /** Returns the size of the files as they were received. */
    long bytes(List<UUID> submissions) {
        return database.number(
                "select coalesce(sum(bytes), 0) from submission where id::text = any (?)",
                submissions.stream().map(UUID::toString).toList());
    }

    /**
     * Deletes a file, the message that came with it and all stored copies of its rows. The report keeps its counts,
     * without values.
     */
    void delete(UUID submission, Instant at) {
        for (String table : PARTS) {
            database.update("delete from " + table + " where submission_id = ?", submission);
        }
        String head = database.first(
                        "select report_head from submission where id = ?", row -> row.getString(1), submission)
                .orElseThrow();
        database.update(
                "update submission set file_deleted_at = ?, report_head = ?, corrections = ? where id = ?",
                at,
                ReportJson.write(ReportJson.readHead(head).withoutCells()),
                "[]",
                submission);
    }

    /**
     * Deletes files of submissions that are invalid, returned or withdrawn, with the messages that came with them and
     * all copies of their rows: mapped rows, findings and values. Keeps the hash, the counts, the history, the comments
     * and the audit log, so receipts stay valid. Never deletes the file of a submission that was ever accepted.
     */
    @Produces
    @Singleton
    static RetentionRule refusedFiles(RefusedFileRepository files, RetentionConfig config, Clock clock) {
        return new RetentionRule(
                "refused-files",
                config.refusedFiles(),
                files::stock,
                before -> delete(files.refusedBefore(before), files, clock.instant()));
    }

    private static RetentionDeletion delete(List<UUID> old, RefusedFileRepository files, Instant now) {
        long bytes = files.bytes(old);
        old.forEach(id -> files.delete(id, now));
        return new RetentionDeletion(
                old.size(), bytes, old.stream().map(id -> "submissions/" + id).toList());
    }
}
