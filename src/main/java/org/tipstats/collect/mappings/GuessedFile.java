package org.tipstats.collect.mappings;

import java.util.List;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.reading.Ledger;
import org.tipstats.mapping.saved.Mapping;

/**
 * A file with the guess of its meaning.
 *
 * @param grid the cells of the file; no sheets if the file is refused as a whole
 * @param guess the meaning of the file as far as it is known; empty if the file is refused as a whole
 * @param mapping the mapping of all decisions so far; null while the dataflow of the figures is not known
 * @param findings the reasons to refuse the file or some of its cells
 */
public record GuessedFile(Grid grid, Guess guess, Mapping mapping, List<GuessFinding> findings) {

    /**
     * A reason to refuse the file or some of its cells.
     *
     * @param rule the id of the rule
     * @param message one or more sentences in the language of the request
     * @param cells the cells concerned; empty if it is the whole file
     */
    public record GuessFinding(String rule, String message, List<String> cells) {

        public GuessFinding {
            cells = List.copyOf(cells);
        }
    }

    public GuessedFile {
        findings = List.copyOf(findings);
    }

    /** Returns a file that is refused as a whole. Nothing of its content is kept. */
    static GuessedFile refused(List<GuessFinding> findings) {
        Grid none = new Grid(List.of());
        Guess nothing = new Guess(List.of(), List.of(), List.of(), new Ledger(none.sheets()), List.of(), List.of());
        return new GuessedFile(none, nothing, null, findings);
    }

    /** Returns whether no question and no fault is left, so that the file can be submitted with the mapping. */
    public boolean isComplete() {
        return mapping != null
                && findings.isEmpty()
                && guess.faults().isEmpty()
                && guess.questions().isEmpty()
                && guess.ledger().notUnderstood().isEmpty();
    }
}
