package org.tipstats.validate.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.persons.CaseLevelData;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.rule.AreaNotYours;
import org.tipstats.validate.rule.ChangeOverTime;
import org.tipstats.validate.rule.ChildExceedsParent;
import org.tipstats.validate.rule.ColumnIgnored;
import org.tipstats.validate.rule.CopiedTotal;
import org.tipstats.validate.rule.DamagedText;
import org.tipstats.validate.rule.DuplicateColumn;
import org.tipstats.validate.rule.DuplicateKey;
import org.tipstats.validate.rule.EmptyFile;
import org.tipstats.validate.rule.EncodingAssumed;
import org.tipstats.validate.rule.ExceedsOtherDataflow;
import org.tipstats.validate.rule.ImplausibleUnit;
import org.tipstats.validate.rule.LayoutAssumed;
import org.tipstats.validate.rule.MissingColumn;
import org.tipstats.validate.rule.MissingValueStatus;
import org.tipstats.validate.rule.NationalsDiffer;
import org.tipstats.validate.rule.NotACount;
import org.tipstats.validate.rule.NumberNormalised;
import org.tipstats.validate.rule.PartExceedsTotal;
import org.tipstats.validate.rule.PartialYear;
import org.tipstats.validate.rule.PeriodNotAllowed;
import org.tipstats.validate.rule.ProviderWithheld;
import org.tipstats.validate.rule.RaggedRow;
import org.tipstats.validate.rule.RateInconsistent;
import org.tipstats.validate.rule.Revision;
import org.tipstats.validate.rule.RowsAboveHeader;
import org.tipstats.validate.rule.StageOrder;
import org.tipstats.validate.rule.SumBelowTotal;
import org.tipstats.validate.rule.SumExceedsTotal;
import org.tipstats.validate.rule.TextTooLong;
import org.tipstats.validate.rule.TextTrimmed;
import org.tipstats.validate.rule.TotalMissing;
import org.tipstats.validate.rule.UnknownCode;
import org.tipstats.validate.rule.UnknownColumn;
import org.tipstats.validate.rule.UnreadableFile;
import org.tipstats.validate.rule.ValueDropped;
import org.tipstats.validate.rule.ValueWithMissingStatus;
import org.tipstats.validate.rule.VictimsWithoutOffences;
import org.tipstats.validate.rule.WrongFileType;
import org.tipstats.validate.table.RowRule;
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
    private static final Map<String, Set<String>> ADDED_IN = Map.of(
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
    static boolean isRowRule(String id) {
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
    static Set<String> rulesWithHitRates() {
        return HIT_RATES.keySet();
    }

    private static String hitRate(String id) {
        String rate = HIT_RATES.getOrDefault(id, "");
        return rate.isEmpty() ? null : rate;
    }

    private static String since(String id) {
        return ADDED_IN.entrySet().stream()
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
