package org.tipstats.mapping.guess;

import java.util.List;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.mapping.reading.Ledger;

/**
 * The known meaning of a file, and the open questions.
 *
 * @param tables the tables of the file
 * @param decisions all decisions; the open ones are the questions
 * @param observations the observations so far; empty if the file is refused
 * @param ledger records what happens to each cell with a number
 * @param refusals the rules that refuse the file or some of its cells
 * @param faults the answers about the tables that cannot be used
 */
public record Guess(
        List<Table> tables,
        List<Decision> decisions,
        List<MappedObservation> observations,
        Ledger ledger,
        List<Refusal> refusals,
        List<AnswerFault> faults) {

    public Guess {
        tables = List.copyOf(tables);
        decisions = List.copyOf(decisions);
        observations = List.copyOf(observations);
        refusals = List.copyOf(refusals);
        faults = List.copyOf(faults);
    }

    /** @param dataflows the dataflows that its figures belong to */
    public record Table(CellRange range, List<String> dataflows) {}

    /**
     * A rule that refuses figures.
     *
     * @param rule the id of the rule
     * @param cells the cells concerned; empty if the whole file is refused
     */
    public record Refusal(String rule, List<String> cells) {}

    /**
     * An answer that cannot be used.
     *
     * @param id the id of the decision
     * @param wrong what is wrong, as the key of a text
     * @param sheet all cells of the sheet of the table
     */
    public record AnswerFault(String id, String value, String wrong, CellRange sheet) {}

    /** Returns the decisions that only the submitter can make. */
    public List<Decision> questions() {
        return decisions.stream().filter(Decision::isOpen).toList();
    }
}
