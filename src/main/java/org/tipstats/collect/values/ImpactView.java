package org.tipstats.collect.values;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.platform.http.PageRequest;

/** The impact of a submission as the API shows it: each kind of change with its exact count and one page of items. */
public record ImpactView(Changes added, Changes changed, Changes removed, Count unchanged) {

    /**
     * Changes of one kind.
     *
     * @param next path and query of the next page, or null
     */
    @Schema(name = "ImpactChanges")
    record Changes(@JsonProperty("count") long total, List<Change> items, String next) {}

    @Schema(name = "ImpactCount")
    record Count(long count) {}

    public static ImpactView from(Impact impact, PageRequest page, String path) {
        int from = page.offset();
        return new ImpactView(
                changes(impact.added(), from, page, path),
                changes(impact.changed(), from, page, path),
                changes(impact.removed(), from, page, path),
                new Count(impact.unchanged()));
    }

    private static Changes changes(List<Change> all, int from, PageRequest page, String path) {
        int start = Math.min(from, all.size());
        int end = Math.min(start + page.limit(), all.size());
        String next = end < all.size()
                ? path + "?limit=" + page.limit() + "&cursor=" + PageRequest.encode(Integer.toString(end))
                : null;
        return new Changes(all.size(), all.subList(start, end), next);
    }
}
