package org.tipstats.disseminate.series;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.vocabulary.cube.Observation;

/**
 * A figure of a series.
 *
 * @param year the year, or another period
 * @param figure the published figure, or a sum over a constant panel; it may have no value
 * @param gap why no line may lead here from the figure of the year before; null if a line may
 * @param hollow whether the figure rests on so few people that it must not look like the others
 */
public record SeriesPoint(String year, Observation figure, Break gap, boolean hollow) {

    /** Why two neighbouring figures are not comparable. */
    @Schema(name = "SeriesBreak")
    public enum Break {
        /** The areas that report changed too much. */
        REPORTERS,
        /** The provider says that the definition changed, by the status of the figure or in the area's metadata. */
        DEFINITION;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
