package org.tipstats.site.flows;

import java.util.List;
import java.util.Map;

/**
 * What two areas publish of the same people, ready to be shown.
 *
 * @param said of which release; null for none
 * @param first to choose the one area from
 * @param second to choose the other from
 * @param nothing why there is no table; null where there is one
 * @param explanations what may explain differences
 * @param api the address in the API of what the page shows; null for nothing
 */
record MirrorPage(
        String heading,
        String said,
        List<FlowsPage.Option> first,
        List<FlowsPage.Option> second,
        Map<String, String> keep,
        String nothing,
        List<Side> sides,
        List<String> explanations,
        Map<String, String> signs,
        String api) {

    /**
     * The citizens of one of the two.
     *
     * @param columns who publishes what
     * @param nothing why there are no lines; null where there are some
     */
    record Side(
            String id,
            String heading,
            String caption,
            List<String> columns,
            List<Line> lines,
            String nothing,
            String csv) {}

    /** A year. */
    record Line(String year, List<PairCells.Cell> cells) {}
}
