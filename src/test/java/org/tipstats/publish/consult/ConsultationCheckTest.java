package org.tipstats.publish.consult;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.checks.ReleaseCheck;
import org.tipstats.publish.checks.ReleaseCheck.Outcome;
import org.tipstats.publish.consult.ConsultationRepository.StoredAnswer;
import org.tipstats.publish.consult.ConsultationView.AnswerState;
import org.tipstats.publish.consult.ConsultationView.AreaReply;

class ConsultationCheckTest {

    private static final Instant AT = Instant.parse("2026-12-01T12:00:00Z");

    private static StoredAnswer answer(boolean objects, String hash) {
        return new StoredAnswer(objects, objects ? "Wrong." : null, hash, AT, "someone");
    }

    /** Areas with the hashes a1, b1, c1 and d1; b objects, c answered about other figures, d did not answer. */
    private static List<AreaReply> answers() {
        return AreaReply.all(
                Map.of("AUT", "a1", "BTN", "b1", "CHL", "c1", "DEU", "d1"),
                Map.of("AUT", answer(false, "a1"), "BTN", answer(true, "b1"), "CHL", answer(false, "c0")));
    }

    @Test
    void anAnswerCountsForTheFiguresThatItIsAbout() {
        Map<String, AnswerState> states =
                answers().stream().collect(Collectors.toMap(AreaReply::area, AreaReply::state));
        assertEquals(
                Map.of(
                        "AUT", AnswerState.CONFIRMED,
                        "BTN", AnswerState.OBJECTED,
                        "CHL", AnswerState.CHANGED,
                        "DEU", AnswerState.NOT_ANSWERED),
                states);
    }

    @Test
    void everyObjectionIsAnItemOfTheCheck() {
        Map<String, String> hashes =
                IntStream.range(0, 150).boxed().collect(Collectors.toMap(i -> "A" + i, i -> "hash"));
        Map<String, StoredAnswer> answers = hashes.keySet().stream()
                .filter(area -> !area.equals("A0"))
                .collect(Collectors.toMap(Function.identity(), area -> answer(true, "hash")));
        ReleaseCheck check = ConsultationCheck.check(AreaReply.all(hashes, answers), true, false);
        assertEquals(150, check.count());
        assertEquals(
                149,
                check.items().stream()
                        .filter(item -> item.get("answer").equals("OBJECTED"))
                        .count());
    }

    @Test
    void answersWarnUnlessASettingLetsThemBlock() {
        ReleaseCheck check = ConsultationCheck.check(answers(), true, false);
        assertEquals(Outcome.WARNING, check.outcome());
        assertEquals(3, check.count());
        assertTrue(check.message().startsWith("1 of 4 countries and areas"), check.message());
        assertEquals(
                Outcome.BLOCKING, ConsultationCheck.check(answers(), true, true).outcome());
        assertEquals(
                Outcome.BLOCKING,
                ConsultationCheck.check(answers(), false, true).outcome());
        List<AreaReply> silent = AreaReply.all(Map.of("DEU", "d1"), Map.of());
        assertEquals(
                Outcome.BLOCKING, ConsultationCheck.check(silent, true, true).outcome());
        assertEquals(
                Outcome.WARNING, ConsultationCheck.check(silent, false, true).outcome());
        List<AreaReply> agreed = AreaReply.all(Map.of("AUT", "a1"), Map.of("AUT", answer(false, "a1")));
        assertEquals(Outcome.PASSED, ConsultationCheck.check(agreed, true, true).outcome());
    }
}
