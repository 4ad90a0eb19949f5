package org.tipstats.validate.row;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.FindingSink;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.table.RuleSettings;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Dataflow;

/** Receives the faults that file rules report, and passes each one on as a finding. */
public record FileContext(RuleSettings settings, FindingSink sink) {

    public Dataflow dataflow() {
        return settings.dataflow();
    }

    /**
     * Reports a fault of the whole file or of one of its lines.
     *
     * @param line the line, or null for the whole file
     */
    public void report(Rule rule, Integer line, Map<String, Object> parameters, List<String> suggestions) {
        report(rule, line, null, null, null, parameters, suggestions);
    }

    public void report(
            Rule rule,
            Integer line,
            Finding.Column column,
            String value,
            Map<String, Object> parameters,
            List<String> suggestions) {
        report(rule, line, null, column, value, parameters, suggestions);
    }

    /**
     * Reports a fault of a row.
     *
     * @param record the number of the row among the data rows, or null for a line that is not a data row
     */
    public void report(
            Rule rule,
            Integer line,
            Integer record,
            Finding.Column column,
            String value,
            Map<String, Object> parameters,
            List<String> suggestions) {
        sink.add(new Finding(
                rule.id(),
                settings.severity(rule),
                line,
                record,
                column,
                CellText.shorten(value),
                new TreeMap<>(parameters),
                suggestions,
                Map.of(),
                List.of()));
    }
}
