package org.tipstats.mapping.guess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.meaning.HeaderNames;
import org.tipstats.mapping.meaning.Series;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnRole.Kind;
import org.tipstats.mapping.reading.RegionTotals;
import org.tipstats.mapping.reading.RegionTotals.Wholes;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.KnownWords;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Code;

/** Distinguishes the whole country from its parts, by the words and the figures of a table. */
final class Areas {

    private static final String AREA = "REF_AREA";
    private static final String UNIT = "UNIT_MEASURE";

    /** Fewest regions whose sum is compared with the figure of the country. */
    static final int FEWEST_REGIONS = 3;

    private final GuessRequest request;
    private final DecisionLog log;
    private final BlockReading reading;
    private final boolean ofCountries;
    private final boolean ownNameIsPart;
    private final Wholes wholes;
    private final boolean hasRegionsAlone;

    /** Compares the areas of a table. The columns of the table must have their roles. */
    Areas(GuessRequest request, DecisionLog log, BlockReading reading) {
        this.request = request;
        this.log = log;
        this.reading = reading;
        this.ofCountries = isOfCountries();
        this.wholes = wholes();
        this.ownNameIsPart = !ofCountries && isOwnNamePart();
        this.hasRegionsAlone = request.area() != null && hasRegionsAlone();
    }

    /** Returns whether the table is about several countries, so that an unknown name is not a region. */
    private boolean isOfCountries() {
        return reading.of(AREA).stream()
                .anyMatch(column -> HeaderNames.isGeo(column.lowest())
                        || areCountries(request, reading.profile(column).words().keySet()));
    }

    /**
     * Returns whether the name of the country is also the name of one of its regions, as in Mexico. This is so if the
     * table has several regions, whose figures are together larger than those of the whole country.
     */
    private boolean isOwnNamePart() {
        BigDecimal own = BigDecimal.ZERO;
        BigDecimal others = BigDecimal.ZERO;
        Set<String> regions = new HashSet<>();
        for (Column area : reading.of(AREA)) {
            for (Sheet.Row row : reading.block().body()) {
                String word = row.text(area.index());
                BigDecimal sum = reading.values().stream()
                        .flatMap(column -> reading.style(column).parse(row.text(column.index())).stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (isNational(request, word)) {
                    own = own.add(sum);
                } else {
                    others = others.add(sum);
                    regions.add(word);
                }
            }
        }
        return regions.size() >= FEWEST_REGIONS && own.compareTo(others) < 0;
    }

    /** Finds the names that may mean the whole country: their figures are the sums of the figures of all regions. */
    private Wholes wholes() {
        RegionTotals regions = new RegionTotals();
        Set<String> totals = new HashSet<>();
        for (Column area : reading.of(AREA)) {
            for (Sheet.Row row : reading.block().body()) {
                String name = row.text(area.index());
                if (isTotal(name)) {
                    totals.add(name);
                }
                if (!isNational(request, name) && other(request, name).isEmpty()) {
                    add(regions, row, name);
                }
            }
        }
        return regions.wholes(totals);
    }

    private void add(RegionTotals regions, Sheet.Row row, String name) {
        for (Column column : reading.values()) {
            number(row, column).ifPresent(value -> regions.add(name, key(row, column), value));
        }
    }

    /** Returns the names that may be the whole country or one of its regions, except those that an answer decides. */
    List<String> unclear() {
        return wholes.unclear().stream()
                .filter(name -> log.answers().value(id(name)).isEmpty())
                .toList();
    }

    Optional<BigDecimal> number(Sheet.Row row, Column column) {
        return reading.style(column).parse(row.text(column.index()));
    }

    /** Returns the texts that distinguish a figure from the other figures of its area. */
    List<String> key(Sheet.Row row, Column column) {
        List<String> key = new ArrayList<>();
        reading.roles().forEach((each, role) -> {
            if (role.is(Kind.COMPONENT) && !role.is(AREA)) {
                key.add(row.text(each.index()));
            }
        });
        key.add(column.name());
        return key;
    }

    /** Returns whether the figures of a row are counts of a region. */
    boolean isRegion(Sheet.Row row) {
        List<String> areas = texts(row, AREA);
        return !ofCountries
                && areas.stream().noneMatch(area -> isAbroad(area) || isSubtotal(area))
                && !areas.stream().allMatch(this::isNational)
                && texts(row, UNIT, "EXPLOITATION").stream().noneMatch(Areas::isRate);
    }

    private static boolean isRate(String text) {
        return HeaderNames.otherFigures(text).isPresent() || Series.isRate(text);
    }

    /** Returns whether a text names the sum of some regions. */
    static boolean isSubtotal(String text) {
        return TableWords.all().mentions("subtotal", text);
    }

    /** Returns the names of the area of a row as one text. */
    String name(Sheet.Row row) {
        return String.join("\n", texts(row, AREA));
    }

    private List<String> texts(Sheet.Row row, String... components) {
        return Stream.of(components)
                .flatMap(component -> reading.of(component).stream())
                .map(column -> row.text(column.index()))
                .toList();
    }

    /** Returns whether a word in a column of areas means the whole country. */
    boolean isNational(String word) {
        if (ofCountries) {
            return isOwn(request, word);
        }
        return wholes.proved().contains(word)
                || (isNational(request, word) && !(ownNameIsPart && !word.isEmpty() && isOwn(request, word)));
    }

    /** Returns the id of the decision about a word in a column of areas. */
    static String id(String word) {
        return "word:" + AREA + ":" + word;
    }

    /**
     * Returns the code of another country with the same name as a region, such as Georgia in the United States. Empty
     * if there is no such country, or if {@link #hasRegionsAlone} is false.
     */
    Optional<String> namesake(String word) {
        return hasRegionsAlone ? other(request, word) : Optional.empty();
    }

    /**
     * Decides whether a name means a region or another country of the same name.
     *
     * @return the code of the area that the name belongs to; null while the question is open. The question is asked
     *     only when those about the dataflow and the coverage are no longer open
     */
    String ownerOf(String word, String namesake, List<String> cells) {
        String own = request.area().id();
        boolean early = log.decisions().stream()
                .anyMatch(
                        each -> each.isOpen() && List.of("dataflow", "coverage").contains(each.id()));
        return early
                ? null
                : log.decide(Decision.of(id(word), cells, own, Level.ASK, Reason.UNKNOWN)
                        .withAlternatives(List.of(own, namesake)));
    }

    /** Returns whether a table of one country has three or more regions, and no row for the whole country. */
    private boolean hasRegionsAlone() {
        Set<String> words = new HashSet<>();
        reading.of(AREA)
                .forEach(column -> words.addAll(reading.profile(column).words().keySet()));
        words.remove("");
        long regions = words.stream().filter(word -> !isAbroad(word)).count();
        return !ofCountries && regions >= FEWEST_REGIONS && words.stream().noneMatch(this::isNational);
    }

    /** Returns whether a word means another country or a group; true for every word in a table of countries. */
    boolean isAbroad(String word) {
        return ofCountries || other(request, word).isPresent();
    }

    /** Returns whether a text is the code or any name of the reporting area, and of no other area. */
    static boolean isOwn(GuessRequest request, String text) {
        if (request.area() == null) {
            return false;
        }
        Code area = request.area();
        List<String> names = Suggestions.of(request.schemas().areas()).exact(text);
        return names.equals(List.of(area.id()));
    }

    /** Returns whether a text is empty or names the whole country: the area itself, a total, or a total of the area. */
    static boolean isNational(GuessRequest request, String text) {
        Set<String> kinds = TableWords.all().kinds(text);
        return text.isEmpty() || kinds.contains("national") || kinds.contains("total") || namesOwn(request, text);
    }

    /** Returns whether a text is a name of the area or a total of it, such as Total (All India). */
    static boolean namesOwn(GuessRequest request, String text) {
        TableWords words = TableWords.all();
        boolean total = words.mentions("total", text) || words.mentions("national", text);
        return isOwn(request, text)
                || (total
                        && KnownWords.rest(text)
                                .map(rest -> isOwn(request, rest))
                                .orElse(false));
    }

    /** Returns whether a text contains a word for a total, of the country or of some of its regions. */
    static boolean isTotal(String text) {
        TableWords words = TableWords.all();
        return words.mentions("total", text) || words.mentions("subtotal", text) || words.mentions("national", text);
    }

    /** Returns the code of another country, or of a group of countries, that a text names. */
    static Optional<String> other(GuessRequest request, String text) {
        List<String> names = Suggestions.of(request.schemas().areas()).exact(text);
        return names.size() == 1
                        && (request.area() == null
                                || !names.get(0).equals(request.area().id()))
                ? Optional.of(names.get(0))
                : Optional.empty();
    }

    /**
     * Returns whether a column lists countries, not regions of one country: at least two of its words, and at least
     * half of those that name neither this country nor a total, name other countries or groups of countries.
     */
    static boolean areCountries(GuessRequest request, Set<String> words) {
        List<String> abroad =
                words.stream().filter(word -> !isNational(request, word)).toList();
        long countries =
                abroad.stream().filter(word -> other(request, word).isPresent()).count();
        return countries > 1 && countries * 2 >= abroad.size();
    }

    /** Returns whether a text names a part of a country, by a word such as province or область. */
    static boolean isRegion(String text) {
        return TableWords.all().mentions("area", text) && !CellText.fold(text).isEmpty();
    }
}
