package org.tipstats.collect.rounds;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.tipstats.collect.submission.SubmissionStatus;

/**
 * One dataflow and one year that a round asks an area for.
 *
 * @param answeredAt the time at which the first file that answers the item arrived; null if no file answers it
 * @param submission the newest of the files that give the item its state; null if there is none
 */
public record RoundItem(String dataflow, String year, ItemState state, Instant answeredAt, UUID submission) {

    public enum ItemState {
        /** No file is about the item, or the accepted files leave neither figures nor a declaration for it. */
        MISSING,
        /** A file about the item has errors, or warnings without an explanation. */
        IN_PROGRESS,
        /** A file about the item waits for a reviewer. */
        SUBMITTED,
        /** A reviewer returned the newest file about the item. */
        RETURNED,
        /** There are accepted figures. */
        ACCEPTED,
        /** It is accepted that there are no figures: they do not exist, or the question does not apply. */
        DECLARED;

        /** Returns whether the item waits for a reviewer or is answered. */
        public boolean isSent() {
            return this == SUBMITTED || isAnswered();
        }

        public boolean isAnswered() {
            return this == ACCEPTED || this == DECLARED;
        }
    }

    /**
     * The facts of one file about one item.
     *
     * @param figures whether it has at least one figure, or says that one is suppressed
     * @param declared whether it declares that there are no figures, by the status of a row
     * @param withdraws whether it withdraws figures
     * @param warnings the number of warnings in the whole file
     * @param rows the number of rows in the whole file
     */
    record ItemFact(
            UUID submission,
            SubmissionStatus status,
            Instant receivedAt,
            boolean figures,
            boolean declared,
            boolean withdraws,
            long warnings,
            long rows) {

        /**
         * Returns the facts of the file as they stand after all accepted files.
         *
         * @param anyFigures whether any figures of the item are in force
         * @param anyDeclared whether any declaration about the item is in force
         */
        ItemFact held(boolean anyFigures, boolean anyDeclared) {
            return new ItemFact(
                    submission,
                    status,
                    receivedAt,
                    figures && anyFigures,
                    declared && anyDeclared,
                    false,
                    warnings,
                    rows);
        }

        private boolean isAccepted() {
            return status == SubmissionStatus.ACCEPTED;
        }

        private boolean waits() {
            return status == SubmissionStatus.SUBMITTED;
        }
    }

    /** Determines the state of an item from the files about it, in any order. Withdrawn files must be left out. */
    static RoundItem of(String dataflow, String year, List<ItemFact> facts) {
        List<ItemFact> arrived = facts.stream()
                .sorted(Comparator.comparing(ItemFact::receivedAt).thenComparing(ItemFact::submission))
                .toList();
        RoundItem none = new RoundItem(dataflow, year, ItemState.MISSING, null, null);
        if (any(arrived, fact -> fact.isAccepted() && fact.figures())) {
            return none.as(ItemState.ACCEPTED, arrived, fact -> fact.isAccepted() && fact.figures());
        }
        if (any(arrived, fact -> fact.isAccepted() && fact.declared())) {
            return none.as(ItemState.DECLARED, arrived, fact -> fact.isAccepted() && fact.declared());
        }
        List<ItemFact> open =
                arrived.stream().filter(fact -> !fact.isAccepted()).toList();
        if (open.isEmpty()) {
            return none;
        }
        ItemFact newest = open.get(open.size() - 1);
        if (newest.status() == SubmissionStatus.RETURNED) {
            return new RoundItem(dataflow, year, ItemState.RETURNED, null, newest.submission());
        }
        if (any(open, ItemFact::waits)) {
            return none.as(ItemState.SUBMITTED, open, ItemFact::waits);
        }
        return new RoundItem(dataflow, year, ItemState.IN_PROGRESS, null, newest.submission());
    }

    private static boolean any(List<ItemFact> facts, Predicate<ItemFact> wanted) {
        return facts.stream().anyMatch(wanted);
    }

    /**
     * Returns this item in the given state, answered by the files that {@code wanted} accepts; there must be one.
     *
     * @param arrived the facts in the order in which their files arrived
     */
    private RoundItem as(ItemState reached, List<ItemFact> arrived, Predicate<ItemFact> wanted) {
        List<ItemFact> answers = arrived.stream().filter(wanted).toList();
        return new RoundItem(
                dataflow,
                year,
                reached,
                answers.get(0).receivedAt(),
                answers.get(answers.size() - 1).submission());
    }
}
