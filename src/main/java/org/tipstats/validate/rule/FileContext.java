package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.files.csv.CellText;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.FindingSink;
import org.tipstats.vocabulary.schema.Dataflow;

/** Takes the findings of file rules. */
record FileContext(RuleSettings settings, FindingSink sink) {

    Dataflow dataflow() {
        return settings.dataflow();
    }

    /**
     * Reports a fault of the whole file or of one of its lines.
     *
     * @param line the line, or null for the whole file
     */
    void report(Rule rule, Integer line, Map<String, Object> parameters, List<String> suggestions) {
        report(rule, line, null, null, parameters, suggestions);
    }

    /** Reports a fault of a column. */
    void report(
            Rule rule,
            Integer line,
            Finding.Column column,
            String value,
            Map<String, Object> parameters,
            List<String> suggestions) {
        sink.add(new Finding(
                rule.id(),
                settings.severity(rule),
                line,
                null,
                column,
                CellText.cut(value),
                new TreeMap<>(parameters),
                suggestions,
                Map.of(),
                List.of()));
    }
}
