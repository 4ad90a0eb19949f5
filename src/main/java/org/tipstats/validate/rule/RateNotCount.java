package org.tipstats.validate.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.ColumnFacts;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.TableFacts;

/**
 * Reports a table in a layout of its own if its figures can only be rates or shares. Three quarters of the figures must
 * have decimals; half of them are enough if their unit is that of a rate. A unit alone may be a mistake. In the columns
 * of the dataflow, {@link NotACount} and {@link ImplausibleUnit} report such figures.
 */
@Rule.Info(id = "rate-not-count", severity = Severity.ERROR, since = "1.3.0")
public final class RateNotCount implements Rule {

    public void check(TableFacts facts, Layout layout, FileContext context) {
        List<ColumnFacts> figures =
                facts.columns().stream().filter(ColumnFacts::areFigures).toList();
        long sure = figures.stream().mapToLong(ColumnFacts::sureFigures).sum();
        long decimals = figures.stream().mapToLong(ColumnFacts::decimals).sum();
        Optional<ColumnFacts> unit =
                facts.columns().stream().filter(RateNotCount::isRate).findFirst();
        if (decimals > 0 && decimals * 2 >= sure && unit.isPresent()) {
            ColumnFacts cells = unit.get();
            String value = cells.fewTexts().iterator().next();
            context.report(this, layout.line(), place(cells), value, Map.of("variant", "unit"), List.of());
        } else if (decimals > 0 && decimals * 4 >= sure * 3) {
            figures.stream()
                    .max(Comparator.comparingLong(ColumnFacts::decimals))
                    .ifPresent(cells -> context.report(this, layout.line(), place(cells), null, Map.of(), List.of()));
        }
    }

    private static Finding.Column place(ColumnFacts cells) {
        return Finding.Column.at(cells.name(), cells.number());
    }

    /** Returns whether each text of the column is the unit of a rate. */
    private static boolean isRate(ColumnFacts cells) {
        return !cells.fewTexts().isEmpty()
                && !cells.mayBeFigures()
                && cells.fewTexts().stream().allMatch(ImplausibleUnit::isRate);
    }
}
