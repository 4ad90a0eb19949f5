package org.tipstats.validate.persons;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tipstats.validate.findings.FindingCollection;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.HeaderCheck;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.PersonalColumns;

/**
 * Reports a file that lists single persons and not counts. Such a file has personal columns, or one row for each
 * person. To protect the persons, the report repeats nothing from the file and has no other finding.
 */
@Rule.Info(id = "case-level-data", severity = Severity.ERROR, since = "1.0.0")
public final class CaseLevelData implements Rule {

    /**
     * Reports the first personal column of the header, if any column is personal.
     *
     * @return whether the header has a personal column
     */
    public boolean check(HeaderCheck header, FileContext context) {
        Optional<LayoutColumn> personal = first(header, PersonalColumns::isPersonal);
        if (personal.isEmpty() && !hasCounts(header, context)) {
            personal = first(header, PersonalColumns::isPersonalWithoutCounts);
        }
        personal.ifPresent(column -> reportColumn(column, header.layout(), context));
        return personal.isPresent();
    }

    private static Optional<LayoutColumn> first(HeaderCheck header, Predicate<String> personal) {
        return header.unknown().keySet().stream()
                .filter(column -> personal.test(column.header()))
                .findFirst();
    }

    private static boolean hasCounts(HeaderCheck header, FileContext context) {
        String measure = context.dataflow().structure().measure().id();
        return header.layout().has(measure)
                || header.unknown().values().stream().anyMatch(suggestions -> suggestions.contains(measure));
    }

    /**
     * Decides after the last row whether each row is a person. If so, removes all earlier findings and reports only
     * this fault.
     *
     * @return whether each row is a person
     */
    public boolean check(PersonRows rows, Layout layout, FindingCollection found, FileContext context) {
        Optional<LayoutColumn> personal = rows.personalColumn();
        boolean same = rows.haveRepeatedKeys();
        if (personal.isEmpty() && !same && !rows.hasBirthDates()) {
            return false;
        }
        found.clear();
        if (personal.isPresent()) {
            reportColumn(personal.get(), layout, context);
        } else {
            context.report(this, layout.line(), Map.of("variant", same ? "rows" : ""), List.of());
        }
        return true;
    }

    /** Reports a file that has no header and lists a person in each line. */
    void reportLines(Layout layout, FileContext context) {
        context.report(this, layout.line(), Map.of("variant", ""), List.of());
    }

    private void reportColumn(LayoutColumn column, Layout layout, FileContext context) {
        context.report(this, layout.line(), column.place(), null, Map.of("variant", "column"), List.of());
    }
}
