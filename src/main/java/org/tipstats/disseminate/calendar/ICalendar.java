package org.tipstats.disseminate.calendar;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.tipstats.disseminate.calendar.CalendarEntry.State;
import org.tipstats.vocabulary.schema.LocalText;

/** Writes the calendar in the iCalendar format (RFC 5545). Each date is an event of a whole day. */
final class ICalendar {

    private static final int MAX_OCTETS = 75;
    private static final String LINE_END = "\r\n";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String name;
    private final String base;
    private final String language;
    private final StringBuilder out = new StringBuilder();

    /**
     * @param name the name of the calendar
     * @param base the URL of the service
     */
    ICalendar(String name, String base, String language) {
        this.name = name;
        this.base = base;
        this.language = language;
    }

    String write(List<CalendarEntry> entries) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//TIPstats//Calendar//EN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:" + escaped(name));
        entries.forEach(this::event);
        line("END:VCALENDAR");
        return out.toString();
    }

    private void event(CalendarEntry entry) {
        LocalText title = new LocalText(entry.title());
        line("BEGIN:VEVENT");
        line("UID:" + entry.id() + "@" + URI.create(base).getAuthority());
        line("DTSTAMP:" + INSTANT.format(entry.changedAt()));
        line("SEQUENCE:" + entry.version());
        line("DTSTART;VALUE=DATE:" + DAY.format(entry.date()));
        line("SUMMARY;LANGUAGE=" + title.languageFor(language) + ":" + escaped(title.inLanguage(language)));
        line("STATUS:" + status(entry.state()));
        line("TRANSP:TRANSPARENT");
        line("URL:" + base + "/" + language + (entry.release() == null ? "/calendar" : "/releases/" + entry.release()));
        line("END:VEVENT");
    }

    private static String status(State state) {
        return switch (state) {
            case ANNOUNCED -> "TENTATIVE";
            case PUBLISHED -> "CONFIRMED";
            case WITHDRAWN -> "CANCELLED";
        };
    }

    /** Escapes the characters that separate values, and writes each line break as {@code \n}. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n|\r|\n", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Writes a line, folded after 75 octets at most, never inside a character. */
    private void line(String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String character = Character.toString(text.codePointAt(i));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MAX_OCTETS) {
                out.append(LINE_END).append(' ');
                octets = 1;
            }
            out.append(character);
            octets += size;
        }
        out.append(LINE_END);
    }
}
