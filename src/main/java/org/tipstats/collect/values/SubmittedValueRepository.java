package org.tipstats.collect.values;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.tipstats.collect.values.AcceptedObservations.ValueSource;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.database.Database;
import org.tipstats.validate.row.ValidatedRows.ValidatedRow;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Stores the values of submissions and reads the current figures. The current figure of a key is the row of the latest
 * acceptance that contains the key.
 */
@ApplicationScoped
public class SubmittedValueRepository {

    /** For inserting rows. All other access uses the view {@code submitted_value}, which shows only permitted rows. */
    private static final String TARGET =
            "submitted_value_row (submission_id, dataflow, area, period, series_key, line, record, action,"
                    + " value, status, confidentiality, attributes)";

    private static final String HELD = """
        select v.series_key, v.action, v.value, v.status, v.confidentiality, v.attributes::text, a.number
        from submitted_value v join acceptance a on a.submission_id = v.submission_id
        where v.dataflow = ? and a.source = ? and a.number <= ?\
        """;

    private static final String FOOTNOTES = """
        select f.series_key, j.text, a.number
        from footnote f join justification j on j.id = f.justification_id
        join acceptance a on a.submission_id = f.submission_id
        where a.dataflow = ? and a.source = ? and a.number <= ? order by j.id\
        """;

    private static final String ROWS = """
        select line, record, series_key, action, value, status, confidentiality, attributes::text
        from submitted_value where submission_id = ? and record is not null\
        """;

    private static final String ATTRIBUTES =
            "select exists (select from submitted_value where dataflow = ? and area = any (?) and attributes is not null)";

    /** Statuses are separated by commas, because SDMX allows no comma in a code. */
    private static final String YEARS = """
        insert into submission_year (submission_id, area, period, figures, statuses, withdrawals)
        select ?, area, period, figures::bigint, string_to_array(statuses, ','), withdrawals::bigint
        from unnest(?, ?, ?, ?, ?) counted (area, period, figures, statuses, withdrawals)
        on conflict (submission_id, area, period)
            do update set withdrawals = submission_year.withdrawals + excluded.withdrawals\
        """;

    /** Counts the rows first and sorts only the counts, because sorting all rows takes longer. */
    private static final String MISSING_YEARS = """
        insert into submission_year (submission_id, area, period, figures, statuses, withdrawals)
        select submission_id, area, period, sum(figures),
               coalesce(array_agg(missing order by missing) filter (where missing is not null), '{}'), sum(withdrawals)
        from (select submission_id, area, period, case when value is null then status end as missing,
                     count(value) as figures, count(*) filter (where action = 'D') as withdrawals
              from submitted_value where submission_id = ? group by 1, 2, 3, 4) counted
        where not exists (select from submission_year y where y.submission_id = ?)
        group by submission_id, area, period\
        """;

    /**
     * Counts the rows of a submission that later acceptances changed: figures with a new value or status, withdrawn
     * figures, and withdrawals that a new figure followed. For each key, compares only with the latest of these
     * acceptances. Reads only later rows of the same areas and years. Leaves out rows without a record: they are
     * withdrawals that the file does not name.
     */
    private static final String CHANGED_LATER = """
        select count(*) from submitted_value v join (
            select distinct on (n.series_key) n.series_key, n.action, n.value, n.status
            from acceptance own join acceptance a on a.dataflow = own.dataflow and a.source = own.source
            join submitted_value n on n.submission_id = a.submission_id
            where own.submission_id = ? and a.number > own.number and n.dataflow = own.dataflow
                and (n.area, n.period) in (select y.area, y.period from submission_year y
                    where y.submission_id = own.submission_id)
            order by n.series_key, a.number desc) later on later.series_key = v.series_key
        where v.submission_id = ? and v.record is not null and ((v.action = 'D') <> (later.action = 'D')
            or later.action <> 'D' and (v.value, v.status) is distinct from (later.value, later.status))\
        """;

    private final Database database;

    public SubmittedValueRepository(Database database) {
        this.database = database;
    }

    public void store(UUID submission, Dataflow dataflow, Iterator<ValidatedRow> rows) {
        ValueColumns columns = new ValueColumns(dataflow);
        database.copy(TARGET, copy -> {
            while (rows.hasNext()) {
                columns.write(copy, submission, rows.next());
            }
        });
        addYears(submission, columns.years());
    }

    private void addYears(UUID submission, YearCounts years) {
        List<Object> values = new ArrayList<>(List.of(submission));
        values.addAll(years.columns());
        database.update(YEARS, values.toArray());
    }

    /**
     * Counts the rows of a submission by area and year if they are not counted yet. This happens if an instance of an
     * earlier version received the submission during an update of the service.
     */
    private void countMissingYears(UUID submission) {
        database.update(MISSING_YEARS, submission, submission);
    }

    /** Returns the rows of a submission in the order of the file. */
    public List<ValidatedRow> rowsOf(UUID submission, Dataflow dataflow) {
        return database.list(ROWS + " order by record", new ValueColumns(dataflow)::row, submission);
    }

    /** Passes every row of a submission to a consumer, in no particular order. */
    void eachRow(UUID submission, Dataflow dataflow, Consumer<ValidatedRow> consumer) {
        ValueColumns columns = new ValueColumns(dataflow);
        database.each(ROWS, row -> consumer.accept(columns.row(row)), submission);
    }

    /** Returns the rows of a submission that have one of these keys. */
    public List<ValidatedRow> rows(UUID submission, Dataflow dataflow, Collection<String> keys) {
        return database.list(ROWS + " and series_key = any (?)", new ValueColumns(dataflow)::row, submission, keys);
    }

    /** Returns whether at least one row of a submission is a withdrawal. Counts the rows by year first if necessary. */
    public boolean withdrawsAny(UUID submission) {
        return withdraws(submission)
                .or(() -> {
                    countMissingYears(submission);
                    return withdraws(submission);
                })
                .orElse(false);
    }

    /** Returns whether a row of a submission is a withdrawal; empty if the rows are not counted by year yet. */
    private Optional<Boolean> withdraws(UUID submission) {
        return database.first(
                "select bool_or(withdrawals > 0) from submission_year where submission_id = ? having count(*) > 0",
                row -> row.getBoolean(1),
                submission);
    }

    /** Returns a source's figures for some areas, as they stood after an acceptance. */
    public Cube held(Dataflow dataflow, String source, Collection<String> areas, long upTo) {
        AcceptedState held = new AcceptedState(new KeySpace(dataflow.structure()));
        database.each(HELD + " and v.area = any (?)", held::add, dataflow.id(), source, upTo, areas);
        return held.toCube();
    }

    /**
     * Returns a source's figures for all areas, as they stood after an acceptance. Comments include the agreed
     * footnotes.
     */
    Cube heldWithFootnotes(Dataflow dataflow, String source, long upTo) {
        AcceptedState held = new AcceptedState(new KeySpace(dataflow.structure()));
        database.each(HELD, held::add, dataflow.id(), source, upTo);
        database.each(FOOTNOTES, held::addFootnote, dataflow.id(), source, upTo);
        return held.toCube();
    }

    /** Returns the origin of the official value that a key had after an acceptance. */
    Optional<ValueSource> source(Dataflow dataflow, String area, String key, long upTo) {
        return database.first("""
                        select s.id, s.file_name, v.line, s.sha256, a.accepted_at, s.submitter_name, c.cells,
                          s.origin, s.on_behalf
                        from submitted_value v join acceptance a on a.submission_id = v.submission_id
                        join submission s on s.id = v.submission_id
                        left join submission_cell c on c.submission_id = v.submission_id and c.line = v.line
                        where v.dataflow = ? and v.area = ? and v.series_key = ? and a.source = ?
                          and a.number <= ?
                        order by a.number desc limit 1\
                        """, ValueSource::from, dataflow.id(), area, key, Mandate.OFFICIAL, upTo);
    }

    /** Returns the number of rows of an accepted submission that later acceptances changed; see {@link #CHANGED_LATER}. */
    public long changedLater(UUID submission) {
        return database.number(CHANGED_LATER, submission, submission);
    }

    /** Returns whether an accepted submission has a key in common with a submission that was accepted after it. */
    public boolean isFollowed(UUID submission) {
        return database.number("""
                select count(*) from acceptance own
                join acceptance a on a.dataflow = own.dataflow and a.source = own.source and a.number > own.number
                where own.submission_id = ? and exists (
                    select 1 from submitted_value o join submitted_value k on k.series_key = o.series_key
                    where o.submission_id = a.submission_id and k.submission_id = own.submission_id)\
                """, submission) > 0;
    }

    /** Copies attributes that rows with action M leave out, from the accepted values of the source. */
    public void inheritAttributes(UUID submission, Dataflow dataflow, String source, Collection<String> areas) {
        // Most areas have no attributes. This check uses an index; the update would read each row of the submission.
        if (database.first(ATTRIBUTES, row -> row.getBoolean(1), dataflow.id(), areas)
                .orElseThrow()) {
            copyAttributes(submission, dataflow, source, areas);
        }
    }

    private void copyAttributes(UUID submission, Dataflow dataflow, String source, Collection<String> areas) {
        database.update("""
                  update submitted_value n set attributes = o.attributes || coalesce(n.attributes, '{}')
                  from (select distinct on (v.series_key) v.series_key, v.attributes, v.action
                        from submitted_value v join acceptance a on a.submission_id = v.submission_id
                        where v.dataflow = ? and a.source = ? and v.area = any (?) and v.series_key in
                            (select k.series_key from submitted_value k
                             where k.dataflow = ? and k.area = any (?) and k.attributes is not null)
                        order by v.series_key, a.number desc) o
                  where n.submission_id = ? and n.action = 'M' and n.series_key = o.series_key
                    and o.action <> 'D' and o.attributes is not null\
                  """, dataflow.id(), source, areas, dataflow.id(), areas, submission);
    }

    /**
     * Stores withdrawals of keys that the submission's rows do not name one by one. Counts the rows by year first if
     * necessary.
     */
    public void withdraw(UUID submission, Dataflow dataflow, KeySpace space, Iterable<Long> keys) {
        countMissingYears(submission);
        ValueColumns columns = new ValueColumns(dataflow);
        database.copy(TARGET, copy -> {
            for (long key : keys) {
                columns.writeWithdrawal(copy, submission, space.format(key));
            }
        });
        addYears(submission, columns.years());
    }

    /** Returns pending submissions of the same account in the mode MERGE whose keys all occur in a newer submission. */
    public List<UUID> contained(UUID newer, UUID account, String dataflow) {
        return database.list("""
                          select s.id from submission s
                          where s.submitted_by = ? and s.dataflow = ? and s.id <> ? and s.mode = 'MERGE'
                            and s.status in ('NEEDS_JUSTIFICATION', 'SUBMITTED')
                            and not exists (
                                select 1 from submitted_value o where o.submission_id = s.id and not exists (
                                    select 1 from submitted_value n
                                    where n.submission_id = ? and n.series_key = o.series_key))\
                          """, row -> row.getObject(1, UUID.class), account, dataflow, newer, newer);
    }

    /**
     * Returns other pending submissions of the same source and dataflow, from any account, that have a key in common
     * with the given submission. If one of the two submissions replaces whole periods, a common area and period is
     * enough.
     */
    public List<UUID> overlapping(UUID submission) {
        return database.list("""
                select s.id from submission n join submission s on s.dataflow = n.dataflow and s.source = n.source and s.id <> n.id
                where n.id = ? and s.status in ('NEEDS_JUSTIFICATION', 'SUBMITTED')
                  and ('REPLACE' in (s.mode, n.mode) and s.areas && n.areas and s.periods && n.periods
                      or exists (
                          select 1 from submitted_value o join submitted_value k on k.series_key = o.series_key
                          where o.submission_id = s.id and k.submission_id = n.id))
                order by s.id\
                """, row -> row.getObject(1, UUID.class), submission);
    }
}
