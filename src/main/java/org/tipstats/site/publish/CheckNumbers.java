package org.tipstats.site.publish;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.publish.checks.ReleaseCheck;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Says in sentences which numbers the checks of a release found. */
@Singleton
record CheckNumbers(SchemaRegistry schemas, FileWords words) {

    /**
     * Returns sentences with the numbers that a check found, or a sentence that says that it found none; empty if its
     * result is not a number, or if the list of its findings already says the number.
     */
    public List<String> of(ReleaseCheck check, PageTexts t) {
        boolean passed = check.outcome() == ReleaseCheck.Outcome.PASSED;
        return switch (check.id()) {
            case "content" -> check.count() > 0 ? List.of(t.say("checks.content", "n", check.count())) : List.of();
            case "withheld" -> List.of(withheld(check, t));
            case "value-lost" -> orNone(shares(check, t), t);
            case "regions" -> orNone(regions(check, t), t);
            case "withheld-totals" -> check.items().isEmpty() ? none(t) : List.of(totals(check, t));
            case "protection-by-rank" -> orNone(ranks(check, t), t);
            case "rounding" -> rounded(check, t);
            case "newest-year" -> passed ? none(t) : thin(check, t);
            case "open-submissions" -> passed ? none(t) : waiting(check, t);
            case "attribute-disclosure", "comments", "big-changes", "accepted-since" -> passed ? none(t) : List.of();
            case "consultation" -> passed ? none(t) : List.of(consulted(check, t));
            case "intruder-audit" ->
                passed && !check.items().isEmpty() ? List.of(t.say("checks.audit", "n", check.count())) : List.of();
            default -> List.of();
        };
    }

    /** Says how many areas have not confirmed, and how many object. */
    private static String consulted(ReleaseCheck check, PageTexts t) {
        long objected = check.items().stream()
                .filter(item -> "OBJECTED".equals(item.get("answer")))
                .count();
        return t.say("checks.consultation", "n", check.count(), "objected", objected);
    }

    private static List<String> none(PageTexts t) {
        return List.of(t.say("checks.none"));
    }

    private static List<String> orNone(List<String> lines, PageTexts t) {
        return lines.isEmpty() ? none(t) : lines;
    }

    private String withheld(ReleaseCheck check, PageTexts t) {
        BigDecimal all = check.items().stream()
                .filter(item -> !schemas.dataflow(text(item, "dataflow"))
                        .map(Dataflow::isReference)
                        .orElse(false))
                .map(item -> decimal(item, "published"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return t.say("checks.withheld", "n", check.count(), "all", all);
    }

    private List<String> shares(ReleaseCheck check, PageTexts t) {
        return check.items().stream()
                .map(item -> t.say(
                        "checks.value-lost",
                        Map.of(
                                "what", words.dataflow(text(item, "dataflow"), t),
                                "share", LossTables.percent(item, "share", t),
                                "n", decimal(item, "withheld"),
                                "all", decimal(item, "value"))))
                .toList();
    }

    /** Says which share of the figures is withheld in the world, and in the region that loses the largest share. */
    private List<String> regions(ReleaseCheck check, PageTexts t) {
        List<Map<String, Object>> regions = check.items();
        Optional<Map<String, Object>> all =
                regions.stream().max(Comparator.comparing(item -> decimal(item, "memberCells")));
        Optional<Map<String, Object>> most =
                regions.stream().max(Comparator.comparing(item -> decimal(item, "membersShare")));
        return Stream.of(all, most)
                .flatMap(Optional::stream)
                .distinct()
                .map(item -> t.say(
                        "checks.region",
                        "area",
                        words.area(text(item, "REF_AREA"), t),
                        "share",
                        LossTables.percent(item, "membersShare", t)))
                .toList();
    }

    private static List<String> ranks(ReleaseCheck check, PageTexts t) {
        return check.items().stream()
                .filter(item -> item.containsKey("limit"))
                .filter(item -> (long) item.get("withheld") > 0)
                .map(item -> t.say(
                        "checks.by-one-dimension",
                        Map.of(
                                "what", item.get("dataflow") + " · " + LossTables.owners(item, t),
                                "share", LossTables.percent(item, "share", t),
                                "limit", LossTables.percent(item, "limit", t))))
                .toList();
    }

    private static String totals(ReleaseCheck check, PageTexts t) {
        long others = check.items().stream()
                .filter(item -> item.get("reason").equals("complementary"))
                .count();
        return t.say("checks.totals", Map.of("n", check.count(), "own", check.count() - others, "others", others));
    }

    private List<String> rounded(ReleaseCheck check, PageTexts t) {
        return check.items().stream()
                .map(item -> t.say(
                        "checks.rounding",
                        "what",
                        words.dataflow(text(item, "dataflow"), t),
                        "n",
                        decimal(item, "base")))
                .toList();
    }

    private List<String> thin(ReleaseCheck check, PageTexts t) {
        return check.items().stream()
                .map(item -> t.say(
                        "checks.newest-year",
                        Map.of(
                                "what", words.dataflow(text(item, "dataflow"), t),
                                "n", item.get("areas"),
                                "new", t.numbers().exact(decimal(item, "new")),
                                "old", t.numbers().exact(decimal(item, "old")))))
                .distinct()
                .toList();
    }

    private static List<String> waiting(ReleaseCheck check, PageTexts t) {
        return check.items().stream()
                .map(item -> t.say(
                        "checks.waiting",
                        "status",
                        t.say("status." + text(item, "status").toLowerCase(Locale.ROOT)),
                        "n",
                        decimal(item, "submissions")))
                .toList();
    }

    private static BigDecimal decimal(Map<String, Object> item, String name) {
        return new BigDecimal(text(item, name));
    }

    private static String text(Map<String, Object> item, String name) {
        return String.valueOf(item.get(name));
    }
}
