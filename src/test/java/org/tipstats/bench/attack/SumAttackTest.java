package org.tipstats.bench.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.Seeds;
import org.tipstats.bench.attack.Attack.Outcome;

/** Checks that the attack finds everything that can be found in small puzzles, and nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class SumAttackTest {

    private final SumPuzzle puzzle = new SumPuzzle();

    private int hidden(String name) {
        return puzzle.unknown(name, 1, Relation.NO_LIMIT);
    }

    private int masked(String name) {
        return puzzle.unknown(name, 0, 4);
    }

    private void sum(long sum, int... unknowns) {
        puzzle.equation(sum, false, "a table", unknowns);
    }

    private Outcome attack() {
        return Attack.on(puzzle, Integer.MAX_VALUE);
    }

    private Map<String, String> found() {
        Map<String, String> found = new TreeMap<>();
        attack().found().values().forEach(f -> found.put(f.name(), f.value() + " by " + f.means()));
        return found;
    }

    @Test
    void aSingleHiddenPartIsTheTotalWithoutTheOthers() {
        sum(15 - 12, hidden("a"));
        assertEquals(Map.of("a", "3 by EQUATIONS"), found());
    }

    @Test
    void twoHiddenPartsThatMustBeOneEachAreFoundByTheirLimits() {
        sum(15 - 10 - 3, hidden("a"), hidden("b"));
        assertEquals(Map.of("a", "1 by LIMITS", "b", "1 by LIMITS"), found());
    }

    @Test
    void twoHiddenPartsOfThreeStayHidden() {
        sum(3, hidden("a"), hidden("b"));
        assertEquals(Map.of(), found());
    }

    @Test
    void maskedPartsAreFoundWhereTheirSumIsAsLargeOrSmallAsItCanBe() {
        sum(8, masked("a"), masked("b"));
        sum(0, masked("c"), masked("d"));
        sum(7, masked("e"), masked("f"));
        assertEquals(Map.of("a", "4 by LIMITS", "b", "4 by LIMITS", "c", "0 by LIMITS", "d", "0 by LIMITS"), found());
    }

    /** The 4 x 4 table from the issues of sdcTable. Each line hides two cells or more, but one of them is revealed. */
    @Test
    void aCellIsFoundByAddingAndSubtractingLinesThoughEachLineHidesTwo() {
        long[][] counts = {{30, 47, 64, 89}, {90, 124, 5, 31}, {92, 100, 59, 85}, {800, 991, 651, 685}};
        String hidden = "1110 1010 0101 0101";
        int[][] unknowns = new int[4][4];
        for (int i = 0; i < 16; i++) {
            boolean hides = hidden.charAt(i / 4 * 5 + i % 4) == '1';
            unknowns[i / 4][i % 4] = hides ? hidden("wxyz".charAt(i / 4) + "," + "abcd".charAt(i % 4)) : -1;
        }
        for (int line = 0; line < 4; line++) {
            int fixed = line;
            hiddenSum(4, i -> unknowns[fixed][i], i -> counts[fixed][i]);
            hiddenSum(4, i -> unknowns[i][fixed], i -> counts[i][fixed]);
        }
        assertEquals(Map.of("w,b", "47 by EQUATIONS"), found());
    }

    private void hiddenSum(int length, IntUnaryOperator unknown, IntToLongFunction count) {
        int[] places = IntStream.range(0, length)
                .filter(i -> unknown.applyAsInt(i) >= 0)
                .toArray();
        sum(
                IntStream.of(places).mapToLong(count).sum(),
                IntStream.of(places).map(unknown).toArray());
    }

    /** Eight areas in two groupings (user support of sdcTable and tau-Argus, issue 136), with counts up to 3 hidden. */
    @Test
    void twoGroupingsOfTheSameAreasAreSubtracted() {
        int a = hidden("A");
        int b = hidden("B");
        int k = hidden("K");
        int l = hidden("L");
        int m = hidden("M");
        sum(20 - 8 - 8, a, b);
        sum(16 - 7, k, l, m);
        sum(30 - 8 - 8 - 7, a, b, k);
        sum(6, l, m);
        assertEquals(Map.of("K", "3 by EQUATIONS"), found());
    }

    @Test
    void factsThatContradictEachOtherAreToldAndGiveNothing() {
        int a = hidden("a");
        int b = hidden("b");
        sum(6, a, b);
        sum(1, a, b);
        assertEquals(Map.of(), found());
        assertEquals(List.of("a", "b"), attack().contradictory());
    }

    @Test
    void anExtremeSumFixesItsPartsThoughNoLineAloneDoes() {
        // Twice p is between 6 and 6: p = r from the equations, 2p + s <= 6 <= 2p - s - t.
        int p = puzzle.unknown("p", 0, 10);
        int q = puzzle.unknown("q", 0, 10);
        int r = puzzle.unknown("r", 0, 10);
        int s = puzzle.unknown("s", 0, 10);
        int t = puzzle.unknown("t", 0, 10);
        sum(10, p, q);
        sum(10, q, r);
        puzzle.add(new Relation(new int[] {p, r, s}, new int[] {1, 1, 1}, -Relation.NO_LIMIT, 6, false, "at most"));
        puzzle.add(new Relation(
                new int[] {p, r, s, t}, new int[] {1, 1, -1, -1}, 6, Relation.NO_LIMIT, false, "at least"));
        Map<String, String> found = found();
        assertEquals("3 by PROGRAMS", found.get("p"));
        assertEquals("7 by PROGRAMS", found.get("q"));
        assertEquals("0 by PROGRAMS", found.get("s"));
        assertEquals("0 by PROGRAMS", found.get("t"));
    }

    @Test
    void anAssumptionThatTheFiguresContradictIsGivenUpAndTheRestStillUsed() {
        int a = masked("a");
        int b = masked("b");
        puzzle.equation(30, true, "forms don't add up", a, b);
        sum(3, a);
        Outcome outcome = attack();
        assertEquals(List.of("forms don't add up"), outcome.givenUp());
        assertEquals(1, outcome.found().size());
    }

    @Test
    void twoReleasesThatHideTheSameCellsAreSolvedTogether() {
        int a = hidden("a");
        int b = hidden("b");
        int c = hidden("c");
        sum(20, a, b);
        // The second release revises b to c. It publishes the sum of a and c, and c through another sum.
        sum(25, a, c);
        sum(9, c);
        assertEquals(Map.of("a", "16 by EQUATIONS", "b", "4 by EQUATIONS", "c", "9 by EQUATIONS"), found());
    }

    /** Compares with an exhaustive search on small random tables of counts with margins and some hidden cells. */
    @Test
    void nothingIsFoundThatTryingAllTablesDoesNotFindAndAlmostEverythingThatItDoes() {
        int[] tally = new int[2];
        Seeds.check(150, random -> {
            RandomTable table = new RandomTable(random);
            Map<Integer, Long> certain = table.certain();
            Map<Integer, Attack.Found> found =
                    Attack.on(table.puzzle, Integer.MAX_VALUE).found();
            found.forEach((unknown, f) -> assertEquals(certain.get(unknown), f.value(), f.toString()));
            tally[0] += certain.size();
            tally[1] += found.size();
        });
        assertTrue(tally[0] > 100, tally[0] + " cells have only one possible value");
        assertTrue(tally[1] >= tally[0] * 0.98, tally[1] + " found of " + tally[0]);
    }

    /** A table of 3 x 3 counts from 0 to 6 with public margins and up to six hidden cells. */
    private static final class RandomTable {

        private final SumPuzzle puzzle = new SumPuzzle();
        private final long[] truth;

        RandomTable(Random random) {
            long[][] counts = new long[3][3];
            int[][] unknowns = new int[3][3];
            truth = new long[9];
            int hidden = 0;
            for (int i = 0; i < 9; i++) {
                counts[i / 3][i % 3] = random.nextInt(4);
                boolean hide = counts[i / 3][i % 3] > 0 && random.nextInt(3) > 0 && hidden < 6;
                unknowns[i / 3][i % 3] = hide ? puzzle.unknown("c" + i, 1, 8) : -1;
                if (hide) {
                    truth[hidden++] = counts[i / 3][i % 3];
                }
            }
            for (int line = 0; line < 3; line++) {
                add(new int[] {unknowns[line][0], unknowns[line][1], unknowns[line][2]});
                add(new int[] {unknowns[0][line], unknowns[1][line], unknowns[2][line]});
            }
        }

        private void add(int[] line) {
            int[] hidden = Arrays.stream(line).filter(u -> u >= 0).toArray();
            puzzle.equation(Arrays.stream(hidden).mapToLong(u -> truth[u]).sum(), false, "", hidden);
        }

        Map<Integer, Long> certain() {
            long[] least = new long[puzzle.size()];
            long[] most = new long[puzzle.size()];
            Arrays.fill(least, Long.MAX_VALUE);
            enumerate(new long[puzzle.size()], 0, least, most);
            Map<Integer, Long> certain = new TreeMap<>();
            for (int i = 0; i < least.length; i++) {
                if (least[i] == most[i]) {
                    certain.put(i, least[i]);
                }
            }
            return certain;
        }

        private void enumerate(long[] values, int next, long[] least, long[] most) {
            if (next < values.length) {
                List<Relation> complete = puzzle.relations().stream()
                        .filter(r -> IntStream.of(r.unknowns()).max().orElse(0) == next)
                        .toList();
                for (values[next] = 1; values[next] <= 8; values[next]++) {
                    if (complete.stream().allMatch(r -> r.holds(values))) {
                        enumerate(values, next + 1, least, most);
                    }
                }
            } else {
                for (int i = 0; i < values.length; i++) {
                    least[i] = Math.min(least[i], values[i]);
                    most[i] = Math.max(most[i], values[i]);
                }
            }
        }
    }
}
