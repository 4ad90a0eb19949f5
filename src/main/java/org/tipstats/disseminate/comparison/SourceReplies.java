package org.tipstats.disseminate.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.disseminate.comparison.SourceService.SourceCell;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;

/** Figures of several sources as the API shows them. */
final class SourceReplies {

    private static final int DECIMALS = 4;

    private SourceReplies() {}

    /**
     * A page of cells with the figures of all sources.
     *
     * @param next path and query of the next page, or null
     */
    record SourceList(
            String release, Instant publishedAt, String dataflow, int total, List<SourceCellView> items, String next) {}

    /**
     * The figures of all sources for one cell.
     *
     * @param key codes by dimension
     * @param figures the figures, the official one first
     */
    record SourceCellView(Map<String, String> key, List<SourceFigureView> figures) {

        static SourceCellView from(KeySpace space, SourceCell cell) {
            return new SourceCellView(space.codes(cell.key()), SourceFigureView.of(cell));
        }
    }

    /**
     * The figure of one source.
     *
     * @param attributes attributes of the source's figure by id, for example comment, legal basis and method
     * @param difference this figure minus the official one, if both are published
     * @param relativeDifference the difference as a share of the official figure, with four decimals
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceFigureView(
            @JsonProperty("SOURCE") String source,
            boolean official,

            @JsonProperty("OBS_VALUE") @JsonInclude(JsonInclude.Include.ALWAYS)
            BigDecimal value,

            @JsonProperty("OBS_STATUS") String status,
            @JsonProperty("CONF_STATUS") String confidentiality,
            Map<String, String> attributes,
            BigDecimal difference,
            BigDecimal relativeDifference) {

        /** Returns the figures of a cell, the official one first if there is one. */
        static List<SourceFigureView> of(SourceCell cell) {
            List<SourceFigureView> figures = new ArrayList<>();
            if (cell.official() != null) {
                figures.add(of(Mandate.OFFICIAL, cell.official(), null));
            }
            cell.others().forEach((source, observation) -> figures.add(of(source, observation, cell.official())));
            return figures;
        }

        private static SourceFigureView of(String source, Observation observation, Observation official) {
            BigDecimal difference = difference(observation, official);
            boolean share = difference != null && official.value().signum() != 0;
            return new SourceFigureView(
                    source,
                    source.equals(Mandate.OFFICIAL),
                    observation.value(),
                    observation.status(),
                    observation.confidentiality(),
                    observation.attributes().isEmpty() ? null : new TreeMap<>(observation.attributes()),
                    difference,
                    share ? difference.divide(official.value(), DECIMALS, RoundingMode.HALF_UP) : null);
        }

        private static BigDecimal difference(Observation observation, Observation official) {
            return observation.value() == null || official == null || official.value() == null
                    ? null
                    : observation.value().subtract(official.value());
        }
    }
}
