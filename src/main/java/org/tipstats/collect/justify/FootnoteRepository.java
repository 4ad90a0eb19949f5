package org.tipstats.collect.justify;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.tipstats.collect.submission.Submission;
import org.tipstats.platform.database.Database;
import org.tipstats.vocabulary.schema.Dataflow;

/** Stores which justifications are public comments, and on which version of a value. */
@Singleton
record FootnoteRepository(Database database) {

    private static final String UNCHANGED = """
        with noted as materialized (
            select f.submission_id, f.series_key, f.justification_id, j.rule, j.text
            from footnote f join justification j on j.id = f.justification_id
            join submission s on s.id = f.submission_id
            where s.dataflow = ? and s.source = ? and s.areas && ?::varchar[]),
        now as materialized (
            select series_key, value, status from submitted_value
            where submission_id = ? and action = 'M' and series_key in (select series_key from noted)),
        held as (
            select distinct on (v.series_key) v.series_key, v.submission_id, v.value, v.status
            from submitted_value v join acceptance a on a.submission_id = v.submission_id
            where v.dataflow = ? and a.source = ? and v.area = any (?) and v.series_key in (select series_key from now)
            order by v.series_key, a.number desc)
        select n.series_key, n.justification_id, n.rule, n.text from noted n
        join held h on h.series_key = n.series_key and h.submission_id = n.submission_id
        join now w on w.series_key = n.series_key
        where w.value is not distinct from h.value and w.status is not distinct from h.status
        order by n.series_key, n.justification_id\
        """;

    void add(UUID submission, Footnote footnote) {
        database.update(
                "insert into footnote (submission_id, series_key, justification_id) values (?, ?, ?)",
                submission,
                footnote.key(),
                footnote.justification());
    }

    /** Returns the ids of the justifications that are public comments on a submission's values. */
    Set<Long> of(UUID submission) {
        return new TreeSet<>(database.list(
                "select justification_id from footnote where submission_id = ?", row -> row.getLong(1), submission));
    }

    /**
     * Finds the current figures of the submission's source and areas whose value and status the submission repeats in a
     * row with action M. Returns the public comments on these figures, ordered by key, then by the time at which each
     * comment was given.
     */
    List<Footnote> onUnchangedFigures(Submission submission, Dataflow dataflow) {
        // Most deployments have no public comment. This check is ten times as fast as planning the query below.
        return database.first("select from footnote limit 1", row -> true).isEmpty()
                ? List.of()
                : unchanged(submission, dataflow);
    }

    private List<Footnote> unchanged(Submission submission, Dataflow dataflow) {
        return database.list(
                UNCHANGED,
                row -> new Footnote(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)),
                dataflow.id(),
                submission.source,
                submission.areaList(),
                submission.id,
                dataflow.id(),
                submission.source,
                submission.areaList());
    }

    /**
     * A justification whose text is a public comment.
     *
     * @param key the key of the value that the comment belongs to
     */
    record Footnote(String key, long justification, String rule, String text) {

        /** Returns whether another justification has the same rule and explains the same key. */
        boolean isAbout(Justification other) {
            return rule.equals(other.rule) && key.equals(other.subject);
        }
    }
}
