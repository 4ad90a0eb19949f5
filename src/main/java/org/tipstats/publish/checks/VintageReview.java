package org.tipstats.publish.checks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Finds figures of a dataflow that a publisher should check, in one release or in comparison with the previous release.
 */
public final class VintageReview {

    private static final BigDecimal MAX_CHANGE = new BigDecimal("0.2");

    private final Dataflow dataflow;
    private final Dimension area;
    private final Dimension time;

    public VintageReview(Dataflow dataflow) {
        this.dataflow = dataflow;
        this.area = dataflow.structure().area();
        this.time = dataflow.structure().time();
    }

    /** Returns the areas and years that have an observation in the old release and none in the new release. */
    public List<Map<String, Object>> missing(Cube old, Cube now) {
        KeySpace space = old.space();
        Set<Long> there = new HashSet<>();
        now.forEach(observation -> there.add(block(now.space(), observation.key())));
        Set<Long> named = new HashSet<>();
        List<Map<String, Object>> gone = new ArrayList<>();
        for (Observation observation : old) {
            long key = observation.key();
            if (!there.contains(block(space, key)) && named.add(block(space, key))) {
                gone.add(ReleaseCheck.item(
                        "dataflow", dataflow.id(), area.id(), space.code(key, area), time.id(), space.code(key, time)));
            }
        }
        return gone;
    }

    /** Packs area and year into one number. */
    static long block(KeySpace space, long key) {
        DataStructure structure = space.structure();
        return (long) space.position(key, structure.area().position()) << 32
                | space.position(key, structure.time().position());
    }

    /**
     * Returns the figures of regions and of the world whose values in the two releases differ by more than a fifth.
     * Compares only totals over all breakdowns.
     */
    public List<Map<String, Object>> bigChanges(Cube old, Cube now) {
        List<Map<String, Object>> big = new ArrayList<>();
        for (Observation before : old) {
            if (before.value() != null && before.value().signum() > 0 && isHeadline(old.space(), before.key())) {
                now.find(before.key())
                        .filter(after -> after.value() != null)
                        .ifPresent(after -> addIfBig(old.space(), before, after, big));
            }
        }
        return big;
    }

    private void addIfBig(KeySpace space, Observation before, Observation after, List<Map<String, Object>> big) {
        BigDecimal change = after.value().subtract(before.value()).divide(before.value(), 4, RoundingMode.HALF_UP);
        if (change.abs().compareTo(MAX_CHANGE) > 0) {
            big.add(ReleaseCheck.item(
                    "dataflow", dataflow.id(),
                    "key", space.format(before.key()),
                    "old", before.value(),
                    "new", after.value(),
                    "relativeChange", change));
        }
    }

    /**
     * Returns the totals of the world whose newest year covers less than half of the population that the year before
     * covers. Such a total would wrongly suggest a falling trend.
     */
    public List<Map<String, Object>> thinNewestYears(Cube now) {
        KeySpace space = now.space();
        Map<Long, List<Observation>> years = new LinkedHashMap<>();
        for (Observation figure : now) {
            boolean world = area.codes()
                    .at(space.position(figure.key(), area.position()))
                    .isAreaGroup("WORLD");
            if (world && figure.coverage() != null && isHeadline(space, figure.key())) {
                years.computeIfAbsent(space.withPosition(figure.key(), time.position(), 0), any -> new ArrayList<>())
                        .add(figure);
            }
        }
        List<Map<String, Object>> thin = new ArrayList<>();
        years.values().forEach(series -> addIfThin(space, series, thin));
        return thin;
    }

    private void addIfThin(KeySpace space, List<Observation> series, List<Map<String, Object>> thin) {
        if (series.size() < 2) {
            return;
        }
        Observation newest = series.get(series.size() - 1);
        BigDecimal share = newest.coverage().population();
        BigDecimal before = series.get(series.size() - 2).coverage().population();
        if (share != null
                && before != null
                && share.multiply(BigDecimal.valueOf(2)).compareTo(before) < 0) {
            thin.add(ReleaseCheck.item(
                    "dataflow", dataflow.id(),
                    "key", space.format(newest.key()),
                    "areas", newest.coverage().reporting(),
                    "old", before,
                    "new", share));
        }
    }

    private boolean isHeadline(KeySpace space, long key) {
        for (Dimension dimension : space.structure().dimensions()) {
            if (!dimension.isTime() && !fits(dimension, dimension.codes(), space.position(key, dimension.position()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Dimension dimension, CodeList codes, int position) {
        Code code = codes.at(position);
        if (dimension.role() == Role.AREA) {
            return code.isAreaGroup("REGION") || code.isAreaGroup("WORLD");
        }
        if (dimension.role() == Role.UNIT) {
            return code.means("COUNT");
        }
        return codes.total().map(total -> total.equals(code)).orElse(true);
    }
}
