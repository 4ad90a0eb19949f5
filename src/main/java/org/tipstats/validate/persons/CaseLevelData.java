package org.tipstats.validate.persons;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.validate.findings.FindingCollection;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.HeaderCheck;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.PersonalColumns;

/**
 * Reports a file that lists single persons: it has columns that only such a list has, or one row for each person. The
 * report then repeats nothing of the file, and this is the only finding.
 */
@Rule.Info(id = "case-level-data", severity = Severity.ERROR, since = "1.0.0")
public final class CaseLevelData implements Rule {

    /**
     * Reports a personal column of the header, if there is one.
     *
     * @return whether there is one
     */
    public boolean check(HeaderCheck header, FileContext context) {
        Optional<LayoutColumn> personal = header.unknown().keySet().stream()
                .filter(column -> PersonalColumns.isPersonal(column.header()))
                .findFirst();
        if (personal.isEmpty() && !hasCounts(header, context)) {
            personal = header.unknown().keySet().stream()
                    .filter(column -> PersonalColumns.isPersonalWithoutCounts(column.header()))
                    .findFirst();
        }
        personal.ifPresent(column -> reportColumn(column, header.layout(), context));
        return personal.isPresent();
    }

    private static boolean hasCounts(HeaderCheck header, FileContext context) {
        String measure = context.dataflow().structure().measure().id();
        return header.layout().has(measure)
                || header.unknown().values().stream().anyMatch(suggestions -> suggestions.contains(measure));
    }

    /**
     * Judges the rows after all of them were read. If they are persons, removes all earlier findings and reports only
     * that.
     *
     * @return whether the rows are persons
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

    /** Reports a file without a header whose lines are persons. */
    void reportLines(Layout layout, FileContext context) {
        context.report(this, layout.line(), Map.of("variant", ""), List.of());
    }

    private void reportColumn(LayoutColumn column, Layout layout, FileContext context) {
        context.report(this, layout.line(), column.place(), null, Map.of("variant", "column"), List.of());
    }
}
