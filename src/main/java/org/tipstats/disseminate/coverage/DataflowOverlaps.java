package org.tipstats.disseminate.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Finds the national figures that occur in two dataflows: in the totals of a breakdown, and in the dataflow whose
 * figures these totals repeat (annotation {@code TOTALS_OF} of the breakdown). It compares figures at the total of each
 * dimension that only one of the two dataflows has.
 */
final class DataflowOverlaps {

    private static final String AGENCY = "SOURCE_AGENCY";

    private final Dataflow breakdown;
    private final Dataflow repeated;
    private final KeySpace from;
    private final KeySpace to;
    private final Statuses statuses;

    /** @param repeated the dataflow whose figures the totals of the breakdown repeat */
    DataflowOverlaps(Dataflow breakdown, Dataflow repeated) {
        this.breakdown = breakdown;
        this.repeated = repeated;
        this.from = new KeySpace(breakdown.structure());
        this.to = new KeySpace(repeated.structure());
        this.statuses = new Statuses(breakdown.structure());
    }

    /** Returns the figures that both cubes have, in the order of the breakdown's keys. */
    List<Overlap> in(Cube ofBreakdown, Cube ofRepeated) {
        List<Overlap> overlaps = new ArrayList<>();
        for (Observation figure : ofBreakdown) {
            if (isNationalCount(figure) && statuses.countsAsReported(figure)) {
                counterpart(figure.key())
                        .flatMap(ofRepeated::find)
                        .filter(statuses::countsAsReported)
                        .ifPresent(other -> overlaps.add(overlap(figure, other)));
            }
        }
        return overlaps;
    }

    private boolean isNationalCount(Observation figure) {
        Dimension area = breakdown.structure().area();
        Dimension unit = breakdown.structure().unit();
        return !area.codes().at(from.position(figure.key(), area.position())).isAreaGroup()
                && unit.codes().at(from.position(figure.key(), unit.position())).means("COUNT");
    }

    private Optional<Long> counterpart(long key) {
        for (Dimension dimension : breakdown.structure().dimensions()) {
            if (repeated.structure().dimension(dimension.id()).isEmpty()
                    && !dimension
                            .codes()
                            .at(from.position(key, dimension.position()))
                            .isTotal()) {
                return Optional.empty();
            }
        }
        int[] positions = new int[repeated.structure().dimensions().size()];
        for (Dimension dimension : repeated.structure().dimensions()) {
            int position = breakdown
                    .structure()
                    .dimension(dimension.id())
                    .map(own -> dimension.positionOf(from.code(key, own)))
                    .orElseGet(
                            () -> dimension.codes().total().map(Code::position).orElse(-1));
            if (position < 0) {
                return Optional.empty();
            }
            positions[dimension.position()] = position;
        }
        return Optional.of(to.pack(positions));
    }

    private Overlap overlap(Observation figure, Observation other) {
        Overlap.OverlapFigure one = shown(breakdown, from, figure);
        Overlap.OverlapFigure two = shown(repeated, to, other);
        boolean open = one.value() != null && two.value() != null;
        boolean agencies =
                one.agency() != null && two.agency() != null && !one.agency().equals(two.agency());
        return new Overlap(
                agencies ? Overlap.Kind.TWO_AGENCIES : Overlap.Kind.TWO_DATAFLOWS,
                from.code(figure.key(), breakdown.structure().area()),
                from.code(figure.key(), breakdown.structure().time()),
                open ? one.value().compareTo(two.value()) == 0 : null,
                List.of(one, two));
    }

    private static Overlap.OverlapFigure shown(Dataflow dataflow, KeySpace space, Observation figure) {
        return new Overlap.OverlapFigure(
                dataflow.id(),
                space.codes(figure.key()),
                figure.value(),
                figure.status(),
                figure.attributes().get(AGENCY));
    }
}
