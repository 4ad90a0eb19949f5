package org.tipstats.publish.draft;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.platform.http.PageRequest;

/**
 * The figures of an area that would be withheld if a release were made now with this submission.
 *
 * @param submission the id of the submission
 * @param figures the number of counts and rates of the submission's areas, in the submission's dataflow and years
 * @param count the number of these counts and rates that would be withheld
 * @param byReason the number that would be withheld, by reason
 * @param items one page of the figures that would be withheld, in key order
 * @param next the path and query of the next page; null on the last page
 */
record WithheldView(
        String submission,
        String dataflow,
        long figures,
        long count,
        Map<String, Integer> byReason,
        List<WithheldFigure> items,
        String next) {

    static WithheldView from(WithheldPreview preview, PageRequest page) {
        List<WithheldFigure> all = preview.withheld();
        int start = Math.min(page.offset(), all.size());
        int end = Math.min(start + page.limit(), all.size());
        Map<String, Integer> byReason = new TreeMap<>();
        all.forEach(figure -> byReason.merge(figure.reason(), 1, Integer::sum));
        String next = end < all.size()
                ? "/api/v1/submissions/" + preview.submission() + "/withheld?limit=" + page.limit() + "&cursor="
                        + PageRequest.encode(Integer.toString(end))
                : null;
        return new WithheldView(
                preview.submission(),
                preview.dataflow(),
                preview.figures(),
                all.size(),
                byReason,
                all.subList(start, end),
                next);
    }
}
