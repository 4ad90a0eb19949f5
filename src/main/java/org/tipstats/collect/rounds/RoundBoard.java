package org.tipstats.collect.rounds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.tipstats.collect.rounds.RoundPart.PartExtension;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;

/**
 * How a round is answered, for reviewers and administrators.
 *
 * @param summary the indicators of the entire round
 * @param before the summaries of earlier closed rounds that ask for one of its dataflows, the latest first
 * @param areas the parts without their items, sorted by area code
 */
public record RoundBoard(RoundSummary summary, List<RoundSummary> before, List<RoundPart> areas) {

    static final CsvTable<RoundPart> TABLE = new CsvTable<>(List.of(
            CsvColumn.text("REF_AREA", RoundPart::area),
            CsvColumn.text("STATE", part -> part.state().name()),
            CsvColumn.text("DEADLINE", part -> text(part.deadline())),
            CsvColumn.text("OPENED_AT", part -> text(part.openedAt())),
            CsvColumn.text("ANSWERED_AT", part -> text(part.answeredAt())),
            CsvColumn.number("DAYS_LATE", RoundPart::daysLate),
            CsvColumn.number("ITEMS_ASKED", RoundPart::itemsAsked),
            CsvColumn.number("ITEMS_WAITING", RoundPart::itemsWaiting),
            CsvColumn.number("ITEMS_ANSWERED", RoundPart::itemsAnswered),
            CsvColumn.number("ITEMS_DECLARED", RoundPart::itemsDeclared),
            CsvColumn.number("WARNINGS_PER_HUNDRED", RoundPart::warningsPerHundred),
            CsvColumn.text("EXTENSION", part -> text(part.extension())),
            CsvColumn.text("METADATA_CONFIRMED_AT", part -> text(part.metadataConfirmedAt()))));

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static String text(PartExtension extension) {
        if (extension == null) {
            return null;
        }
        return extension.isOpen() ? "ASKED" : extension.granted() ? "GRANTED" : "REFUSED";
    }

    /** Returns what is public after the round was closed: no figures about victims, and no persons. */
    PublicSummary forEveryone() {
        return new PublicSummary(
                summary, before, areas.stream().map(AreaAnswer::of).toList());
    }

    /** How a closed round was answered, for everyone. */
    public record PublicSummary(RoundSummary summary, List<RoundSummary> before, List<AreaAnswer> areas) {}

    /** How one area answered a closed round. */
    public record AreaAnswer(
            @JsonProperty("REF_AREA") String area,
            Instant deadline,
            Instant answeredAt,
            long daysLate,
            int itemsAsked,
            int itemsAnswered,
            int itemsDeclared,
            BigDecimal warningsPerHundred) {

        static final CsvTable<AreaAnswer> TABLE = new CsvTable<>(List.of(
                CsvColumn.text("REF_AREA", AreaAnswer::area),
                CsvColumn.text("DEADLINE", answer -> text(answer.deadline())),
                CsvColumn.text("ANSWERED_AT", answer -> text(answer.answeredAt())),
                CsvColumn.number("DAYS_LATE", AreaAnswer::daysLate),
                CsvColumn.number("ITEMS_ASKED", AreaAnswer::itemsAsked),
                CsvColumn.number("ITEMS_ANSWERED", AreaAnswer::itemsAnswered),
                CsvColumn.number("ITEMS_DECLARED", AreaAnswer::itemsDeclared),
                CsvColumn.number("WARNINGS_PER_HUNDRED", AreaAnswer::warningsPerHundred)));

        static AreaAnswer of(RoundPart part) {
            return new AreaAnswer(
                    part.area(),
                    part.deadline(),
                    part.answeredAt(),
                    part.daysLate(),
                    part.itemsAsked(),
                    part.itemsAnswered(),
                    part.itemsDeclared(),
                    part.warningsPerHundred());
        }
    }
}
