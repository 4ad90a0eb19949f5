package org.tipstats.collect.values;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import org.tipstats.platform.access.Mandate;
import org.tipstats.platform.database.Database;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Reads the accepted figures as they stood after any acceptance. Acceptances are numbered, so an earlier state can be
 * read again. Releases see submissions only through this class.
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

    /** Returns the figures of all other sources, by source code. Leaves out sources without figures. */
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
     * Checks that every count in a submission's file is known. Ignores rows without a count.
     *
     * @param known tests a key and its count
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
}
