package org.tipstats.protect.intruder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;

/** Compares the unknowns that equalities determine with an elimination in fractions. */
class NullSpaceTest {

    @Test
    void findsWhatEliminationWithFractionsFinds() {
        Seeds.check(200, random -> {
            int size = 2 + random.nextInt(7);
            List<Equation> equalities = new ArrayList<>();
            for (int row = random.nextInt(size + 2); row > 0; row--) {
                EquationSum sum = new EquationSum();
                for (int i = 0; i < size; i++) {
                    sum.add(new AuditedFigure(i, 0), random.nextInt(3) - 1);
                }
                equalities.add(sum.within(Source.BREAKDOWN, 0, 0));
            }
            NullSpace space = new NullSpace(size, new BitSet(), equalities);
            double[][] reduced = reduced(size, equalities);
            for (int i = 0; i < size; i++) {
                assertEquals(isUnit(reduced, i), space.determines(i), "unknown " + i);
            }
        });
    }

    private static boolean isUnit(double[][] reduced, int unknown) {
        return Arrays.stream(reduced)
                .anyMatch(row -> Math.abs(row[unknown]) > 1e-9
                        && Arrays.stream(row).filter(x -> Math.abs(x) > 1e-9).count() == 1);
    }

    private static double[][] reduced(int size, List<Equation> equalities) {
        double[][] rows = new double[equalities.size()][size];
        for (int r = 0; r < rows.length; r++) {
            Equation equality = equalities.get(r);
            for (int i = 0; i < equality.size(); i++) {
                rows[r][equality.unknowns()[i]] = equality.signs()[i];
            }
        }
        int next = 0;
        for (int column = 0; column < size && next < rows.length; column++) {
            int best = next;
            for (int r = next; r < rows.length; r++) {
                best = Math.abs(rows[r][column]) > Math.abs(rows[best][column]) ? r : best;
            }
            if (Math.abs(rows[best][column]) < 1e-9) {
                continue;
            }
            double[] pivot = rows[best];
            rows[best] = rows[next];
            rows[next] = pivot;
            for (double[] row : rows) {
                double factor = row == pivot ? 0 : row[column] / pivot[column];
                for (int i = 0; i < size; i++) {
                    row[i] -= factor * pivot[i];
                }
            }
            next++;
        }
        return rows;
    }
}
