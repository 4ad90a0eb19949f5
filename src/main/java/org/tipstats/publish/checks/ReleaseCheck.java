package org.tipstats.publish.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.protect.disclose.Blocker;
import org.tipstats.publish.remedy.RemedySearch.BlockedFigure;
import org.tipstats.publish.remedy.RemedySummary;
import org.tipstats.publish.remedy.RemedySummary.RemedyOffer;

/**
 * One check of a release before publication.
 *
 * @param count the number of figures or other cases that the check found; may be larger than the number of items
 * @param remedies the remedies that are offered if the check blocks the release: at most three for each year, the
 *     cheapest first
 */
public record ReleaseCheck(
        String id,
        Outcome outcome,
        String message,
        long count,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Map<String, Object>> items,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RemedyOffer> remedies) {

    static final int ITEMS_SHOWN = 100;

    private static final String NO_WAY_ON =
            " None of the changes to the draft that were tried makes these figures safe. Ask the"
                    + " countries and areas behind them for files that delete (ACTION D) or correct all their figures of the dataflow and year,"
                    + " accept these files, and make a new draft.";

    /** The consequence of a check for publication. */
    @Schema(name = "ReleaseCheckOutcome")
    public enum Outcome {
        PASSED,
        WARNING,
        BLOCKING;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ReleaseCheck(String id, Outcome outcome, String message, long count, List<Map<String, Object>> items) {
        this(id, outcome, message, count, items, List.of());
    }

    public ReleaseCheck with(RemedySummary summary) {
        List<RemedyOffer> offers = summary.offered().getOrDefault(id, List.of());
        String more = "";
        if (summary.more() && outcome == Outcome.BLOCKING && !offers.isEmpty()) {
            more = " Only the first cases have remedies. More may follow when the draft is compiled with these.";
        } else if (needsRemedy() && summary.offered().isEmpty()) {
            more = NO_WAY_ON;
        }
        return new ReleaseCheck(id, outcome, message + more, count, items, offers);
    }

    /** Returns true if figures block the release. Only then are there remedies. */
    public boolean needsRemedy() {
        Stream<String> ofFigures = Arrays.stream(Blocker.Kind.values()).map(BlockedFigure::check);
        return outcome == Outcome.BLOCKING
                && Stream.concat(ofFigures, Stream.of(AuditSummary.CHECK)).anyMatch(id::equals);
    }

    public static ReleaseCheck passed(String id, String message) {
        return new ReleaseCheck(id, Outcome.PASSED, message, 0, List.of());
    }

    public static ReleaseCheck of(String id, Outcome outcome, String message, List<Map<String, Object>> items) {
        return new ReleaseCheck(
                id, outcome, message, items.size(), items.subList(0, Math.min(ITEMS_SHOWN, items.size())));
    }

    /** Returns a check that passes if there are no items. */
    public static ReleaseCheck of(
            String id, Outcome outcome, List<Map<String, Object>> items, String passed, String otherwise) {
        return items.isEmpty() ? passed(id, passed) : of(id, outcome, otherwise, items);
    }

    public static Map<String, Object> item(Object... pairs) {
        Map<String, Object> item = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            item.put((String) pairs[i], pairs[i + 1]);
        }
        return item;
    }
}
