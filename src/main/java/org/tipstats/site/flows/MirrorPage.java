package org.tipstats.site.flows;

import java.util.List;
import java.util.Map;

/**
 * The figures that two areas publish about the same people, ready for the template.
 *
 * @param said a sentence that names the release; null if there is none
 * @param first the choices for the first area
 * @param second the choices for the second area
 * @param nothing a sentence that says why there is no table; null if there is one
 * @param explanations possible reasons for differences
 * @param api the address of the same figures in the API; null if there is none
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
     * The citizens of one of the two areas.
     *
     * @param columns the column heads, which say who publishes what
     * @param nothing a sentence that says why there are no rows; null if there are some
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
