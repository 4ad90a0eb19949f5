package org.tipstats.collect.receive;

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
 * What is accepted, at any moment: acceptances are numbered, and what held after one can always be read again. The view
 * of releases on submissions.
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

    /** The number of the latest acceptance; 0 when nothing is accepted yet. */
    public long latest() {
        return acceptances.latest();
    }

    /** The official figures of a dataflow that held after an acceptance; agreed footnotes are part of their comments. */
    public Cube at(Dataflow dataflow, long acceptance) {
        return values.heldWithFootnotes(dataflow, Mandate.OFFICIAL, acceptance);
    }

    /** The same of all other sources, by their codes; none without figures. */
    public Map<String, Cube> beside(Dataflow dataflow, long acceptance) {
        Map<String, Cube> beside = new TreeMap<>();
        for (String source : acceptances.sourcesBeside(dataflow.id(), acceptance)) {
            Cube held = values.heldWithFootnotes(dataflow, source, acceptance);
            if (held.size() > 0) {
                beside.put(source, held);
            }
        }
        return beside;
    }

    /** Where the official figure with a key, as it held after an acceptance, came from. */
    public Optional<ValueSource> source(Dataflow dataflow, long key, long acceptance) {
        KeySpace space = new KeySpace(dataflow.structure());
        String area = space.code(key, dataflow.structure().area());
        return values.source(dataflow, area, space.format(key), acceptance);
    }

    /**
     * Whether a submission's file has no other counts than these: each row that gives one is known.
     *
     * @param known whether there is such a count
     */
    public boolean givesOnly(UUID submission, Dataflow dataflow, BiPredicate<Long, Long> known) {
        AtomicBoolean only = new AtomicBoolean(true);
        values.eachRow(submission, dataflow, row -> {
            if (row.value() != null && !known.test(row.packed(), row.value())) {
                only.set(false);
            }
        });
        return only.get();
    }

    /** The submissions accepted up to an acceptance, in order. */
    public List<UUID> submissionsUpTo(long acceptance) {
        return acceptances.submissionsUpTo(acceptance);
    }

    /** How many submissions wait, by status, for a justification or a review. */
    public Map<String, Long> pending() {
        Map<String, Long> counts = new TreeMap<>();
        database.each(
                "select status, count(*) from submission where status in ('NEEDS_JUSTIFICATION', 'SUBMITTED')"
                        + " group by status",
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }
}
