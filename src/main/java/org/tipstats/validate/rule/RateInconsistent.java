package org.tipstats.validate.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.CodeHierarchy;
import org.tipstats.validate.table.Margins;
import org.tipstats.validate.table.OtherDataflowRows;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.validate.table.RuleSettings;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.DataStructure;

/**
 * Reports counts larger than the population of the area. The population of the same sex and age is used if it is known.
 * Most counts do not exceed the smallest known population of their area and period, so these rows need only one
 * comparison.
 */
@Rule.Info(id = "rate-inconsistent", severity = Severity.WARNING, since = "1.1.0", hitRate = "none", settings = "with")
public final class RateInconsistent implements RowRule {

    @Override
    public boolean applies(RowTable rows, RuleSettings settings) {
        return settings.other(this, rows.space()).isPresent();
    }

    @Override
    public void check(RowTable rows, RowFindings findings) {
        OtherDataflowRows population =
                findings.settings().other(this, rows.space()).orElseThrow();
        List<CodeHierarchy> trees = shared(rows, population);
        long[] least = least(rows, population);
        for (int row = 0; row < rows.fileRows(); row++) {
            long key = rows.key(row);
            if (rows.low(row) > least[rows.merged().period(key)]
                    && rows.merged().usableRow(key) == row) {
                int smallest = smallest(key, trees, population);
                if (smallest >= 0 && rows.low(row) > population.rows().high(smallest)) {
                    findings.add(row, parameters(row, smallest, rows, population), IntStream.empty());
                }
            }
        }
    }

    private static List<CodeHierarchy> shared(RowTable rows, OtherDataflowRows population) {
        return CodeHierarchy.of(rows.space().structure()).stream()
                .filter(tree -> !population.extraDimensions().contains(tree.dimension()))
                .toList();
    }

    /**
     * Returns the smallest population of any sex and age, by the number that identifies an area and period; {@link
     * RowTable#UNBOUNDED} if no population is known.
     */
    private static long[] least(RowTable rows, OtherDataflowRows population) {
        DataStructure own = rows.space().structure();
        KeySpace space = population.rows().space();
        long[] least = new long[own.area().size() * own.time().size()];
        Arrays.fill(least, RowTable.UNBOUNDED);
        for (int row = 0; row < population.rows().size(); row++) {
            long key = population.rows().key(row);
            int area = own.area().positionOf(space.code(key, space.structure().area()));
            int year = own.time().positionOf(space.code(key, space.structure().time()));
            if (area >= 0 && year >= 0) {
                int period = area * own.time().size() + year;
                least[period] = Math.min(least[period], population.rows().high(row));
            }
        }
        return least;
    }

    /**
     * Returns the row with the smallest known population that includes the persons of a key, or {@link RowTable#NONE}.
     */
    private static int smallest(long key, List<CodeHierarchy> trees, OtherDataflowRows population) {
        List<Long> keys = new ArrayList<>(List.of(key));
        for (CodeHierarchy tree : trees) {
            for (long narrow : List.copyOf(keys)) {
                addBroader(narrow, tree, population, keys);
            }
        }
        RowTable persons = population.rows();
        int smallest = RowTable.NONE;
        for (long broader : keys) {
            int row = population.find(broader);
            boolean known = row >= 0 && persons.isExact(row);
            if (known && (smallest < 0 || persons.high(row) < persons.high(smallest))) {
                smallest = row;
            }
        }
        return smallest;
    }

    private static void addBroader(long key, CodeHierarchy tree, OtherDataflowRows population, List<Long> keys) {
        int dimension = tree.dimension().position();
        int position = tree.parents()[population.fileSpace().position(key, dimension)];
        while (position >= 0) {
            keys.add(population.fileSpace().withPosition(key, dimension, position));
            position = tree.parents()[position];
        }
    }

    private static Map<String, Object> parameters(int row, int smallest, RowTable rows, OtherDataflowRows population) {
        RowTable persons = population.rows();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("count", rows.range(row).parameter());
        parameters.put("population", persons.high(smallest));
        parameters.put(
                "year",
                rows.space().code(rows.key(row), rows.space().structure().time()));
        parameters.put("group", new Margins(persons.space()).isTotal(persons.key(smallest)) ? "no" : "yes");
        return parameters;
    }
}
