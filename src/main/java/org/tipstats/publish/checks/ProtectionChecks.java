package org.tipstats.publish.checks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.protect.disclose.Blocker;
import org.tipstats.protect.figures.Reason;
import org.tipstats.publish.checks.ProtectionSummary.BlockedCell;
import org.tipstats.publish.checks.ProtectionSummary.WithheldFigures;
import org.tipstats.publish.checks.ReleaseCheck.Outcome;
import org.tipstats.publish.draft.WithheldReader.WithheldFigure;
import org.tipstats.publish.remedy.RemedySearch.BlockedFigure;

/** Turns the summary of a release's protection into checks. For reviewers and publishers only. */
public record ProtectionChecks(ProtectionSummary summary) {

    public List<ReleaseCheck> all() {
        return List.of(
                blocking(
                        Blocker.Kind.TOTAL_IS_SENSITIVE,
                        "The totals of all regions and of the world are public.",
                        "A total of a region or of the world is a small count of persons. It must be public but cannot"
                                + " be, so the release cannot be published."),
                blocking(
                        Blocker.Kind.REVEALED_BY_TOTALS,
                        "No withheld figure can be computed from the totals of regions and of the world.",
                        "Figures cannot be protected while the totals of regions and of the world are public."),
                blocking(
                        Blocker.Kind.REVEALED_BY_EARLIER_RELEASES,
                        "No withheld figure can be computed from earlier releases.",
                        "Figures cannot be protected, because a revision reveals them together with the figures of earlier"
                                + " releases."),
                withheld(),
                valueLost(),
                warnings(),
                comments(),
                audit(),
                cost());
    }

    private ReleaseCheck blocking(Blocker.Kind kind, String passed, String otherwise) {
        List<Map<String, Object>> items =
                summary.blockers(kind).stream().map(cell -> blocked(cell, kind)).toList();
        return ReleaseCheck.of(BlockedFigure.check(kind), Outcome.BLOCKING, items, passed, otherwise);
    }

    private static Map<String, Object> blocked(BlockedCell cell, Blocker.Kind kind) {
        Map<String, Object> item = ReleaseCheck.item("dataflow", cell.dataflow(), "key", cell.key());
        if (kind != Blocker.Kind.TOTAL_IS_SENSITIVE && cell.noMove() != null) {
            item.put("found", cell.noMove() ? "no-move" : "not-found");
        }
        return item;
    }

    private ReleaseCheck withheld() {
        List<Map<String, Object>> items = new ArrayList<>();
        long total = 0;
        for (Map.Entry<String, WithheldFigures> entry : summary.dataflows().entrySet()) {
            WithheldFigures figures = entry.getValue();
            total += figures.nationalCounts() + figures.aggregateCounts() + figures.rates();
            Map<String, Object> item = ReleaseCheck.item(
                    "dataflow", entry.getKey(),
                    "nationalCounts", figures.nationalCounts(),
                    "aggregateCounts", figures.aggregateCounts(),
                    "rates", figures.rates(),
                    "published", figures.published());
            if (figures.national() != null) {
                item.put("nationalByReason", words(figures.national()));
                item.put("aggregateByReason", words(figures.aggregate()));
            }
            items.add(item);
        }
        return new ReleaseCheck(
                "withheld", Outcome.PASSED, total + " figures are withheld to protect persons.", total, items);
    }

    private static Map<String, Integer> words(Map<Reason, Integer> counts) {
        Map<String, Integer> words = new TreeMap<>();
        counts.forEach((reason, count) -> words.put(WithheldFigure.word(reason), count));
        return words;
    }

    private ReleaseCheck valueLost() {
        List<Map<String, Object>> items = new ArrayList<>();
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal lost = BigDecimal.ZERO;
        for (Map.Entry<String, WithheldFigures> entry : summary.dataflows().entrySet()) {
            WithheldFigures figures = entry.getValue();
            if (figures.valueWithheld() != null && figures.valueWithheld().signum() > 0) {
                items.add(ReleaseCheck.item(
                        "dataflow", entry.getKey(),
                        "value", figures.value(),
                        "withheld", figures.valueWithheld(),
                        "share", share(figures.valueWithheld(), figures.value())));
                all = all.add(figures.value());
                lost = lost.add(figures.valueWithheld());
            }
        }
        String message = items.isEmpty()
                ? "No count of a country or area is withheld."
                : "Of the sum of all counts of countries and areas in these dataflows, the share " + share(lost, all)
                        + " is withheld.";
        return new ReleaseCheck("value-lost", Outcome.PASSED, message, items.size(), items);
    }

    /** Returns the share with four decimals; 0 if the total is 0. */
    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, 4, RoundingMode.HALF_UP);
    }

    private ReleaseCheck warnings() {
        List<Map<String, Object>> items = summary.warnings().stream()
                .map(one ->
                        ReleaseCheck.item("dataflow", one.dataflow(), "total", one.total(), "category", one.category()))
                .toList();
        return warning(
                "attribute-disclosure",
                summary.warningCount(),
                items,
                "No total has all its persons in one category.",
                "Totals have all their persons in one category: whoever knows that someone is among them knows the"
                        + " category, too.");
    }

    private ReleaseCheck comments() {
        List<Map<String, Object>> items = summary.comments().stream()
                .map(figure -> ReleaseCheck.item("dataflow", figure.dataflow(), "key", figure.key()))
                .toList();
        return warning(
                "comments",
                summary.commentCount(),
                items,
                "No comment contains a number where figures are withheld.",
                "Comments contain numbers for countries, areas and years with withheld figures: check that they do not reveal"
                        + " them.");
    }

    private static ReleaseCheck warning(
            String id, long count, List<Map<String, Object>> items, String passed, String otherwise) {
        return count == 0
                ? ReleaseCheck.passed(id, passed)
                : new ReleaseCheck(id, Outcome.WARNING, otherwise, count, items);
    }

    private ReleaseCheck audit() {
        return summary.audit() == null
                ? ReleaseCheck.passed(AuditSummary.CHECK, "The release was made before the audit existed.")
                : summary.audit().check();
    }

    private ReleaseCheck cost() {
        if (summary.cost() == null) {
            return ReleaseCheck.passed("protection-cost", "The release was made before this was measured.");
        }
        Map<String, Object> item = ReleaseCheck.item(
                "unknowns", summary.cost().unknowns(),
                "equations", summary.cost().equations(),
                "linearPrograms", summary.cost().linearPrograms(),
                "seconds", summary.seconds());
        return new ReleaseCheck(
                "protection-cost",
                Outcome.PASSED,
                "Compiling and protecting took " + summary.seconds().toPlainString() + " seconds.",
                1,
                List.of(item));
    }
}
