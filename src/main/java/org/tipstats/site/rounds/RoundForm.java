package org.tipstats.site.rounds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tipstats.collect.rounds.RoundRequest;
import org.tipstats.platform.problem.InputError;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.publish.LanguageFields;

/**
 * The values typed into the form for a round, with the faults found in these values.
 *
 * @param years years, separated by blanks or commas
 * @param areas codes of areas or groups, separated by blanks or commas
 * @param opens a day as the browser writes it; empty for today
 * @param closes the last day, as the browser writes it
 */
record RoundForm(
        String id,
        LanguageFields title,
        LanguageFields guidance,
        Set<String> dataflows,
        String years,
        String areas,
        String opens,
        String closes,
        String contact,
        List<Fault> faults) {

    static final RoundForm EMPTY =
            new RoundForm("", LanguageFields.EMPTY, LanguageFields.EMPTY, Set.of(), "", "", "", "", "", List.of());

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    static RoundForm of(RoundRequest request) {
        return new RoundForm(
                request.id(),
                new LanguageFields(request.title()),
                new LanguageFields(request.guidance()),
                Set.copyOf(request.dataflows()),
                String.join(" ", request.years()),
                String.join(" ", request.areas()),
                day(request.opensAt()),
                // A deadline at midnight is the end of the day before.
                day(request.closesAt().minusSeconds(1)),
                request.contact(),
                List.of());
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    /** @param today the present day; a round that opens today opens at once */
    RoundRequest request(LocalDate today) {
        LocalDate first = parse(opens);
        return new RoundRequest(
                id,
                title.texts(),
                List.copyOf(dataflows),
                split(years),
                split(areas),
                first == null || first.equals(today)
                        ? null
                        : first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                endOf(closes),
                guidance.texts(),
                contact);
    }

    /** Returns the last second of a typed day; null if it is not a day. */
    static Instant endOf(String typed) {
        LocalDate last = parse(typed);
        return last == null ? null : last.atTime(LAST_SECOND).toInstant(ZoneOffset.UTC);
    }

    private static LocalDate parse(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<String> split(String typed) {
        return BETWEEN.splitAsStream(typed).filter(part -> !part.isEmpty()).toList();
    }

    /** Returns a copy of the form with the given errors as faults. Each field gets only the first of its errors. */
    RoundForm with(List<InputError> errors, PageTexts t) {
        List<Fault> found = new ArrayList<>();
        for (InputError error : errors) {
            String[] parts = error.pointer().substring(1).split("/");
            boolean inLanguages = parts[0].equals("title") || parts[0].equals("guidance");
            String field = inLanguages ? parts[0] + "-" + parts[1] : parts[0];
            if (Fault.of(field, found) == null) {
                String message = t.say("rounds.fault." + parts[0]);
                found.add(new Fault(field, parts.length == 1 || inLanguages ? message : message + " " + error.value()));
            }
        }
        return faulty(found);
    }

    RoundForm taken(PageTexts t) {
        return faulty(List.of(new Fault("id", t.say("rounds.fault.taken"))));
    }

    private RoundForm faulty(List<Fault> found) {
        return new RoundForm(id, title, guidance, dataflows, years, areas, opens, closes, contact, found);
    }
}
