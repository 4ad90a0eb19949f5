package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;

/**
 * Makes each decision once: by the answer of the submitter, else by what the figures prove, else by the saved mapping, else by
 * the guess. A guess that needs an answer stays an open question.
 */
final class DecisionLog {

    private static final int MAX_CELLS = 100;

    /**
     * Largest number of questions. If there are more, the file is refused, and its columns are asked about, not its
     * words.
     */
    static final int MAX_QUESTIONS = 200;

    private final Answers answers;
    private final Map<String, String> saved;
    private final Map<String, Decision> made = new LinkedHashMap<>();
    private int open;

    /** @param saved the values of a saved mapping by the id of the decision */
    DecisionLog(Answers answers, Map<String, String> saved) {
        this.answers = answers;
        this.saved = saved;
    }

    Answers answers() {
        return answers;
    }

    /**
     * Returns the value of a decision, or null while it is open. Also returns null for a formula without a result,
     * because it is not a word to which an answer could give a meaning.
     */
    String decide(Decision guess) {
        if (guess.kind().equals("word")
                && NumberStyle.isWithoutResult(guess.id().split(":", 3)[2])) {
            return null;
        }
        String id = Answers.normal(guess.id());
        Decision before = made.get(id);
        Decision now = before == null ? decided(id, guess) : withCells(before, guess.cells());
        if (before == null && now.isOpen() && ++open > MAX_QUESTIONS) {
            return null;
        }
        made.put(id, now);
        return now.value();
    }

    private Decision decided(String id, Decision guess) {
        String answer = answers.values().get(id);
        String value = answer == null ? saved.get(id) : answer;
        boolean proved = guess.level() == Level.SURE && guess.because() == Reason.FIGURES;
        if (answer != null || value != null && !proved) {
            Reason reason = answer == null ? Reason.SAVED : Reason.ANSWERED;
            return new Decision(
                    guess.id(), guess.kind(), guess.cells(), value, Level.SURE, reason, guess.alternatives());
        }
        if (guess.level() != Level.ASK || guess.value() == null) {
            return guess;
        }
        List<String> choices = new ArrayList<>(guess.alternatives());
        choices.remove(guess.value());
        choices.add(0, guess.value());
        return new Decision(guess.id(), guess.kind(), guess.cells(), null, Level.ASK, guess.because(), choices);
    }

    private static Decision withCells(Decision decision, List<String> more) {
        if (decision.cells().size() >= MAX_CELLS || decision.cells().containsAll(more)) {
            return decision;
        }
        Set<String> cells = new LinkedHashSet<>(decision.cells());
        cells.addAll(more);
        return new Decision(
                decision.id(),
                decision.kind(),
                List.copyOf(cells),
                decision.value(),
                decision.level(),
                decision.because(),
                decision.alternatives());
    }

    /** Returns whether there are too many questions to answer, so that some are not kept. */
    boolean hasTooManyQuestions() {
        return open > MAX_QUESTIONS;
    }

    /**
     * Removes the open questions about words, marks and other parts of the file. Asks about the given columns instead,
     * unless answers have decided about them.
     */
    void askForColumns(Set<String> ids) {
        made.values()
                .removeIf(decision -> decision.isOpen()
                        && !decision.kind().equals("dataflow")
                        && decision.id().indexOf(':') > 0);
        for (String id : ids) {
            Decision guess = made.get(Answers.normal(id));
            if (guess != null && guess.because() != Reason.ANSWERED && made.size() < MAX_QUESTIONS) {
                made.put(
                        Answers.normal(id),
                        new Decision(
                                id,
                                guess.kind(),
                                guess.cells(),
                                null,
                                Level.ASK,
                                Reason.UNKNOWN,
                                List.of(guess.value(), "ignore")));
            }
        }
    }

    List<Decision> decisions() {
        return List.copyOf(made.values());
    }
}
