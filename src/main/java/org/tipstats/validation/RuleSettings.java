package org.tipstats.validation;

import java.math.BigDecimal;
import org.tipstats.report.Severity;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.RuleSetting;

/** The severities and numbers of rules for one dataflow: the schema's where it gives them, else the defaults. */
record RuleSettings(Dataflow dataflow) {

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

    /** The largest count that a provider masks: one below the threshold of the dataflow. */
    long largestMasked() {
        return Math.max(0, dataflow.threshold() - 1);
    }
}
