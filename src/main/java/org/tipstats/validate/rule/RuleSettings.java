package org.tipstats.validate.rule;

import java.math.BigDecimal;
import java.util.Optional;
import org.tipstats.validate.findings.Severity;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.RuleSetting;

/**
 * The severities and numbers of rules for one dataflow: the schema's where it gives them, else the defaults.
 *
 * @param others what holds in the dataflows that rules compare with
 */
record RuleSettings(Dataflow dataflow, OtherData others) {

    RuleSettings(Dataflow dataflow) {
        this(dataflow, OtherData.NONE);
    }

    Severity severity(Rule rule) {
        return dataflow.rule(rule.id())
                .flatMap(RuleSetting::severity)
                .map(Severity::of)
                .orElse(rule.severity());
    }

    /** A whole number of the rule's setting, such as its tolerance. */
    long number(Rule rule, String name, long otherwise) {
        return dataflow.rule(rule.id())
                .map(setting ->
                        setting.number(name, BigDecimal.valueOf(otherwise)).longValueExact())
                .orElse(otherwise);
    }

    /** A text of the rule's setting, such as the dataflow that it compares with. */
    Optional<String> text(Rule rule, String name) {
        return dataflow.rule(rule.id()).flatMap(setting -> setting.text(name));
    }

    /** What holds in the dataflow with which the rule compares; empty where the schema names none, or it has nothing. */
    Optional<OtherRows> other(Rule rule, KeySpace own) {
        return text(rule, "with").flatMap(id -> others.of(id).map(table -> new OtherRows(id, table, own)));
    }

    /** The largest count that a provider masks: one below the threshold of the dataflow. */
    long largestMasked() {
        return Math.max(0, dataflow.threshold() - 1);
    }
}
