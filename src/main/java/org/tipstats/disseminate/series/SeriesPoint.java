package org.tipstats.disseminate.series;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.vocabulary.cube.Observation;

/**
 * A figure of a series.
 *
 * @param year the year of the figure
 * @param figure the published figure, or a sum over a {@link ConstantPanel}; it may have no value
 * @param gap the reason to break the line of a chart between the year before and this year; null for no break
 * @param hollow whether the reporting areas have only a small share of the people of the group, so that charts must
 *     show the figure differently
 */
public record SeriesPoint(String year, Observation figure, Break gap, boolean hollow) {

    /** The reason why two successive figures are not comparable. */
    @Schema(name = "SeriesBreak")
    public enum Break {
        /** The areas that report one of the two figures differ too much from the areas that report the other figure. */
        REPORTERS,
        /** The status of the figure, or else the metadata of the area, states that the definition changed. */
        DEFINITION;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
