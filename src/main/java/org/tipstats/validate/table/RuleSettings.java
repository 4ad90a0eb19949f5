package org.tipstats.validate.table;

import java.math.BigDecimal;
import java.util.Optional;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dataflow.RuleSetting;

/**
 * The severities and other settings of rules for one dataflow. A setting that the schema does not give has its default.
 *
 * @param others the current data of the dataflows that rules compare with, and the breaks that areas state
 */
public record RuleSettings(Dataflow dataflow, OtherDataflows others) {

    /** Creates settings for rules that need no other dataflow. */
    public RuleSettings(Dataflow dataflow) {
        this(dataflow, OtherDataflows.NONE);
    }

    public Severity severity(Rule rule) {
        return dataflow.rule(rule.id())
                .flatMap(RuleSetting::severity)
                .map(Severity::of)
                .orElse(rule.severity());
    }

    /** Returns a whole number from the settings of the rule, for example its tolerance. */
    public long number(Rule rule, String name) {
        String number = text(rule, name).or(() -> rule.standard(name)).orElseThrow();
        return new BigDecimal(number).longValueExact();
    }

    /**
     * Returns a text that the schema sets for the rule, for example the dataflow that it compares with; empty if the
     * schema does not set it, even if the setting has a default.
     */
    public Optional<String> text(Rule rule, String name) {
        return dataflow.rule(rule.id()).flatMap(setting -> setting.text(name));
    }

    /**
     * Returns the current data of the dataflow that the rule compares with; empty if the schema names no dataflow, or
     * if the dataflow has no data.
     */
    public Optional<OtherDataflowRows> other(Rule rule, KeySpace own) {
        return text(rule, "with").flatMap(id -> others.of(id).map(table -> new OtherDataflowRows(id, table, own)));
    }

    /** Returns what changed in a year, if the area states a break of its series in this year. */
    public Optional<String> statedBreak(String area, String year) {
        return others.breaks(dataflow).text(area, year);
    }

    /** Returns the largest count that a provider masks: the threshold of the dataflow minus one. */
    public long largestMasked() {
        return Math.max(0, dataflow.threshold() - 1);
    }
}
