package org.tipstats.collect.rounds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.LanguageTexts;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * A request for a round.
 *
 * @param title the title by language; English is required
 * @param dataflows the ids of dataflows that areas report
 * @param years years such as 2025
 * @param areas codes of areas, or of groups of areas
 * @param opensAt optional; now if it is missing
 * @param closesAt the deadline
 * @param guidance the guidance by language; optional
 * @param contact the person or office that answers questions
 */
public record RoundRequest(
        String id,
        Map<String, String> title,
        List<String> dataflows,
        List<String> years,
        List<String> areas,
        Instant opensAt,
        Instant closesAt,
        Map<String, String> guidance,
        String contact) {

    /** The largest number of characters of a title in one language. */
    public static final int MAX_TITLE = 300;

    /** The largest number of characters of the guidance in one language. */
    public static final int MAX_GUIDANCE = 4_000;

    private static final int MAX_CONTACT = 300;
    private static final int MAX_YEARS = 20;
    private static final int MAX_FAULTS = 20;
    private static final Pattern ID = Pattern.compile("(?!new$)[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Instant LAST = Instant.parse("2199-12-31T23:59:59Z");

    /**
     * Returns the errors of the request, of a long list only the first ones; empty if the request is valid. Does not
     * check whether the id is taken.
     */
    public List<InputError> faults(SchemaRegistry schemas, Instant now) {
        List<InputError> faults = new ArrayList<>();
        if (id == null || !ID.matcher(id).matches()) {
            faults.add(InputError.pointer(
                    "/id",
                    id,
                    "Write 1 to 64 letters, digits, dots, hyphens or underscores, beginning with a letter or digit, but"
                            + " not \"new\"."));
        }
        faults.addAll(LanguageTexts.faults("/title", title, MAX_TITLE));
        Instant start = opensAt == null ? now : opensAt;
        addAsked(schemas, start, faults);
        if (start.isAfter(LAST)) {
            faults.add(InputError.pointer("/opensAt", opensAt, "Name a time before the year 2200."));
        }
        if (closesAt == null || !closesAt.isAfter(start) || !closesAt.isAfter(now) || closesAt.isAfter(LAST)) {
            faults.add(InputError.pointer(
                    "/closesAt", closesAt, "Name a deadline after now and after the opening, before the year 2200."));
        }
        if (guidance != null) {
            faults.addAll(LanguageTexts.faultsOfEach("/guidance", guidance, MAX_GUIDANCE));
        }
        if (contact == null || contact.isBlank() || contact.length() > MAX_CONTACT) {
            faults.add(InputError.pointer(
                    "/contact", contact, "Name who answers questions, in at most " + MAX_CONTACT + " characters."));
        }
        return faults;
    }

    private void addAsked(SchemaRegistry schemas, Instant start, List<InputError> faults) {
        List<String> flows = schemas.reported().stream().map(Dataflow::id).toList();
        each(
                "/dataflows",
                dataflows,
                flows::contains,
                flows,
                flows.size(),
                "Name dataflows that areas report.",
                faults);
        int first = schemas.reported().get(0).structure().time().firstYear();
        int last = start.atZone(ZoneOffset.UTC).getYear();
        String wanted = "Name up to " + MAX_YEARS + " years from " + first + " to the year in which the round opens.";
        each("/years", years, year -> isYear(year, first, last), List.of(), MAX_YEARS, wanted, faults);
        CodeList list = schemas.areas();
        List<String> codes = list.codes().stream().map(Code::id).toList();
        each(
                "/areas",
                areas,
                code -> list.find(code).isPresent(),
                codes,
                codes.size(),
                "Name areas or groups.",
                faults);
    }

    private static boolean isYear(String year, int first, int last) {
        return year.matches("[0-9]{4}") && Integer.parseInt(year) >= first && Integer.parseInt(year) <= last;
    }

    private static void each(
            String pointer,
            List<String> values,
            Predicate<String> valid,
            List<String> known,
            int most,
            String message,
            List<InputError> faults) {
        if (values == null || values.isEmpty() || values.size() > most) {
            faults.add(InputError.pointer(pointer, null, message));
            return;
        }
        for (int i = 0; i < values.size() && faults.size() < MAX_FAULTS; i++) {
            String value = values.get(i);
            if (value == null || !valid.test(value)) {
                List<String> near = value == null ? List.of() : WordSuggestions.near(value, known);
                faults.add(InputError.pointer(pointer + "/" + i, value, message, near));
            }
        }
    }

    /** Returns the round that a request without errors asks for. */
    Round round(SchemaRegistry schemas, Instant now) {
        Set<String> flows = Set.copyOf(dataflows);
        return new Round(
                id,
                new TreeMap<>(LanguageTexts.of(title).texts()),
                schemas.reported().stream()
                        .map(Dataflow::id)
                        .filter(flows::contains)
                        .toList(),
                List.copyOf(new TreeSet<>(years)),
                opensAt == null ? now : opensAt,
                closesAt,
                new TreeMap<>(LanguageTexts.of(Optional.ofNullable(guidance).orElse(Map.of()))
                        .texts()),
                contact.strip(),
                null);
    }

    /** Returns the areas that a request without errors asks, each once, sorted. Replaces groups by their areas. */
    List<String> single(SchemaRegistry schemas) {
        CodeList list = schemas.areas();
        return areas.stream()
                .map(code -> list.find(code).orElseThrow())
                .flatMap(code -> Stream.concat(Stream.of(code), list.descendants(code).stream()))
                .filter(code -> !code.isAreaGroup())
                .map(Code::id)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}
