package org.tipstats.site.publish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.publish.checks.ReleaseCheck;
import org.tipstats.publish.release.ReleaseReader.ReleaseChecks;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;

/**
 * The checks before a publication.
 *
 * @param stopping the checks that prevent it
 * @param known the checks with warnings
 * @param passed the checks without findings
 * @param losses the numbers of withheld figures, by dataflow
 */
record CheckRows(List<Row> stopping, List<Row> known, List<Row> passed, List<Loss> losses) {

    private static final int ITEMS_SHOWN = 20;

    /**
     * A check.
     *
     * @param count the number of findings, in words
     * @param items the first findings, in codes
     */
    record Row(String id, String question, String count, List<String> items, String rest) {}

    /** The numbers of figures that a dataflow withholds. */
    record Loss(String dataflow, String national, String aggregate, String rates, String published) {}

    static CheckRows of(ReleaseChecks checks, PageTexts t) {
        return new CheckRows(
                rows(checks, ReleaseCheck.Outcome.BLOCKING, t),
                rows(checks, ReleaseCheck.Outcome.WARNING, t),
                rows(checks, ReleaseCheck.Outcome.PASSED, t),
                checks.checks().stream()
                        .filter(check -> check.id().equals("withheld"))
                        .flatMap(check -> check.items().stream())
                        .map(item -> loss(item, t))
                        .toList());
    }

    private static List<Row> rows(ReleaseChecks checks, ReleaseCheck.Outcome outcome, PageTexts t) {
        return checks.checks().stream()
                .filter(check -> check.outcome() == outcome)
                .map(check -> row(check, t))
                .toList();
    }

    private static Row row(ReleaseCheck check, PageTexts t) {
        boolean counted = check.count() > 0 && check.outcome() != ReleaseCheck.Outcome.PASSED;
        List<String> items = counted
                ? check.items().stream()
                        .limit(ITEMS_SHOWN)
                        .map(CheckRows::words)
                        .toList()
                : List.of();
        return new Row(
                check.id(),
                t.say("check." + check.id()),
                counted ? t.say("checks.count", "n", check.count()) : null,
                items,
                counted && check.count() > items.size() && !items.isEmpty()
                        ? t.say("checks.rest", "n", check.count() - items.size())
                        : null);
    }

    private static String words(Map<String, Object> item) {
        return item.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static Loss loss(Map<String, Object> item, PageTexts t) {
        NumberTexts numbers = new NumberTexts(t);
        return new Loss(
                String.valueOf(item.get("dataflow")),
                number(item, "nationalCounts", numbers),
                number(item, "aggregateCounts", numbers),
                number(item, "rates", numbers),
                number(item, "published", numbers));
    }

    private static String number(Map<String, Object> item, String name, NumberTexts numbers) {
        return numbers.exact(new BigDecimal(String.valueOf(item.get(name))));
    }
}
