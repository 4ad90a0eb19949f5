package org.tipstats.validate.persons;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.tipstats.validate.row.ColumnFacts;
import org.tipstats.validate.row.HeaderCheck;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.PersonalColumns;
import org.tipstats.validate.row.PersonalColumns.Trait;
import org.tipstats.validate.row.TableFacts;

/**
 * Recognises a list of persons or cases in a file that has a layout of its own. A list has no figures, and several
 * columns that describe a person or a case: a number of the case, a name, the sex, the age, the citizenship, a day. A
 * list in which most rows have a day of their own needs no such columns. Rows that occur several times prove nothing,
 * because tables of figures have them, too.
 */
record PersonLines(TableFacts facts, HeaderCheck header, String measure) {

    private static final int MIN_PROPERTIES = 3;

    boolean arePersons() {
        return facts.rows() > 0
                && !facts.hasFigures()
                && !hasMeasure()
                && !isUnsplit()
                && (describePersons() || facts.haveDaysOfTheirOwn());
    }

    /** Returns whether a column has the name of the measure and is empty or has figures. */
    private boolean hasMeasure() {
        return header.layout().columns().stream()
                .filter(this::isMeasure)
                .map(facts::of)
                .anyMatch(cells -> cells.mayBeFigures() && !cells.isRunning() && !cells.isIdentifier());
    }

    /**
     * Returns whether the header is a single cell that contains the name of the measure. The file then has another
     * separator.
     */
    private boolean isUnsplit() {
        return header.layout().columns().size() == 1
                && header.layout()
                        .columns()
                        .get(0)
                        .header()
                        .toUpperCase(Locale.ROOT)
                        .contains(measure);
    }

    private boolean isMeasure(LayoutColumn column) {
        return column.kind() == LayoutColumn.Kind.VALUE
                || header.unknown().getOrDefault(column, List.of()).contains(measure);
    }

    private boolean describePersons() {
        long traits = Arrays.stream(Trait.values())
                .filter(trait -> has(cells -> trait.isIn(cells.header())))
                .count();
        boolean named = has(cells -> isName(cells.header()) && !cells.isIdentifier());
        long others = count(has(ColumnFacts::isIdentifier))
                + count(has(ColumnFacts::areDays))
                + count(has(cells -> PersonalColumns.isContact(cells.header())));
        return (named && traits > 0) || (traits > 0 && traits + count(named) + others >= MIN_PROPERTIES);
    }

    private static boolean isName(String header) {
        return PersonalColumns.isPersonal(header)
                || (PersonalColumns.isPersonalWithoutCounts(header) && !PersonalColumns.isContact(header));
    }

    private static int count(boolean present) {
        return present ? 1 : 0;
    }

    private boolean has(Predicate<ColumnFacts> wanted) {
        return facts.columns().stream().filter(ColumnFacts::isFilled).anyMatch(wanted);
    }
}
