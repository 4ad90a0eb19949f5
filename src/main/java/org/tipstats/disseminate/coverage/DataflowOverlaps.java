package org.tipstats.disseminate.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.disseminate.comparison.SourceService.SourceCell;
import org.tipstats.disseminate.coverage.DataflowOverlaps.Overlap.OverlapFigure;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Finds the national figures that areas reported in two dataflows. The first dataflow is a breakdown: it has the figure
 * as a total. Its annotation {@code TOTALS_OF} names the second dataflow. For a dimension that only one of the two
 * dataflows has, only totals are compared.
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
                ofRepeated
                        .find(from.sameIn(to, figure.key()).orElse(-1))
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

    private Overlap overlap(Observation figure, Observation other) {
        OverlapFigure one =
                OverlapFigure.of(breakdown, from, figure, figure.attributes().get(AGENCY));
        OverlapFigure two =
                OverlapFigure.of(repeated, to, other, other.attributes().get(AGENCY));
        boolean agencies =
                one.agency() != null && two.agency() != null && !one.agency().equals(two.agency());
        return Overlap.of(agencies ? Overlap.Kind.TWO_AGENCIES : Overlap.Kind.TWO_DATAFLOWS, one, two, breakdown);
    }

    /**
     * A figure that was reported twice. Either the area reported the figure in two dataflows (see
     * {@link DataflowOverlaps}), or another source reported the figure in addition to the area.
     *
     * @param same whether the two values are equal; null if one of the values is not published
     * @param figures the two figures as they are published
     */
    public record Overlap(
            Kind kind,
            @JsonProperty("REF_AREA") String area,
            @JsonProperty("TIME_PERIOD") String year,
            Boolean same,
            List<OverlapFigure> figures) {

        public Overlap {
            figures = List.copyOf(figures);
        }

        private static Overlap of(Kind kind, OverlapFigure one, OverlapFigure two, Dataflow dataflow) {
            boolean open = one.value() != null && two.value() != null;
            return new Overlap(
                    kind,
                    one.key().get(dataflow.structure().area().id()),
                    one.key().get(dataflow.structure().time().id()),
                    open ? one.value().compareTo(two.value()) == 0 : null,
                    List.of(one, two));
        }

        /** Pairs the official figure of each cell with the figure of each other source, in the order of the cells. */
        static List<Overlap> ofSources(Dataflow dataflow, List<SourceCell> cells) {
            KeySpace space = new KeySpace(dataflow.structure());
            Statuses statuses = new Statuses(dataflow.structure());
            List<Overlap> overlaps = new ArrayList<>();
            for (SourceCell cell : cells) {
                Observation official = cell.official();
                if (official != null && statuses.countsAsReported(official)) {
                    OverlapFigure one = OverlapFigure.of(
                            dataflow, space, official, official.attributes().get(AGENCY));
                    cell.others().forEach((source, figure) -> {
                        if (statuses.countsAsReported(figure)) {
                            OverlapFigure two = OverlapFigure.of(dataflow, space, figure, source);
                            overlaps.add(of(Kind.TWO_SOURCES, one, two, dataflow));
                        }
                    });
                }
            }
            return overlaps;
        }

        @Schema(name = "OverlapKind")
        public enum Kind {
            /** Both figures name their agency, and the two agencies differ. */
            TWO_AGENCIES,
            /** One figure is official, the other comes from another source. */
            TWO_SOURCES,
            /** The figures come from two dataflows and do not name two different agencies. */
            TWO_DATAFLOWS;

            @JsonValue
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        /**
         * One of the two figures of an overlap.
         *
         * @param key codes by dimension id
         * @param agency the agency of the figure, or the code of the source if the figure comes from another source;
         *     null if the figure names no agency
         */
        public record OverlapFigure(
                String dataflow,
                Map<String, String> key,
                @JsonProperty("OBS_VALUE") BigDecimal value,
                @JsonProperty("OBS_STATUS") String status,

                @JsonProperty("SOURCE_AGENCY") @JsonInclude(JsonInclude.Include.NON_NULL)
                String agency) {

            private static OverlapFigure of(Dataflow dataflow, KeySpace space, Observation figure, String agency) {
                return new OverlapFigure(
                        dataflow.id(), space.codes(figure.key()), figure.value(), figure.status(), agency);
            }
        }
    }
}
