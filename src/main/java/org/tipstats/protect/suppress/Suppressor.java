package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CellSystem.Role;
import org.tipstats.protect.cells.CondensedSystem;
import org.tipstats.protect.cells.Move;
import org.tipstats.protect.solve.ParallelSearches;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.Components.PartResult;

/**
 * Finds the cells of linked tables to hide in addition to the sensitive cells, and proves that nobody can compute a
 * hidden cell.
 *
 * <p>A cell is protected if another table exists that an intruder cannot distinguish from the true table, consists of
 * whole numbers, and has a different value in this cell. The search asks solvers for such tables. The proof does not
 * rely on the solvers: it checks each table by addition against the original system. Sensitive cells without a proof
 * are listed in the result. A cell that is hidden only to protect others is published again if it has no proof.
 *
 * <p>The search decides rank by rank, the most valuable rank first, as if all cells of later ranks were hidden. So it
 * hides a valuable cell only if hiding all later cells would not suffice.
 *
 * <p>The result depends only on the system and the order of its cells and lines, not on threads or time.
 */
public final class Suppressor {

    private final CellSystem system;
    private final Effort effort;
    private final SearchMemory memory;
    private final UnaryOperator<double[]> answers;
    private int[] ranks = {};
    private BitSet hidden = new BitSet();
    private BitSet immovable = new BitSet();
    private long programs;

    /** @param memory remembers the results of large parts; a remembered result is proved once more */
    public Suppressor(CellSystem system, Effort effort, SearchMemory memory) {
        this(system, effort, memory, answer -> answer);
    }

    /** @param answers falsifies the answers of the linear solver, for tests */
    Suppressor(CellSystem system, Effort effort, SearchMemory memory, UnaryOperator<double[]> answers) {
        this.memory = memory;
        this.effort = effort;
        this.answers = answers;
        this.system = system;
    }

    /**
     * Searches for a pattern at given ranks, even if no open cell has them. A search at such a rank may publish a cell
     * again that was hidden at an earlier rank.
     *
     * @param atRanks the ranks to search at, ascending, among them those of all open cells; ignored if there are no
     *     open cells
     * @param threads the number of threads to use, at least 1; it does not affect the result
     */
    public Pattern suppress(int[] atRanks, int threads, ProtectionProgress progress) {
        ranks = system.cells(Role.OPEN).findAny().isPresent() ? atRanks : system.ranks();
        hidden = sensitive();
        immovable = new BitSet();
        programs = 0;
        CondensedSystem condensed = null;
        List<Move> moves = new ArrayList<>();
        BitSet left = new BitSet();
        for (int rank : ranks) {
            condensed = CondensedSystem.deciding(system, rank, hidden, left);
            moves = decide(rank, condensed, left, threads, progress);
        }
        // Only moves that hold in the original system are proofs.
        moves.removeIf(move -> !move.holdsIn(system));
        for (int i = ranks.length - 1; i >= 0 && effort.repairs() && isRepairable(moves); i--) {
            repair(ranks[i], moves, threads);
        }
        BitSet unproven = unproven(moves);
        unproven.stream().filter(this::isOpen).forEach(hidden::clear);
        // All proofs still hold, because none of these moves changes a cell that is now public again.
        unproven.and(hidden);
        CellSystem last = condensed.system();
        List<Integer> unprotected = unproven.stream().boxed().toList();
        return new Pattern(hidden, unprotected, immovable, last.size(), last.lines(), programs);
    }

    private boolean isRepairable(List<Move> moves) {
        return unproven(moves).stream().anyMatch(cell -> !isOpen(cell) && !immovable.get(cell));
    }

    private boolean isOpen(int cell) {
        return system.role(cell) == Role.OPEN;
    }

    /**
     * Searches for moves of the cells without a proof, and hides the cells of a rank and of later ranks that these
     * moves change. The search by ranks may miss these moves, because it relies on fractional answers about later
     * ranks.
     *
     * <p>At the first rank, this method also records the cells that cannot move. This holds for every choice of hidden
     * cells, because the search may then hide all open cells.
     *
     * @param moves the moves found so far that hold in the original system; this method adds the new ones
     */
    private void repair(int rank, List<Move> moves, int threads) {
        BitSet unproven = unproven(moves);
        unproven.andNot(immovable);
        CondensedSystem condensed = CondensedSystem.repairing(system, rank, hidden, unproven);
        if (rank == ranks[0]) {
            condensed.members(IntStream.range(0, condensed.system().size())).forEach(unproven::clear);
            immovable.or(unproven);
        }
        for (PartResult result : search(parts(condensed), effort.withoutHurry(), threads, ProtectionProgress.SILENT)) {
            for (Move move : result.moves()) {
                Move whole = condensed.expand(move);
                IntStream.of(whole.cells()).filter(this::isOpen).forEach(hidden::set);
                if (whole.holdsIn(system)) {
                    moves.add(whole);
                }
            }
            note(rank, condensed, result);
        }
    }

    private void note(int rank, CondensedSystem condensed, PartResult result) {
        programs += result.programs();
        if (rank == ranks[0]) {
            condensed.members(result.immovable().stream()).forEach(immovable::set);
        }
    }

    /**
     * Decides which cells of a rank are hidden. A part without a cell to decide is searched at the last rank only.
     *
     * @param left receives the sensitive cells that no move changes: in later ranks fewer moves are possible
     * @return moves that prove the hidden cells of this and earlier ranks
     */
    private List<Move> decide(
            int rank, CondensedSystem condensed, BitSet left, int threads, ProtectionProgress progress) {
        List<Move> moves = new ArrayList<>();
        List<Components.Part> parts = parts(condensed).stream()
                .filter(part -> rank == ranks[ranks.length - 1] || part.has(Role.OPEN) || part.has(Role.GIVEN_UP))
                .toList();
        hidden = sensitive();
        for (PartResult result : search(parts, rank == ranks[0] ? effort.withoutHurry() : effort, threads, progress)) {
            condensed
                    .members(result.hidden().stream())
                    .filter(cell -> isOpen(cell) && system.rank(cell) <= rank)
                    .forEach(hidden::set);
            result.moves().forEach(move -> moves.add(condensed.expand(move)));
            note(rank, condensed, result);
        }
        condensed
                .members(parts.stream().flatMapToInt(part -> IntStream.of(part.cells())))
                .filter(cell -> system.role(cell) == Role.SENSITIVE)
                .forEach(left::set);
        moves.forEach(move -> IntStream.of(move.cells()).forEach(left::clear));
        return moves;
    }

    private BitSet sensitive() {
        return CellSystem.bits(system.cells(Role.SENSITIVE));
    }

    private static List<Components.Part> parts(CondensedSystem condensed) {
        return Components.of(condensed.system()).stream()
                .filter(part -> part.has(Role.SENSITIVE))
                // The largest parts come first, so that no thread waits for a long search that started last.
                .sorted(Comparator.comparingInt((Components.Part part) -> -part.cells().length))
                .toList();
    }

    /**
     * Returns the hidden cells without a proof. A proof is a move that changes the cell and is possible in the original
     * system.
     *
     * @param moves moves that hold in the original system
     */
    private BitSet unproven(List<Move> moves) {
        BitSet movable = (BitSet) hidden.clone();
        system.cells(Role.UNPUBLISHED).forEach(movable::set);
        BitSet left = (BitSet) hidden.clone();
        for (Move move : moves) {
            if (move.isAmong(movable)) {
                IntStream.of(move.cells()).forEach(left::clear);
            }
        }
        return left;
    }

    private List<PartResult> search(
            List<Components.Part> parts, Effort spent, int threads, ProtectionProgress progress) {
        return ParallelSearches.run(
                threads,
                parts.stream()
                        .map(part -> (Callable<PartResult>) () -> search(part, spent))
                        .toList(),
                done -> progress.parts(done, parts.size()));
    }

    /**
     * Searches a part, or takes its result from the memory. Small parts are not stored, because searching them is
     * faster.
     */
    private PartResult search(Components.Part part, Effort spent) {
        if (part.cells().length <= PatternSearch.MAX_OPTIMAL_CELLS) {
            return searched(part, spent).in(part.cells());
        }
        String digest = part.digest(spent);
        return memory.find(digest)
                .map(PartResult::of)
                .orElseGet(() -> {
                    PartResult result = searched(part, spent);
                    memory.keep(digest, result.toBytes());
                    return result;
                })
                .in(part.cells());
    }

    private PartResult searched(Components.Part part, Effort spent) {
        try (PatternSearch search = new PatternSearch(part.system(), spent, answers)) {
            return search.run();
        }
    }
}
