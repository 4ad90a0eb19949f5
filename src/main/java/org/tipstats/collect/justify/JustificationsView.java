package org.tipstats.collect.justify;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.platform.http.PageRequest;

/**
 * The justifications of a submission as the API shows them: the given ones, accepted ones that may be taken over, and
 * the open warnings.
 */
public record JustificationsView(Given given, Offered offered, List<OpenWarnings.Open> open) {

    /**
     * The given justifications, in order.
     *
     * @param next path and query of the next page, or null
     */
    @Schema(name = "GivenJustifications")
    record Given(long count, List<JustificationView> items, String next) {}

    /**
     * Accepted texts for the same rules and series, newest first.
     *
     * @param next path and query of the next page, or null
     */
    @Schema(name = "OfferedJustifications")
    record Offered(long count, List<OfferedJustification> items, String next) {}

    static JustificationsView of(
            List<JustificationView> given, OpenWarnings.WarningState standing, PageRequest page, String path) {
        List<OfferedJustification> offers = standing.offers();
        return new JustificationsView(
                new Given(given.size(), part(given, page), next(given, page, path)),
                new Offered(offers.size(), part(offers, page), next(offers, page, path)),
                standing.open());
    }

    private static <T> List<T> part(List<T> all, PageRequest page) {
        int start = Math.min(page.offset(), all.size());
        return all.subList(start, Math.min(start + page.limit(), all.size()));
    }

    private static String next(List<?> all, PageRequest page, String path) {
        int end = Math.min(page.offset(), all.size()) + page.limit();
        return end < all.size()
                ? path + "?limit=" + page.limit() + "&cursor=" + PageRequest.encode(Integer.toString(end))
                : null;
    }
}
