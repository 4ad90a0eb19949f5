package org.tipstats.publish.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.figures.Reason;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.FigureRanks;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The number of counts of one rank in a dataflow, and how many of them are withheld. A count that its provider masked
 * has no value and is not counted. Rates are not counted.
 *
 * @param groups true for the counts of groups of areas, false for the counts of areas
 * @param rank {@code total}, the id of the one dimension that breaks the counts down, {@code two} or {@code
 *     three-or-more}; {@link LossChecks} also uses {@code one} for the sum over all such dimensions
 * @param value the sum of the counts
 * @param valueWithheld the sum of the withheld counts
 */
record RankLoss(boolean groups, String rank, long figures, long withheld, BigDecimal value, BigDecimal valueWithheld) {

    static final String TOTAL = "total";
    static final String TWO = "two";
    static final String MORE = "three-or-more";

    /**
     * A withheld total over all breakdowns.
     *
     * @param key series key as text
     */
    record WithheldTotal(String key, Reason reason) {

        boolean protectsOthers() {
            return !reason.isPrimary();
        }
    }

    boolean isByOneDimension() {
        return !rank.equals(TOTAL) && !rank.equals(TWO) && !rank.equals(MORE);
    }

    RankLoss named(String other) {
        return new RankLoss(groups, other, figures, withheld, value, valueWithheld);
    }

    RankLoss plus(RankLoss other) {
        return new RankLoss(
                groups,
                rank,
                figures + other.figures,
                withheld + other.withheld,
                value.add(other.value),
                valueWithheld.add(other.valueWithheld));
    }

    /**
     * Returns the losses of counts of areas, then of groups. In both, totals come first and the most detailed counts
     * last.
     */
    static List<RankLoss> of(Dataflow dataflow, Cube compiled, Cube published) {
        Ranking ranking = new Ranking(dataflow, compiled.space());
        Map<Place, RankLoss> losses = new TreeMap<>();
        for (Observation observation : compiled) {
            if (observation.value() != null && ranking.isCount(observation.key())) {
                boolean lost = !published.hasValue(observation.key());
                Place place = ranking.place(observation);
                BigDecimal value = observation.value();
                losses.merge(
                        place,
                        new RankLoss(place.groups, place.rank, 1, lost ? 1 : 0, value, lost ? value : BigDecimal.ZERO),
                        RankLoss::plus);
            }
        }
        return List.copyOf(losses.values());
    }

    /** Returns the withheld totals of areas and groups that have a value, in key order. */
    static List<WithheldTotal> totals(Dataflow dataflow, ProtectedCube safe) {
        KeySpace space = safe.cube().space();
        Ranking ranking = new Ranking(dataflow, space);
        List<WithheldTotal> totals = new ArrayList<>();
        for (WithheldCell cell : safe.withheld()) {
            if (cell.value() != null
                    && ranking.isCount(cell.key())
                    && ranking.ranks.brokenDown(cell.key()).isEmpty()) {
                totals.add(new WithheldTotal(space.format(cell.key()), cell.reason()));
            }
        }
        return totals;
    }

    /**
     * The place of a rank in the list.
     *
     * @param dimensions the number of dimensions that break the counts down; 3 for three or more
     * @param order the place in the schema's order of ranks if one dimension breaks the counts down; otherwise 0
     */
    private record Place(boolean groups, int dimensions, int order, int position, String rank)
            implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::groups)
                .thenComparingInt(Place::dimensions)
                .thenComparingInt(Place::order)
                .thenComparingInt(Place::position);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Ranking {

        private final FigureRanks ranks;
        private final KeySpace space;
        private final Dimension unit;

        /** Uses the ranks of the schema, because an area's own order would change the order of the list. */
        Ranking(Dataflow dataflow, KeySpace space) {
            this.ranks = new FigureRanks(dataflow);
            this.space = space;
            this.unit = dataflow.structure().unit();
        }

        boolean isCount(long key) {
            return unit.codes().at(space.position(key, unit.position())).means("COUNT");
        }

        Place place(Observation observation) {
            boolean groups = observation.coverage() != null;
            List<Dimension> by = ranks.brokenDown(observation.key());
            return switch (by.size()) {
                case 0 -> new Place(groups, 0, 0, 0, TOTAL);
                case 1 ->
                    new Place(
                            groups,
                            1,
                            ranks.of(observation.key()),
                            by.get(0).position(),
                            by.get(0).id());
                case 2 -> new Place(groups, 2, 0, 0, TWO);
                default -> new Place(groups, 3, 0, 0, MORE);
            };
        }
    }
}
