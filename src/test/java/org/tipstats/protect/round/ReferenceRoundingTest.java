package org.tipstats.protect.round;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.protect.round.RoundedTable.Deviation;

/** Compares with SmallCountRounding 1.2.5 on the tables of its authors. Its figures are in the reference files. */
@Execution(ExecutionMode.CONCURRENT)
class ReferenceRoundingTest {

    @ParameterizedTest
    @CsvSource({"z2, 3, 2, 28", "z2, 5, 3, 56", "z3, 3, 4, 956", "z3, 5, 8, 1710"})
    void thePublishedCellsAreAsNearToTheTruthAsThoseOfTheReference(String name, int base, long largest, long sum) {
        ReferenceTable reference = ReferenceTable.read(name, base);
        RoundingTable table = reference.table();
        long[] originals = IntStream.range(0, table.publishedCells())
                .mapToLong(cell -> RoundedTable.publishedValue(table, cell))
                .toArray();
        assertArrayEquals(reference.originals(), originals);
        assertEquals(
                new Deviation(largest, sum, originals.length),
                new Deviation(
                        Arrays.stream(reference.differences())
                                .map(Math::abs)
                                .max()
                                .orElseThrow(),
                        Arrays.stream(reference.differences()).map(Math::abs).sum(),
                        originals.length));

        RoundedTable rounded = new RoundedTable(table, base);

        Deviation ours = rounded.deviation();
        assertTrue(ours.largest() <= largest, ours::toString);
        assertTrue(ours.sum() <= sum, ours::toString);
        for (int cell = 0; cell < originals.length; cell++) {
            long value = rounded.published(cell);
            assertTrue(value == 0 || value >= base, "published " + value);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 0.62", "5, 1.20"})
    void theLargeReferenceIsBeatenByATwentieth(int base, double mean) {
        RoundedTable rounded = new RoundedTable(ReferenceTable.read("z3", base).table(), base);
        assertTrue(
                rounded.deviation().mean().doubleValue() <= mean,
                () -> rounded.deviation().toString());
    }
}
