package org.tipstats.sdmx.question;

import java.time.Instant;
import org.tipstats.sdmx.data.MessageContent;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A query for data.
 *
 * @param dimension the dimension that distinguishes the observations of a series; null for no series
 * @param whole whether the content is complete, so that the receiver may replace what it has
 * @param window which of the matching observations to return
 * @param times which vintages to return
 */
public record DataQuery(
        Dataflow dataflow,
        ObservationFilter filter,
        Dimension dimension,
        MessageContent content,
        boolean whole,
        Window window,
        Times times) {

    /**
     * Selects from the observations that match the filter.
     *
     * @param first number of observations to return from the start of each series, or null
     * @param last number of observations to return from the end of each series, or null
     * @param offset number of observations to skip
     * @param limit largest number of observations to return, or null
     */
    public record Window(Integer first, Integer last, SortOrder sort, int offset, Integer limit) {}

    /**
     * Selects vintages.
     *
     * @param updatedAfter return only changes after this instant, or null
     * @param asOf return the data as of this instant, or null for the current data
     * @param history whether to return every dissemination
     */
    public record Times(Instant updatedAfter, Instant asOf, boolean history) {}
}
