package org.tipstats.collect.rounds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/**
 * How an entire round was answered. The indicators are those of the European Statistical System: response,
 * completeness, punctuality.
 *
 * @param areasAsked the number of areas that were asked
 * @param areasAnswered the number of areas that sent every item
 * @param areasPartly the number of areas that sent some items
 * @param areasOnTime the number of areas that sent every item by their deadline
 * @param response the percentage of areas that sent at least one item, with one decimal
 * @param completeness the percentage of items that are answered: accepted, or declared as not existing
 * @param punctuality the percentage of areas that sent every item by their deadline
 * @param averageDaysLate the average of the days late of the areas that sent every item; null if there is no such area
 * @param warningsPerHundred the number of warnings for each hundred rows of the files that answer; null without files
 */
public record RoundSummary(
        String round,
        Instant opensAt,
        Instant closesAt,
        int areasAsked,
        int areasAnswered,
        int areasPartly,
        int areasOnTime,
        int itemsAsked,
        int itemsWaiting,
        int itemsAnswered,
        int itemsDeclared,
        BigDecimal response,
        BigDecimal completeness,
        BigDecimal punctuality,
        BigDecimal averageDaysLate,
        BigDecimal warningsPerHundred) {

    static RoundSummary of(Round round, List<RoundPart> parts) {
        List<RoundPart> answered =
                parts.stream().filter(part -> part.answeredAt() != null).toList();
        int partly = (int) parts.stream()
                .filter(part -> part.answeredAt() == null && part.itemsAnswered() + part.itemsWaiting() > 0)
                .count();
        int onTime =
                (int) answered.stream().filter(part -> part.daysLate() == 0).count();
        int itemsAsked = parts.stream().mapToInt(RoundPart::itemsAsked).sum();
        int itemsAnswered = parts.stream().mapToInt(RoundPart::itemsAnswered).sum();
        return new RoundSummary(
                round.id(),
                round.opensAt(),
                round.closesAt(),
                parts.size(),
                answered.size(),
                partly,
                onTime,
                itemsAsked,
                parts.stream().mapToInt(RoundPart::itemsWaiting).sum(),
                itemsAnswered,
                parts.stream().mapToInt(RoundPart::itemsDeclared).sum(),
                percent(answered.size() + partly, parts.size()),
                percent(itemsAnswered, itemsAsked),
                percent(onTime, parts.size()),
                ratio(answered.stream().mapToLong(RoundPart::daysLate).sum(), answered.size()),
                percent(
                        parts.stream().mapToLong(RoundPart::warnings).sum(),
                        parts.stream().mapToLong(RoundPart::rows).sum()));
    }

    /** Returns a share in percent with one decimal; null if the whole is 0. */
    static BigDecimal percent(long part, long all) {
        return ratio(100 * part, all);
    }

    private static BigDecimal ratio(long part, long all) {
        return all == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
    }
}
