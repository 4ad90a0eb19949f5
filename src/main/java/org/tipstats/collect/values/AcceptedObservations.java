package org.tipstats.collect.values;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import org.tipstats.collect.upload.Upload.UploadOrigin;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.database.Database;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Reads the accepted figures as they stood after any acceptance. Acceptances are numbered, so an earlier state can be
 * read again. Releases are compiled only from the figures that this class returns.
 */
@ApplicationScoped
public class AcceptedObservations {

    private final SubmittedValueRepository values;
    private final AcceptanceRepository acceptances;
    private final Database database;

    AcceptedObservations(SubmittedValueRepository values, AcceptanceRepository acceptances, Database database) {
        this.values = values;
        this.acceptances = acceptances;
        this.database = database;
    }

    /** Returns the accepted figures of a database, for commands that run without the service. */
    public static AcceptedObservations of(Database database) {
        return new AcceptedObservations(
                new SubmittedValueRepository(database), new AcceptanceRepository(database), database);
    }

    /** Returns the number of the latest acceptance, or 0 if nothing is accepted yet. */
    public long latest() {
        return acceptances.latest();
    }

    /**
     * Returns the official figures of a dataflow as they stood after an acceptance. Comments include the agreed
     * footnotes.
     */
    public Cube at(Dataflow dataflow, long acceptance) {
        return values.heldWithFootnotes(dataflow, Mandate.OFFICIAL, acceptance);
    }

    /**
     * Returns the figures of each source, by source code. Leaves out the official source and sources without figures.
     */
    public Map<String, Cube> otherSources(Dataflow dataflow, long acceptance) {
        Map<String, Cube> beside = new TreeMap<>();
        for (String source : acceptances.otherSources(dataflow.id(), acceptance)) {
            Cube held = values.heldWithFootnotes(dataflow, source, acceptance);
            if (held.size() > 0) {
                beside.put(source, held);
            }
        }
        return beside;
    }

    /** Returns the origin of the official figure with this key, as it stood after an acceptance. */
    public Optional<ValueSource> source(Dataflow dataflow, long key, long acceptance) {
        KeySpace space = new KeySpace(dataflow.structure());
        String area = space.code(key, dataflow.structure().area());
        return values.source(dataflow, area, space.format(key), acceptance);
    }

    /**
     * Returns whether all counts in a submission's file are known. Ignores rows without a count.
     *
     * @param known checks whether a key with its count is known
     */
    public boolean hasOnly(UUID submission, Dataflow dataflow, BiPredicate<Long, Long> known) {
        AtomicBoolean only = new AtomicBoolean(true);
        values.eachRow(submission, dataflow, row -> {
            if (row.value() != null && !known.test(row.packed(), row.value())) {
                only.set(false);
            }
        });
        return only.get();
    }

    /** Returns the submissions accepted up to an acceptance, in order. */
    public List<UUID> submissionsUpTo(long acceptance) {
        return acceptances.submissionsUpTo(acceptance);
    }

    /** Counts the submissions that wait for a justification or a review, by status. */
    public Map<String, Long> pendingByStatus() {
        Map<String, Long> counts = new TreeMap<>();
        database.each(
                "select status, count(*) from submission where status in ('NEEDS_JUSTIFICATION', 'SUBMITTED')"
                        + " group by status",
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /**
     * The origin of an accepted value.
     *
     * @param fileName the name of the submitted file, or null
     * @param sheet the sheet of the first cell, in a workbook that a mapping read
     * @param line the physical line on which its record starts; the line of the first cell in a file that a mapping
     *     read
     * @param cells the cells that the value was made of, in a file that a mapping read
     * @param sha256 hash of the rows as reviewed; null if the reader may not know all figures of the file, because the
     *     hash would confirm a guess
     * @param origin where the rows come from: from a file, from figures that were typed in, or from a declaration that
     *     there are none
     * @param submittedBy the name of the account; only for signed-in staff
     * @param onBehalf whether the secretariat entered the file for the country or area
     */
    public record ValueSource(
            UUID submissionId,
            String fileName,
            @JsonInclude(JsonInclude.Include.NON_NULL) String sheet,
            Integer line,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> cells,
            String sha256,
            UploadOrigin origin,
            Instant acceptedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) String submittedBy,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean onBehalf) {

        static ValueSource from(ResultSet row) throws SQLException {
            String made = row.getString(7);
            List<String> cells = made == null ? List.of() : List.of(made.split("\n"));
            Optional<CellRange> first = cells.stream().findFirst().flatMap(CellRange::parse);
            return new ValueSource(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    first.map(CellRange::sheet).filter(name -> !name.isEmpty()).orElse(null),
                    first.isPresent() ? Integer.valueOf(first.get().firstLine()) : row.getObject(3, Integer.class),
                    cells,
                    row.getString(4),
                    UploadOrigin.valueOf(row.getString(8)),
                    Database.time(row, 5),
                    row.getString(6),
                    row.getBoolean(9));
        }

        /** Returns the same origin without the hash. */
        public ValueSource withoutHash() {
            return new ValueSource(
                    submissionId, fileName, sheet, line, cells, null, origin, acceptedAt, submittedBy, onBehalf);
        }

        /**
         * Returns the same origin without the names of the account and of the file. Submitters choose the name of their
         * file, which may hold the name of a person.
         */
        public ValueSource withoutNames() {
            return new ValueSource(submissionId, null, sheet, line, cells, sha256, origin, acceptedAt, null, onBehalf);
        }
    }
}
