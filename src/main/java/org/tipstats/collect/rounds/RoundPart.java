package org.tipstats.collect.rounds;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.tipstats.collect.rounds.RoundItem.ItemFact;
import org.tipstats.collect.rounds.RoundItem.ItemState;

/**
 * An area's part of a round, derived from the files and other facts.
 *
 * @param deadline the deadline of the round, or a later one that was granted
 * @param openedAt the time at which a submitter of the area first opened the part; null before
 * @param answeredAt the time at which the last item was sent; null while an item is not sent, or returned
 * @param daysLate the days from the deadline to the last item; if items are missing, to the closing of the round, or to
 *     now while it is not closed; rounded up
 * @param itemsWaiting the number of items that wait for a reviewer
 * @param itemsAnswered the number of items with accepted figures or an accepted declaration
 * @param itemsDeclared the number of items for which it is accepted that there are no figures
 * @param warnings the number of warnings in the files that answer the part
 * @param rows the number of rows in these files
 * @param extension the last extension that the area asked for; null if it asked for none
 * @param metadataConfirmedAt when the area last confirmed its metadata in this round; null if it did not
 * @param items the items; absent in lists
 */
public record RoundPart(
        String round,
        @JsonProperty("REF_AREA") String area,
        PartState state,
        Instant deadline,
        Instant openedAt,
        Instant answeredAt,
        long daysLate,
        int itemsAsked,
        int itemsWaiting,
        int itemsAnswered,
        int itemsDeclared,
        long warnings,
        long rows,
        BigDecimal warningsPerHundred,
        PartExtension extension,
        Instant metadataConfirmedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<RoundItem> items) {

    public enum PartState {
        /** No submitter of the area has opened the part. */
        NOT_OPENED,
        /** A submitter opened the part, and nothing else happened. */
        OPENED,
        /** At least one item is answered or begun. */
        IN_PROGRESS,
        /** Every item is sent, and at least one waits for a reviewer. */
        SUBMITTED,
        /** A reviewer returned at least one item. */
        RETURNED,
        /** Every item is accepted or declared, and at least one is accepted. */
        ACCEPTED,
        /** It is accepted that there are no figures for any item. */
        DECLARED;

        /**
         * Determines the state of a part.
         *
         * @param opensAt the start of the round; earlier answers do not begin the part
         * @param stored the stored facts about the part
         */
        static PartState of(List<RoundItem> items, Instant opensAt, StoredPart stored) {
            Set<ItemState> states = items.stream().map(RoundItem::state).collect(Collectors.toSet());
            if (states.contains(ItemState.RETURNED)) {
                return RETURNED;
            }
            if (states.equals(Set.of(ItemState.DECLARED))) {
                return DECLARED;
            }
            if (states.stream().allMatch(ItemState::isSent)) {
                return states.contains(ItemState.SUBMITTED) ? SUBMITTED : ACCEPTED;
            }
            boolean begun = stored.begun()
                    || states.contains(ItemState.IN_PROGRESS)
                    || items.stream()
                            .anyMatch(item -> item.answeredAt() != null
                                    && !item.answeredAt().isBefore(opensAt));
            if (begun) {
                return IN_PROGRESS;
            }
            return stored.openedAt() != null ? OPENED : NOT_OPENED;
        }
    }

    /**
     * A later deadline that an area asked for.
     *
     * @param granted null while nobody has decided
     * @param answer the reason of the decision; null without a decision
     */
    public record PartExtension(
            Instant until, String text, Instant askedAt, Boolean granted, String answer, Instant decidedAt) {

        public boolean isOpen() {
            return granted == null;
        }
    }

    /**
     * The stored facts about a part.
     *
     * @param extendedUntil the last extension that was granted; null if there is none
     * @param begun whether there are typed figures that are not submitted yet
     * @param metadataConfirmedAt when the area last confirmed its metadata in the round; null if it did not
     */
    record StoredPart(
            String round,
            String area,
            Instant openedAt,
            Instant extendedUntil,
            PartExtension extension,
            boolean begun,
            Instant metadataConfirmedAt) {

        Instant deadline(Round asked) {
            return extendedUntil == null ? asked.closesAt() : extendedUntil;
        }
    }

    /**
     * Determines a part.
     *
     * @param facts the facts of files about the items of the area, by item
     * @param withItems false for a part in a list
     */
    static RoundPart of(
            Round round, StoredPart stored, Map<ItemKey, List<ItemFact>> facts, boolean withItems, Instant now) {
        Map<UUID, ItemFact> files = new HashMap<>();
        List<RoundItem> items = items(round, stored.area(), facts, files);
        Instant deadline = stored.deadline(round);
        Instant answeredAt = answeredAt(items);
        Instant end = answeredAt != null ? answeredAt : round.closedAt() != null ? round.closedAt() : now;
        long warnings = sum(items, files, ItemFact::warnings);
        long rows = sum(items, files, ItemFact::rows);
        return new RoundPart(
                round.id(),
                stored.area(),
                PartState.of(items, round.opensAt(), stored),
                deadline,
                stored.openedAt(),
                answeredAt,
                daysLate(deadline, end),
                items.size(),
                count(items, Set.of(ItemState.SUBMITTED)),
                count(items, Set.of(ItemState.ACCEPTED, ItemState.DECLARED)),
                count(items, Set.of(ItemState.DECLARED)),
                warnings,
                rows,
                RoundSummary.percent(warnings, rows),
                stored.extension(),
                stored.metadataConfirmedAt(),
                withItems ? items : null);
    }

    /** @param files receives each file that the round uses, with one of the facts about it */
    private static List<RoundItem> items(
            Round round, String area, Map<ItemKey, List<ItemFact>> facts, Map<UUID, ItemFact> files) {
        List<RoundItem> items = new ArrayList<>();
        for (String flow : round.dataflows()) {
            for (String year : round.years()) {
                List<ItemFact> known = facts.getOrDefault(new ItemKey(area, flow, year), List.of()).stream()
                        .filter(fact -> round.counts(fact.receivedAt()))
                        .toList();
                known.forEach(fact -> files.put(fact.submission(), fact));
                items.add(RoundItem.of(flow, year, known));
            }
        }
        return items;
    }

    /** Returns the sum of {@code number} over the files that answer items. Counts each file once. */
    private static long sum(List<RoundItem> items, Map<UUID, ItemFact> files, ToLongFunction<ItemFact> number) {
        return items.stream()
                .filter(item -> item.state().isSent())
                .map(RoundItem::submission)
                .distinct()
                .map(files::get)
                .mapToLong(number)
                .sum();
    }

    private static int count(List<RoundItem> items, Set<ItemState> states) {
        return (int)
                items.stream().filter(item -> states.contains(item.state())).count();
    }

    private static Instant answeredAt(List<RoundItem> items) {
        return items.stream().allMatch(item -> item.state().isSent())
                ? items.stream()
                        .map(RoundItem::answeredAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                : null;
    }

    /** Returns the days from the deadline to the end, rounded up; 0 if the end is not after the deadline. */
    static long daysLate(Instant deadline, Instant end) {
        return end.isAfter(deadline)
                ? Duration.between(deadline, end.minusNanos(1)).toDays() + 1
                : 0;
    }

    /** One dataflow and one year of an area. */
    record ItemKey(String area, String dataflow, String year) {}
}
