package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.RowContext;
import org.tipstats.validate.row.RowContext.Reason;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Dimension;

/** Reports a period that is not a year, or a year that is not collected. */
@Rule.Info(id = "period-not-allowed", severity = Severity.ERROR, since = "1.0.0")
public final class PeriodNotAllowed implements CellRule {

    private static final Pattern ONLY_YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])[0-9]{4}(?![0-9])");

    @Override
    public void check(RowContext row) {
        for (LayoutColumn column : row.flaggedColumns()) {
            if (column.isTime()) {
                row.report(this, column, () -> reason(row, column));
            }
        }
    }

    private static Reason reason(RowContext row, LayoutColumn column) {
        String cell = CellText.strip(row.cell(column));
        Dimension time = column.dimension();
        String variant = "other";
        if (cell.isEmpty()) {
            variant = "empty";
        } else if (ONLY_YEAR.matcher(cell).matches()) {
            variant = Integer.parseInt(cell) > row.currentYear() ? "future" : "early";
        }
        String first = String.valueOf(time.firstYear());
        String last = String.valueOf(row.currentYear());
        Map<String, Object> parameters = Map.of("variant", variant, "first", first, "last", last);
        return new Reason(parameters, suggestions(cell, time.firstYear(), row.currentYear()));
    }

    /**
     * Returns the year in a longer text, for example in a date, if the text contains only one year and this year is
     * collected.
     */
    private static List<String> suggestions(String cell, int firstYear, int lastYear) {
        Matcher matcher = YEAR.matcher(cell);
        if (cell.length() <= 4 || !matcher.find()) {
            return List.of();
        }
        String year = matcher.group();
        int number = Integer.parseInt(year);
        boolean usable = number >= firstYear && number <= lastYear && !matcher.find();
        return usable ? List.of(year) : List.of();
    }
}
