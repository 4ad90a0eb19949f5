package org.tipstats.sdmx.question;

import java.time.Instant;
import org.tipstats.sdmx.data.Content;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * What data are asked for.
 *
 * @param dimension the one that tells the observations of a series apart; null for no series
 * @param whole whether the content is all there is, so that a receiver may replace what it has
 * @param window which of the observations in order
 * @param times of which vintages
 */
public record DataQuery(
        Dataflow dataflow,
        ObservationFilter filter,
        Dimension dimension,
        Content content,
        boolean whole,
        Window window,
        Times times) {

    /**
     * Which of the observations that match.
     *
     * @param first how many of each series from its beginning, or null
     * @param last how many of each series from its end, or null
     * @param sort what they are sorted by
     * @param limit how many at most, or null
     */
    public record Window(Integer first, Integer last, SortOrder sort, int offset, Integer limit) {}

    /**
     * Of which vintages.
     *
     * @param updatedAfter only what changed after it, or null
     * @param asOf as it was then, or null for now
     * @param history whether each dissemination is told
     */
    public record Times(Instant updatedAfter, Instant asOf, boolean history) {}
}
