package org.tipstats.validate.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.tipstats.validate.rule.ExceedsOtherDataflow.CitizenshipExceedsPersons;
import org.tipstats.validate.rule.ExceedsOtherDataflow.CitizenshipExceedsVictims;
import org.tipstats.validate.rule.ExceedsOtherDataflow.RepatriationExceedsVictims;
import org.tipstats.validate.rule.ExceedsOtherDataflow.SupportExceedsVictims;
import org.tipstats.validate.rule.ImplausibleUnit;
import org.tipstats.validate.rule.LayoutAssumed;
import org.tipstats.validate.rule.MappingRule;
import org.tipstats.validate.rule.MappingRule.AmbiguousMarker;
import org.tipstats.validate.rule.MappingRule.FigureNotUsed;
import org.tipstats.validate.rule.MappingRule.MappingDrift;
import org.tipstats.validate.rule.MappingRule.NotNational;
import org.tipstats.validate.rule.MappingRule.SeveralNumbersInCell;
import org.tipstats.validate.rule.MappingRule.SubjectUnknown;
import org.tipstats.validate.rule.MappingRule.SumWithGap;
import org.tipstats.validate.rule.MappingRule.UnknownWord;
import org.tipstats.validate.rule.MaskedValueRecoverable;
import org.tipstats.validate.rule.MissingColumn;
import org.tipstats.validate.rule.MissingValueStatus;
import org.tipstats.validate.rule.NationalsDiffer;
import org.tipstats.validate.rule.NotACount;
import org.tipstats.validate.rule.NumberNormalised;
import org.tipstats.validate.rule.OwnLayout;
import org.tipstats.validate.rule.PartExceedsTotal;
import org.tipstats.validate.rule.PartialYear;
import org.tipstats.validate.rule.PeriodNotAllowed;
import org.tipstats.validate.rule.ProviderWithheld;
import org.tipstats.validate.rule.RaggedRow;
import org.tipstats.validate.rule.RateInconsistent;
import org.tipstats.validate.rule.RateNotCount;
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

/** The rules, in the order in which reports list them. */
public final class RuleCatalogue {

    /**
     * The version of the rules. The version must change if a change of the rules makes a valid file invalid or an
     * invalid file valid.
     */
    public static final String VERSION = "1.3.0";

    /** The scope of a rule. */
    public enum RuleKind {
        /** The whole file and its header. */
        FILE,
        /** Single cells and the cells of one row together. */
        CELL,
        /** All rows, merged with the current data. */
        ROW;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static RuleKind of(Class<? extends Rule> rule) {
            if (RowRule.class.isAssignableFrom(rule)) {
                return ROW;
            }
            return CellRule.class.isAssignableFrom(rule) ? CELL : FILE;
        }
    }

    /**
     * An entry of the catalogue.
     *
     * @param severity the severity that applies if the schema does not set one
     * @param since the version of the rules that introduced the rule
     * @param hitRate how often the rule reports on the public table of 2003-2016, in English; null if this cannot be
     *     measured
     * @param settings what a schema may set besides the severity, with the default if there is one
     */
    public record Entry(
            String id, Severity severity, RuleKind kind, String since, String hitRate, List<String> settings) {

        private static Entry of(Class<? extends Rule> rule) {
            Rule.Info info = Rule.info(rule);
            String hitRate = info.hitRate().isEmpty() ? null : info.hitRate();
            return new Entry(
                    info.id(), info.severity(), RuleKind.of(rule), info.since(), hitRate, List.of(info.settings()));
        }
    }

    static final List<Class<? extends Rule>> RULES = List.of(
            UnreadableFile.class,
            WrongFileType.class,
            DamagedText.class,
            EmptyFile.class,
            OwnLayout.class,
            MissingColumn.class,
            UnknownColumn.class,
            DuplicateColumn.class,
            RaggedRow.class,
            RowsAboveHeader.class,
            CaseLevelData.class,
            RateNotCount.class,
            EncodingAssumed.class,
            MappingDrift.class,
            SubjectUnknown.class,
            NotNational.class,
            UnknownWord.class,
            AmbiguousMarker.class,
            SeveralNumbersInCell.class,
            SumWithGap.class,
            FigureNotUsed.class,
            LayoutAssumed.class,
            ColumnIgnored.class,
            UnknownCode.class,
            NotACount.class,
            MissingValueStatus.class,
            ValueWithMissingStatus.class,
            PeriodNotAllowed.class,
            AreaNotYours.class,
            ImplausibleUnit.class,
            TextTooLong.class,
            NumberNormalised.class,
            TextTrimmed.class,
            PartialYear.class,
            ProviderWithheld.class,
            DuplicateKey.class,
            SumExceedsTotal.class,
            SumBelowTotal.class,
            PartExceedsTotal.class,
            ChildExceedsParent.class,
            Revision.class,
            ValueDropped.class,
            TotalMissing.class,
            CopiedTotal.class,
            MaskedValueRecoverable.class,
            StageOrder.class,
            CitizenshipExceedsVictims.class,
            CitizenshipExceedsPersons.class,
            NationalsDiffer.class,
            RepatriationExceedsVictims.class,
            SupportExceedsVictims.class,
            VictimsWithoutOffences.class,
            ChangeOverTime.class,
            RateInconsistent.class);

    static final RuleCatalogue ALL = new RuleCatalogue(RULES);

    private final List<Class<? extends Rule>> rules;
    private final List<Entry> entries;
    private final Map<String, Entry> byId;

    RuleCatalogue(List<Class<? extends Rule>> rules) {
        this.rules = rules;
        this.entries = rules.stream().map(Entry::of).toList();
        this.byId = entries.stream().collect(Collectors.toUnmodifiableMap(Entry::id, Function.identity()));
    }

    public static List<Entry> entries() {
        return ALL.entries;
    }

    public static Optional<Entry> find(String id) {
        return Optional.ofNullable(ALL.byId.get(id));
    }

    boolean isRowRule(String id) {
        Entry entry = byId.get(id);
        return entry != null && entry.kind() == RuleKind.ROW;
    }

    /** Returns the ids of the rules about mappings, in the order of the catalogue. */
    public static List<String> mappingRules() {
        return RULES.stream()
                .filter(MappingRule.class::isAssignableFrom)
                .map(Rule::id)
                .toList();
    }

    /** Returns the ids of rules, in the order of the catalogue. */
    Stream<String> ids() {
        return entries.stream().map(Entry::id);
    }

    /** Returns new rules about single rows. Some rules keep state, so each run needs new rules. */
    List<CellRule> cellRules() {
        return make(CellRule.class);
    }

    List<RowRule> rowRules() {
        return make(RowRule.class);
    }

    private <R extends Rule> List<R> make(Class<R> kind) {
        return rules.stream()
                .filter(kind::isAssignableFrom)
                .map(rule -> kind.cast(newRule(rule)))
                .toList();
    }

    private static Rule newRule(Class<? extends Rule> rule) {
        try {
            return rule.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(rule.getName() + " needs a public constructor without parameters", e);
        }
    }
}
