package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Severity;
import org.tipstats.vocabulary.names.Bundle;

/** All rules, in the order in which reports list them. */
public final class RuleCatalogue {

    /** The version of the rules. It must change when other files become valid or invalid. */
    public static final String VERSION = "1.1.0";

    /**
     * An entry of the catalogue.
     *
     * @param severity the severity that applies if the schema does not set one
     * @param since the version of the rules that introduced the rule
     * @param hitRate how often the rule reports on the real data, or null if this cannot be measured
     */
    public record Entry(String id, Severity severity, RuleKind kind, String since, String hitRate) {}

    /** The hit rate of each rule; empty if it cannot be measured. */
    private static final Map<String, String> HIT_RATES = Bundle.entries(RuleCatalogue.class, "hit-rates.properties");

    /** The rules added after version 1.0.0, by version. */
    private static final Map<String, Set<String>> LATER = Map.of(
            "1.1.0",
            Set.of(
                    "encoding-assumed",
                    "layout-assumed",
                    "rows-above-header",
                    "column-ignored",
                    "number-normalised",
                    "text-trimmed",
                    "partial-year",
                    "provider-withheld",
                    "total-missing",
                    "copied-total",
                    "stage-order",
                    "citizenship-exceeds-victims",
                    "citizenship-exceeds-persons",
                    "nationals-differ",
                    "repatriation-exceeds-victims",
                    "support-exceeds-victims",
                    "victims-without-offences",
                    "change-over-time",
                    "rate-inconsistent"));

    private static final List<Rule> RULES = Stream.of(fileRules(), cellRules(), rowRules())
            .flatMap(List::stream)
            .map(Rule.class::cast)
            .toList();
    private static final List<Entry> ENTRIES = RULES.stream()
            .map(rule -> new Entry(rule.id(), rule.severity(), kind(rule), since(rule.id()), hitRate(rule.id())))
            .toList();
    private static final Map<String, Entry> BY_ID =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::id, Function.identity()));

    private RuleCatalogue() {}

    public static List<Entry> entries() {
        return ENTRIES;
    }

    public static Optional<Entry> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Returns whether the rule is about all rows together. */
    static boolean isOfRows(String id) {
        return find(id).filter(entry -> entry.kind() == RuleKind.ROW).isPresent();
    }

    static List<Rule> rules() {
        return RULES;
    }

    private static List<Rule> fileRules() {
        return List.of(
                new UnreadableFile(),
                new WrongFileType(),
                new DamagedText(),
                new EmptyFile(),
                new MissingColumn(),
                new UnknownColumn(),
                new DuplicateColumn(),
                new RaggedRow(null, null, false),
                new RowsAboveHeader(),
                new CaseLevelData(),
                new EncodingAssumed(),
                new LayoutAssumed(),
                new ColumnIgnored());
    }

    /** Returns new rules about single rows. Some keep state, so each run needs its own. */
    static List<CellRule> cellRules() {
        return List.of(
                new UnknownCode(),
                new NotACount(),
                new MissingValueStatus(),
                new ValueWithMissingStatus(),
                new PeriodNotAllowed(),
                new AreaNotYours(),
                new ImplausibleUnit(),
                new TextTooLong(),
                new NumberNormalised(),
                new TextTrimmed(),
                new PartialYear(),
                new ProviderWithheld());
    }

    /** Returns the rules about all rows. */
    static List<RowRule> rowRules() {
        return List.of(
                new DuplicateKey(),
                new SumExceedsTotal(),
                new SumBelowTotal(),
                new PartExceedsTotal(),
                new ChildExceedsParent(),
                new Revision(),
                new ValueDropped(),
                new TotalMissing(),
                new CopiedTotal(),
                new StageOrder(),
                new ExceedsOtherDataflow("citizenship-exceeds-victims"),
                new ExceedsOtherDataflow("citizenship-exceeds-persons"),
                new NationalsDiffer(),
                new ExceedsOtherDataflow("repatriation-exceeds-victims"),
                new ExceedsOtherDataflow("support-exceeds-victims"),
                new VictimsWithoutOffences(),
                new ChangeOverTime(),
                new RateInconsistent());
    }

    /** Returns the ids of the rules in the file of hit rates. */
    static Set<String> measured() {
        return HIT_RATES.keySet();
    }

    private static String hitRate(String id) {
        String rate = HIT_RATES.getOrDefault(id, "");
        return rate.isEmpty() ? null : rate;
    }

    private static String since(String id) {
        return LATER.entrySet().stream()
                .filter(version -> version.getValue().contains(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("1.0.0");
    }

    private static RuleKind kind(Rule rule) {
        if (rule instanceof RowRule) {
            return RuleKind.ROW;
        }
        return rule instanceof CellRule && !(rule instanceof DamagedText) ? RuleKind.CELL : RuleKind.FILE;
    }
}
