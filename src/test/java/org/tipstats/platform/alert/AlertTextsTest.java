package org.tipstats.platform.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.alert.AlertCause.AlertLevel;
import org.tipstats.platform.alert.AlertCause.AlertReading;
import org.tipstats.platform.alert.AlertCause.AlertUnit;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;

/** What a measure means, and how it is said. */
class AlertTextsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private static Set<String> placeholders(String pattern) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyLanguageHasTheSameTextsWithTheSameNumbers() {
        Bundle english = Bundle.of(AlertTexts.class, "alerts", "en");
        for (String language : LocalText.LANGUAGES) {
            Bundle own = Bundle.of(AlertTexts.class, "alerts", language);
            assertEquals(english.patterns().keySet(), own.patterns().keySet(), language);
            english.patterns()
                    .forEach((key, pattern) -> assertEquals(
                            placeholders(pattern), placeholders(own.patterns().get(key)), language + " " + key));
        }
    }

    @Test
    void amountsAreSaidInTheirUnits() {
        AlertTexts english = AlertTexts.in("en");
        assertEquals("59 seconds", english.amount(AlertUnit.SECONDS, 59));
        assertEquals("1 minute", english.amount(AlertUnit.SECONDS, 119));
        assertEquals("47 hours", english.amount(AlertUnit.SECONDS, 47 * 3600 + 1));
        assertEquals(
                "90 days", english.amount(AlertUnit.SECONDS, Duration.ofDays(90).toSeconds()));
        assertEquals("999 MB", english.amount(AlertUnit.BYTES, 999_999_999));
        assertEquals("2.1 GB", english.amount(AlertUnit.BYTES, 2L << 30));
        assertEquals("1,234", english.amount(AlertUnit.COUNT, 1_234));
        assertEquals("3\u00a0heures", AlertTexts.in("fr").amount(AlertUnit.SECONDS, 3 * 3600));
        assertTrue(AlertTexts.in("ar").amount(AlertUnit.SECONDS, 36 * 3600).startsWith("36"), "Latin digits");
    }

    @Test
    void theFreeSpaceOfADiskHasTwoLimits() {
        assertEquals(null, PlatformAlerts.freeSpace(200, 200, 100).level());
        assertEquals(AlertLevel.WARNING, PlatformAlerts.freeSpace(199, 200, 100).level());
        assertEquals(AlertLevel.CRITICAL, PlatformAlerts.freeSpace(99, 200, 100).level());
    }

    @Test
    void anAgeIsAnAlertFromTheMomentInWhichItPassedItsLimit() {
        Instant from = NOW.minus(Duration.ofHours(7));
        AlertReading reading = AlertReading.ofAge(from, Duration.ofHours(6), NOW);
        assertEquals(AlertLevel.WARNING, reading.level());
        assertEquals(NOW.minus(Duration.ofHours(1)), reading.since());
        assertEquals(7 * 3600, reading.value());
        assertEquals(null, AlertReading.ofAge(from, Duration.ofHours(7), NOW).level());
        assertEquals(null, AlertReading.ofAge(null, Duration.ofHours(6), NOW).level());
    }

    @Test
    void aNumberIsAnAlertFromItsThresholdUnlessThatIsZero() {
        assertEquals(null, AlertReading.ofCount(99, 100).level());
        assertEquals(AlertLevel.WARNING, AlertReading.ofCount(100, 100).level());
        assertEquals(null, AlertReading.ofCount(1_000, 0).level());
    }

    @Test
    void anAlertIsNotOverWhenItsMeasureFails() {
        Deque<Optional<Long>> answers =
                new ArrayDeque<>(List.of(Optional.empty(), Optional.of(120L), Optional.empty(), Optional.of(1L)));
        AlertCause cause = new AlertCause(
                "sign-ins-refused",
                "tipstats.test",
                AlertUnit.COUNT,
                now -> AlertReading.ofCount(answers.pop().orElseThrow(), 100));
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        AlertService alerts = new AlertService(List.of(cause), metrics, Clock.fixed(NOW, ZoneOffset.UTC));
        assertEquals(null, alerts.measure().get(0).value());
        List<WatchedMeasure> beyond = alerts.measure();
        assertTrue(beyond.get(0).isAlert());
        assertEquals(beyond, alerts.measure());
        assertEquals(1, metrics.get("tipstats.alert").gauge().value());
        assertEquals(false, alerts.measure().get(0).isAlert());
    }

    @Test
    void anAlertKeepsTheTimeAtWhichItWasNoticedFirst() {
        AlertReading alert = AlertReading.ofCount(120, 100);
        AlertCause cause = new AlertCause("sign-ins-refused", "tipstats.test", AlertUnit.COUNT, now -> alert);
        WatchedMeasure first = WatchedMeasure.of(cause, alert, null, NOW);
        WatchedMeasure later = WatchedMeasure.of(cause, alert, first, NOW.plusSeconds(60));
        WatchedMeasure over = WatchedMeasure.of(cause, AlertReading.ofCount(1, 100), later, NOW.plusSeconds(120));
        WatchedMeasure again = WatchedMeasure.of(cause, alert, over, NOW.plusSeconds(180));
        assertEquals(NOW, later.since());
        assertEquals(null, over.since());
        assertEquals(NOW.plusSeconds(180), again.since());
        assertEquals(
                "120 sign-ins were refused in the last hour. The limit is 100. Somebody may try tokens, or a program uses a"
                        + " token that has expired.",
                AlertTexts.in("en").problem(first));
    }
}
