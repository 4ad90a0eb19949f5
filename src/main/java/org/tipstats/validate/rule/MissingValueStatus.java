package org.tipstats.validate.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.RowContext;
import org.tipstats.validate.row.RowParser.ParsedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Role;

/** Reports rows that have no value and no status that gives the reason. */
@Rule.Info(id = "missing-value-status", severity = Severity.ERROR, since = "1.0.0")
public final class MissingValueStatus implements CellRule {

    private static final List<String> LIKELIEST = List.of("MISSING", "NOT_APPLICABLE", "SUPPRESSED", "EXEMPT");

    private Map<String, Object> parameters;
    private List<String> suggestions;

    @Override
    public void check(RowContext row) {
        ParsedRow parsed = row.row();
        if (parsed.value != CountText.EMPTY || parsed.action == Action.DELETE) {
            return;
        }
        if (row.layout().column(Kind.VALUE).isEmpty() || statesReason(row, parsed)) {
            return;
        }
        row.statusColumn().filter(column -> !row.isFlagged(column)).ifPresent(column -> report(row, column));
    }

    private static boolean statesReason(RowContext row, ParsedRow parsed) {
        return parsed.status != null && row.statuses().withoutValue(parsed.status);
    }

    private void report(RowContext row, LayoutColumn column) {
        if (parameters == null) {
            List<String> reasons = reasons(row);
            boolean ownColumn = column.kind() == Kind.ATTRIBUTE;
            parameters = Map.of("reasons", String.join(", ", reasons), "variant", ownColumn ? "" : "column");
            suggestions = ownColumn ? reasons : List.of();
        }
        row.report(this, column, parameters, suggestions);
    }

    /** Returns the statuses of a missing value, the likeliest reasons first. */
    static List<String> reasons(RowContext row) {
        return row.dataflow().structure().attribute(Role.STATUS).map(Attribute::codes).stream()
                .flatMap(list -> list.codes().stream())
                .filter(code -> row.statuses().withoutValue(code.id()))
                .sorted(Comparator.comparingInt(
                        code -> LIKELIEST.indexOf(code.annotation("MEANING").orElse(""))))
                .map(Code::id)
                .limit(Suggestions.MOST)
                .toList();
    }
}
