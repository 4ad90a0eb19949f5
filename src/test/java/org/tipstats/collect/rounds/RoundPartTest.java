package org.tipstats.collect.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.collect.rounds.RoundItem.ItemFact;
import org.tipstats.collect.rounds.RoundItem.ItemState;
import org.tipstats.collect.rounds.RoundPart.ItemKey;
import org.tipstats.collect.rounds.RoundPart.PartState;
import org.tipstats.collect.rounds.RoundPart.StoredPart;
import org.tipstats.collect.submission.SubmissionStatus;

/**
 * Tests how the state of a part follows from files. Each letter is a file about an item, in the order of arrival, one a day
 * from the opening of the round: A accepted figures, D an accepted declaration, W an accepted file whose figures were
 * withdrawn later, S waits for review, R returned, I invalid, J needs an explanation. A small letter is the same file two
 * years before the round.
 */
class RoundPartTest {

    private static final Instant OPENS = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-03-31T00:00:00Z");
    private static final long DAY = 86_400;

    private static Round round(int years, Instant closedAt) {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < years; i++) {
            asked.add(Integer.toString(2023 + i));
        }
        return new Round(
                "r", Map.of("en", "R"), List.of("VICTIMS"), asked, OPENS, CLOSES, Map.of(), "Office", closedAt);
    }

    private static ItemFact fact(char letter, Instant at) {
        char kind = Character.toUpperCase(letter);
        SubmissionStatus status = switch (kind) {
            case 'S' -> SubmissionStatus.SUBMITTED;
            case 'R' -> SubmissionStatus.RETURNED;
            case 'I' -> SubmissionStatus.INVALID;
            case 'J' -> SubmissionStatus.NEEDS_JUSTIFICATION;
            default -> SubmissionStatus.ACCEPTED;
        };
        Instant arrived = Character.isLowerCase(letter) ? at.minusSeconds(730 * DAY) : at;
        boolean figures = "ASJ".indexOf(kind) >= 0;
        return new ItemFact(UUID.randomUUID(), status, arrived, figures, kind == 'D', false, 3, 40);
    }

    private static List<ItemFact> facts(String letters) {
        List<ItemFact> facts = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) != '-') {
                facts.add(fact(letters.charAt(i), OPENS.plusSeconds(i * DAY + 1)));
            }
        }
        return facts;
    }

    /** @param items the letters of each item, separated by blanks */
    private static RoundPart part(String items, Instant openedAt, Instant closedAt, Instant now) {
        String[] each = items.split(" ");
        Round round = round(each.length, closedAt);
        Map<ItemKey, List<ItemFact>> facts = new HashMap<>();
        for (int i = 0; i < each.length; i++) {
            facts.put(new ItemKey("AUT", "VICTIMS", round.years().get(i)), facts(each[i]));
        }
        return RoundPart.of(round, new StoredPart("r", "AUT", openedAt, null, null, false, null), facts, true, now);
    }

    @ParameterizedTest
    @CsvSource({
        "-, MISSING",
        "I, IN_PROGRESS",
        "J, IN_PROGRESS",
        "S, SUBMITTED",
        "R, RETURNED",
        "A, ACCEPTED",
        "D, DECLARED",
        "a, ACCEPTED",
        "W, MISSING",
        "WS, SUBMITTED",
        "RS, SUBMITTED",
        "SR, RETURNED",
        "RI, IN_PROGRESS",
        "SI, SUBMITTED",
        "SJ, SUBMITTED",
        "IR, RETURNED",
        "DA, ACCEPTED",
        "AD, ACCEPTED",
        "DS, DECLARED",
        "AR, ACCEPTED",
        "AS, ACCEPTED"
    })
    void anItemFollowsFromTheFilesAboutIt(String letters, ItemState expected) {
        assertEquals(expected, RoundItem.of("VICTIMS", "2024", facts(letters)).state());
    }

    @ParameterizedTest
    @CsvSource({
        // items, whether the part was opened, state
        "- -, false, NOT_OPENED",
        "- -, true, OPENED",
        "a -, false, NOT_OPENED",
        "a -, true, OPENED",
        "d -, true, OPENED",
        "I -, true, IN_PROGRESS",
        "I -, false, IN_PROGRESS",
        "A -, true, IN_PROGRESS",
        "S -, true, IN_PROGRESS",
        "D -, true, IN_PROGRESS",
        "a I, true, IN_PROGRESS",
        "S J, true, IN_PROGRESS",
        "S S, true, SUBMITTED",
        "A S, true, SUBMITTED",
        "a S, true, SUBMITTED",
        "D S, true, SUBMITTED",
        "R S, true, RETURNED",
        "R -, true, RETURNED",
        "A R, true, RETURNED",
        "A A, true, ACCEPTED",
        "a a, false, ACCEPTED",
        "A D, true, ACCEPTED",
        "D D, true, DECLARED",
        "d D, true, DECLARED"
    })
    void aPartFollowsFromItsItems(String items, boolean opened, PartState expected) {
        assertEquals(expected, part(items, opened ? OPENS : null, null, CLOSES).state());
    }

    @Test
    void figuresThatSomebodyTypesInBeginAPart() {
        StoredPart stored = new StoredPart("r", "AUT", OPENS, null, null, true, null);
        assertEquals(
                PartState.IN_PROGRESS,
                RoundPart.of(round(1, null), stored, Map.of(), true, CLOSES).state());
    }

    @Test
    void aDayThatHasBegunAfterTheDeadlineCounts() {
        assertEquals(0, RoundPart.daysLate(CLOSES, CLOSES));
        assertEquals(1, RoundPart.daysLate(CLOSES, CLOSES.plusSeconds(1)));
        assertEquals(1, RoundPart.daysLate(CLOSES, CLOSES.plusSeconds(DAY)));
        assertEquals(2, RoundPart.daysLate(CLOSES, CLOSES.plusSeconds(DAY + 1)));
        assertEquals(0, RoundPart.daysLate(CLOSES, OPENS));
    }

    @Test
    void anAnswerIsLateByTheFirstFileThatCompletesIt() {
        RoundPart part = part("A RS", OPENS, null, CLOSES.plusSeconds(9 * DAY));
        assertEquals(OPENS.plusSeconds(DAY + 1), part.answeredAt());
        assertEquals(0, part.daysLate());
        assertEquals(1, part.itemsAnswered());
        assertEquals(1, part.itemsWaiting());
    }

    @Test
    void whatIsNotAnsweredGetsLaterUntilTheRoundIsClosed() {
        Instant later = CLOSES.plusSeconds(9 * DAY);
        assertEquals(9, part("A -", OPENS, null, later).daysLate());
        assertNull(part("A -", OPENS, null, later).answeredAt());
        assertEquals(4, part("A -", OPENS, CLOSES.plusSeconds(4 * DAY), later).daysLate());
    }

    @Test
    void aGrantedExtensionMovesTheDeadline() {
        StoredPart stored = new StoredPart("r", "AUT", OPENS, CLOSES.plusSeconds(5 * DAY), null, false, null);
        RoundPart part = RoundPart.of(round(1, null), stored, Map.of(), true, CLOSES.plusSeconds(6 * DAY));
        assertEquals(CLOSES.plusSeconds(5 * DAY), part.deadline());
        assertEquals(1, part.daysLate());
    }

    @Test
    void aFileThatArrivesAfterTheClosureDoesNotCount() {
        RoundPart part = part("A -A", OPENS, OPENS.plusSeconds(DAY), CLOSES);
        assertEquals(1, part.itemsAnswered());
    }

    /** 3 warnings and 40 rows in each of two files: 6 / 80 = 7.5 per hundred. The invalid file answers nothing. */
    @Test
    void warningsAreCountedInTheFilesThatAnswer() {
        RoundPart part = part("A S I", OPENS, null, CLOSES);
        assertEquals(6, part.warnings());
        assertEquals(80, part.rows());
        assertEquals(new BigDecimal("7.5"), part.warningsPerHundred());
        assertNull(part("-", OPENS, null, CLOSES).warningsPerHundred());
    }

    /**
     * Four areas with two items each. One answers in time, one five days late, one partly, one not at all: response 3/4,
     * completeness (2 + 2 + 1) / 8 = 62.5 %, punctuality 1/4, (0 + 5) / 2 = 2.5 days late on average.
     */
    @Test
    void theSummaryCountsAreasAndItems() {
        String late = "-".repeat(34) + "A";
        List<RoundPart> parts = List.of(
                part("A D", OPENS, null, CLOSES),
                part("A " + late, OPENS, null, CLOSES),
                part("A I", OPENS, null, CLOSES),
                part("- -", null, null, CLOSES));
        RoundSummary summary = RoundSummary.of(round(2, null), parts);
        assertEquals(4, summary.areasAsked());
        assertEquals(2, summary.areasAnswered());
        assertEquals(1, summary.areasPartly());
        assertEquals(1, summary.areasOnTime());
        assertEquals(8, summary.itemsAsked());
        assertEquals(5, summary.itemsAnswered());
        assertEquals(1, summary.itemsDeclared());
        assertEquals(new BigDecimal("75.0"), summary.response());
        assertEquals(new BigDecimal("62.5"), summary.completeness());
        assertEquals(new BigDecimal("25.0"), summary.punctuality());
        assertEquals(new BigDecimal("2.5"), summary.averageDaysLate());
    }
}
