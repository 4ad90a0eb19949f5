package org.tipstats.disseminate.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.disseminate.calendar.CalendarEntry.Kind;
import org.tipstats.disseminate.calendar.CalendarEntry.State;

/** Tests that the calendar follows RFC 5545. The expected lines were written by hand. */
class ICalendarTest {

    private static final Instant AT = Instant.parse("2026-11-26T09:00:00Z");

    private static String write(String language, CalendarEntry... entries) {
        return new ICalendar("Dates", "https://stats.example.org:8443", language).write(List.of(entries));
    }

    private static CalendarEntry announced(Map<String, String> title) {
        return CalendarEntry.announced(new UUID(0, 7), LocalDate.of(2027, 3, 1), title, Kind.RELEASE, null, 2, AT);
    }

    @Test
    void aDateIsAnEventOfAWholeDay() {
        CalendarEntry withdrawn = new CalendarEntry(
                "release-2016-1",
                LocalDate.of(2018, 5, 3),
                Map.of("en", "Figures of 2016"),
                Kind.RELEASE,
                State.WITHDRAWN,
                "2016-1",
                1,
                AT);

        assertEquals(
                String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//TIPstats//Calendar//EN",
                        "METHOD:PUBLISH",
                        "X-WR-CALNAME:Dates",
                        "BEGIN:VEVENT",
                        "UID:00000000-0000-0000-0000-000000000007@stats.example.org:8443",
                        "DTSTAMP:20261126T090000Z",
                        "SEQUENCE:2",
                        "DTSTART;VALUE=DATE:20270301",
                        "SUMMARY;LANGUAGE=fr:Chiffres de 2018",
                        "STATUS:TENTATIVE",
                        "TRANSP:TRANSPARENT",
                        "URL:https://stats.example.org:8443/fr/calendar",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:release-2016-1@stats.example.org:8443",
                        "DTSTAMP:20261126T090000Z",
                        "SEQUENCE:1",
                        "DTSTART;VALUE=DATE:20180503",
                        "SUMMARY;LANGUAGE=en:Figures of 2016",
                        "STATUS:CANCELLED",
                        "TRANSP:TRANSPARENT",
                        "URL:https://stats.example.org:8443/fr/releases/2016-1",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""),
                write("fr", announced(Map.of("en", "Figures of 2018", "fr", "Chiffres de 2018")), withdrawn));
    }

    @Test
    void charactersThatSeparateValuesAreEscaped() {
        String file = write("en", announced(Map.of("en", "Women, men; a\\b\nEND:VEVENT\u0007")));

        assertTrue(file.contains("\r\nSUMMARY;LANGUAGE=en:Women\\, men\\; a\\\\b\\nEND:VEVENT \r\n"), file);
    }

    @Test
    void longLinesAreFoldedBetweenCharacters() {
        String title = "人口贩运".repeat(20) + "🕊".repeat(10) + "x".repeat(100);
        String file = write("zh", announced(Map.of("en", "x", "zh", title)));

        for (String line : file.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertTrue(!line.contains("\uFFFD"), line);
        }
        assertTrue(file.replace("\r\n ", "").contains("SUMMARY;LANGUAGE=zh:" + title + "\r\n"), file);
    }
}
