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
import org.tipstats.validate.row.TableFacts;

/**
 * Reports a file that lists single persons and not counts. Such a file has personal columns, or one row for each
 * person, and hardly any figures. To protect the persons, the report repeats nothing from the rows of the file and has
 * no other finding.
 */
@Rule.Info(id = "case-level-data", severity = Severity.ERROR, since = "1.0.0")
public final class CaseLevelData implements Rule {

    /**
     * Reports the first unknown column that has a personal name, and no counts in its first cells.
     *
     * @return whether there is such a column
     */
    public boolean check(HeaderCheck header, FileContext context) {
        Optional<LayoutColumn> personal = header.unknown().keySet().stream()
                .filter(column -> PersonalColumns.isPersonal(column.header()))
                .filter(column -> header.first().of(column).mayDescribePersons())
                .findFirst();
        personal.ifPresent(column -> reportColumn(column, header.layout(), context));
        return personal.isPresent();
    }

    /**
     * Reports a list of persons in a layout of its own.
     *
     * @return whether the rows are persons
     */
    public boolean check(HeaderCheck header, TableFacts facts, FileContext context) {
        String measure = context.dataflow().structure().measure().id();
        boolean persons = new PersonLines(facts, header, measure).arePersons();
        if (persons) {
            context.report(this, header.layout().line(), Map.of("variant", ""), List.of());
        }
        return persons;
    }

    /**
     * Decides after the last row whether each row is a person. If so, removes all earlier findings and reports only
     * this fault.
     *
     * @return whether each row is a person
     */
    public boolean check(PersonRows rows, Layout layout, FindingCollection found, FileContext context) {
        Optional<LayoutColumn> personal = rows.personalColumn();
        boolean same = rows.areRepeatedPersons();
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

    private void reportColumn(LayoutColumn column, Layout layout, FileContext context) {
        context.report(this, layout.line(), column.place(), null, Map.of("variant", "column"), List.of());
    }
}
