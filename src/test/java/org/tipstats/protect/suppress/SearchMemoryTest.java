package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Move;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.Components.PartResult;

/** A search that was interrupted goes on with the parts that are not in its memory, and finds the same as in one go. */
class SearchMemoryTest {

    private static final CellSystem THREE = tables(3);

    /** Remembers results, up to a number after which it fails. */
    private static final class Results implements SearchMemory {

        private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
        private int found;
        private int most = Integer.MAX_VALUE;

        @Override
        public synchronized Optional<byte[]> find(String digest) {
            byte[] result = kept.get(digest);
            found += result == null ? 0 : 1;
            return Optional.ofNullable(result);
        }

        @Override
        public synchronized void keep(String digest, byte[] result) {
            if (kept.size() == most) {
                throw new IllegalStateException("the instance dies");
            }
            assertEquals(null, kept.put(digest, result), "the same part was searched twice");
        }
    }

    /** Makes tables of 13 rows and 13 columns that share no line. */
    private static CellSystem tables(int number) {
        CellSystem.Builder builder = new CellSystem.Builder();
        Random random = new Random(115);
        for (int table = 0; table < number; table++) {
            table(builder, random);
        }
        return builder.build();
    }

    private static void table(CellSystem.Builder builder, Random random) {
        int size = 13;
        long[][] values = new long[size + 1][size + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                long value = random.nextInt(8) == 0 ? 1 + random.nextInt(4) : 5 + random.nextInt(90);
                values[i][j] = value;
                values[i][size] += value;
                values[size][j] += value;
                values[size][size] += value;
            }
        }
        int[][] cells = new int[size + 1][size + 1];
        for (int i = 0; i <= size; i++) {
            for (int j = 0; j <= size; j++) {
                CellSystem.Role role = values[i][j] < 5 ? CellSystem.Role.SENSITIVE : CellSystem.Role.OPEN;
                cells[i][j] = builder.cell(role, values[i][j], 0, CellSystem.UNBOUNDED, values[i][j] + 1);
            }
        }
        for (int i = 0; i <= size; i++) {
            int[] row = new int[size];
            int[] column = new int[size];
            for (int j = 0; j < size; j++) {
                row[j] = cells[i][j];
                column[j] = cells[j][i];
            }
            builder.line(cells[i][size], row);
            builder.line(cells[size][i], column);
        }
    }

    private static List<Object> search(CellSystem system, SearchMemory memory) {
        Pattern pattern =
                new Suppressor(system, Effort.QUICK, memory).suppress(system.ranks(), 1, ProtectionProgress.SILENT);
        return new ArrayList<>(
                List.of(pattern.hidden(), pattern.unprotected(), pattern.immovable(), pattern.programs()));
    }

    @Test
    void aSearchGoesOnWhereAnotherOneDied() {
        List<Object> atOnce = search(THREE, SearchMemory.NONE);
        Results memory = new Results();
        memory.most = 2;
        assertThrows(IllegalStateException.class, () -> search(THREE, memory));
        assertEquals(2, memory.kept.size());
        assertEquals(0, memory.found);
        memory.most = Integer.MAX_VALUE;
        assertEquals(atOnce, search(THREE, memory));
        assertEquals(2, memory.found, "the parts that were done are not searched again");
        int all = memory.kept.size();
        assertTrue(all >= 3);
        assertEquals(atOnce, search(THREE, memory));
        assertEquals(all, memory.kept.size());
    }

    /** A remembered result is proved once more in the original system. */
    @Test
    void whatAWrongMemoryProvesIsUnprotected() {
        Results memory = new Results();
        assertEquals(List.of(), firstSearch(memory).unprotected());
        memory.kept.replaceAll((digest, result) -> withWrongMoves(result));
        assertEquals(
                THREE.cells(CellSystem.Role.SENSITIVE).boxed().toList(),
                firstSearch(memory).unprotected());
    }

    /** Searches without repairs, which would find the right moves. */
    private static Pattern firstSearch(SearchMemory memory) {
        return new Suppressor(THREE, Effort.FIRST_SEARCH, memory).suppress(THREE.ranks(), 1, ProtectionProgress.SILENT);
    }

    private static byte[] withWrongMoves(byte[] result) {
        PartResult right = PartResult.of(result);
        List<Move> wrong = right.moves().stream()
                .map(move -> {
                    long[] changes = move.changes().clone();
                    changes[0]++;
                    return new Move(move.cells(), changes);
                })
                .toList();
        return new PartResult(right.hidden(), wrong, right.immovable(), right.programs()).toBytes();
    }

    /** What changes the result changes the digest, too. */
    @Test
    void anotherPartOrEffortIsAnotherSearch() {
        Components.Part part = Components.of(THREE).get(0);
        assertEquals(part.digest(Effort.QUICK), Components.of(tables(1)).get(0).digest(Effort.QUICK));
        assertNotEquals(part.digest(Effort.QUICK), part.digest(Effort.THOROUGH));
        assertNotEquals(part.digest(Effort.QUICK), Components.of(THREE).get(1).digest(Effort.QUICK));
        CellSystem known = part.system()
                .with(cell -> cell == 5 ? CellSystem.Role.KNOWN : part.system().role(cell));
        assertNotEquals(part.digest(Effort.QUICK), new Components.Part(known, part.cells()).digest(Effort.QUICK));
    }
}
