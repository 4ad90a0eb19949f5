package org.tipstats.mapping.guess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.meaning.Series;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.vocabulary.names.KnownWords;
import org.tipstats.vocabulary.names.NationalWords;
import org.tipstats.vocabulary.names.TableWords;

/** Distinguishes counts from rates by the words for the unit, and by decimals, which counts do not have. */
final class Units {

    static final String NUMBER = "NUMBER";
    static final String RATE = "RATE";

    private static final int MAX_NAME = 500;

    /** The unit of a name: in parentheses, or after its last comma or its last colon. */
    private static final Pattern UNIT_OF_NAME = Pattern.compile(
            "[(\\[\uFF08]([^()\\[\\]\uFF08\uFF09]{1,40})[)\\]\uFF09]|[,:\u060C\uFF0C\uFF1A]([^,:\u060C\uFF0C\uFF1A]{1,40})$");

    private static final List<String> COUNTS = List.of("value", "persons", "cases", "victims");

    private final DecisionLog log;
    private final BlockReading reading;
    /** Whether figures have decimals, or most of them percent signs, by the id of their {@link #group}. */
    private final Map<String, Boolean> decimals = new HashMap<>();
    /** The unit that a word means: a count, a rate or a percentage; empty without a word, null while it is open. */
    private final Map<String, String> kinds = new HashMap<>();
    /** The columns that may have a word for the unit. */
    private final List<Column> named;

    private final Map<Object, String> words = new HashMap<>();
    private final boolean unnamed;
    private Boolean hasCounts;

    Units(DecisionLog log, BlockReading reading) {
        this.log = log;
        this.reading = reading;
        this.named = Stream.of("UNIT_MEASURE", "EXPLOITATION")
                .flatMap(component -> reading.of(component).stream())
                .toList();
        Map<String, Integer> balances = new HashMap<>();
        for (Sheet.Row row : reading.block().body()) {
            boolean found = false;
            boolean filled = false;
            int balance = 0;
            for (Column column : reading.values()) {
                filled |= !row.text(column.index()).isEmpty();
                found |= decimalsOf(row, column);
                balance += percentBalance(row.text(column.index()));
            }
            if (filled) {
                decimals.merge(group(row), found, Boolean::logicalOr);
                balances.merge(group(row), balance, Integer::sum);
                kinds.computeIfAbsent(word(row), this::kind);
            }
        }
        balances.forEach((group, balance) -> decimals.merge(group, balance > 0, Boolean::logicalOr));
        this.unnamed = kinds.keySet().equals(Set.of("")) && !decimals.containsValue(true);
    }

    /** Returns the id of the group of a row: rows with the same unit and, without a column of years, the same whole. */
    private String group(Sheet.Row row) {
        if (!reading.of("TIME_PERIOD").isEmpty()) {
            return word(row);
        }
        List<Sheet.Row> wholes = reading.wholes(row);
        Sheet.Row top = wholes.isEmpty() ? row : wholes.get(wholes.size() - 1);
        return word(row) + "\n" + top.line();
    }

    /** Returns the words of a row that name its unit, as one text; empty if there are none. */
    private String word(Sheet.Row row) {
        Object texts = named.size() == 1
                ? row.text(named.get(0).index())
                : named.stream().map(column -> row.text(column.index())).toList();
        String word = words.get(texts);
        return word == null ? words.computeIfAbsent(texts, none -> readWord(row)) : word;
    }

    private String readWord(Sheet.Row row) {
        List<String> units = reading.of("UNIT_MEASURE").stream()
                .map(column -> row.text(column.index()))
                .filter(text -> !text.isEmpty())
                .toList();
        StringBuilder word = new StringBuilder(units.size() == 1 ? units.get(0) : unitOf(units));
        for (Column column : reading.of("EXPLOITATION")) {
            String text = row.text(column.index());
            boolean unit = Series.isRate(text)
                    || TableWords.all().mentions("rate", text)
                    || TableWords.all().mentions("percent", text);
            word.append(unit ? "\n" + text : "");
        }
        return word.toString();
    }

    private boolean decimalsOf(Sheet.Row row, Column column) {
        String text = row.text(column.index());
        if (NumberStyle.isPlain(text)) {
            return false;
        }
        Optional<BigDecimal> value = reading.style(column).parse(text);
        return value.isPresent() && value.get().scale() > 0;
    }

    /** Returns 2 for a percentage, -1 for any other number except 0, else 0. A few percentages do not make rates. */
    private static int percentBalance(String text) {
        return NumberStyle.isPercent(text) ? 2 : !text.equals("0") && NumberStyle.looksNumeric(text) ? -1 : 0;
    }

    private String kind(String word) {
        TableWords table = TableWords.all();
        String[] parts = word.split("\n", 2);
        if (word.isEmpty()) {
            return "";
        }
        if (table.mentions("percent", word)) {
            return "percent";
        }
        if (table.mentions("rate", word) || parts.length > 1 || word.contains("PER_100")) {
            return RATE;
        }
        String id = "word:UNIT_MEASURE:" + parts[0];
        boolean known = isKnown(parts[0]);
        Level level = known ? Level.SURE : Level.ASK;
        return log.decide(Decision.of(id, List.of(), NUMBER, level, known ? Reason.NAME : Reason.UNKNOWN));
    }

    /** Returns one text for the units of several columns. One column may have the code, and another the name. */
    private static String unitOf(List<String> units) {
        String all = String.join(" ", units);
        boolean rate = units.stream().anyMatch(text -> isRate(text) || text.contains("PER_100"));
        return rate ? all : units.stream().filter(Units::isKnown).findFirst().orElse(all);
    }

    private static boolean isKnown(String unit) {
        return unit.equals(NUMBER)
                || NationalWords.all().code("UNIT_MEASURE", unit).isPresent()
                || (KnownWords.rest(unit).isEmpty()
                        && COUNTS.stream().anyMatch(kind -> TableWords.all().mentions(kind, unit)));
    }

    /** Returns the unit that the table itself proves: counts or rates; empty if it proves neither. */
    Optional<String> evidence() {
        if (!decimals.isEmpty() && decimals.values().stream().allMatch(each -> each)) {
            return Optional.of(RATE);
        }
        boolean unnamed = kinds.containsKey("");
        boolean counts = kinds.values().stream().allMatch(kind -> NUMBER.equals(kind) || "".equals(kind));
        boolean named = unnamed ? counts && areNamedCounts() : counts || areCountsBesideRates();
        return !kinds.isEmpty() && named ? Optional.of(NUMBER) : Optional.empty();
    }

    /** Returns whether words name the units of all rows, and all counts are whole numbers. */
    private boolean areCountsBesideRates() {
        return kinds.containsValue(NUMBER)
                && reading.block().body().stream()
                        .filter(row -> decimals.containsKey(group(row)))
                        .allMatch(row -> isCount(row) ? !decimals.get(group(row)) : kinds.containsKey(word(row)));
    }

    private boolean isCount(Sheet.Row row) {
        return NUMBER.equals(kinds.get(word(row)));
    }

    /** Returns whether no word gives the unit of any figure, and all figures are whole. */
    boolean isUnnamed() {
        return unnamed;
    }

    /** Returns whether the figures without a word for their unit all have names which say that they are counts. */
    private boolean areNamedCounts() {
        List<String> titles = new ArrayList<>(reading.texts(reading.block().titles()));
        reading.block().columns().stream()
                .limit(1)
                .map(Column::name)
                .filter(Units::isAboutFigures)
                .forEach(titles::add);
        List<Column> columns = reading.values();
        boolean above = titles.stream().anyMatch(Units::isNamedCount)
                || columns.stream().allMatch(column -> isNamedCount(column.name()));
        boolean rates = decimals.containsValue(true)
                || columns.stream().anyMatch(column -> isRate(column.name()))
                || titles.stream().anyMatch(Units::isRate);
        return !rates
                && reading.block().body().stream()
                        .filter(row -> word(row).isEmpty())
                        .filter(row -> columns.stream()
                                .anyMatch(column -> !row.text(column.index()).isEmpty()))
                        .allMatch(row -> isNamedCount(row, above));
    }

    private boolean isNamedCount(Sheet.Row row, boolean above) {
        List<String> names = new ArrayList<>(reading.labels(row));
        names.addAll(reading.texts(reading.sections(row)));
        reading.of("EXPLOITATION").forEach(column -> names.add(row.text(column.index())));
        return names.stream().noneMatch(Units::isRate)
                && (above || names.stream().anyMatch(Units::isNamedCount));
    }

    /** Returns whether the header of the row names says what is counted. */
    private static boolean isAboutFigures(String header) {
        return Stream.of("trafficking", "persons", "cases", "victims")
                .anyMatch(kind -> TableWords.all().mentions(kind, header));
    }

    static boolean isRate(String name) {
        return TableWords.all().mentions("rate", name) || TableWords.all().mentions("percent", name);
    }

    /** Returns whether a name has a word for counts as its unit, such as {@code Victims (number)}. */
    private static boolean isNamedCount(String name) {
        return UNIT_OF_NAME
                .matcher(name.substring(0, Math.min(name.length(), MAX_NAME)))
                .results()
                .map(unit -> unit.group(1) == null ? unit.group(2) : unit.group(1))
                .anyMatch(unit -> NationalWords.all()
                        .code("UNIT_MEASURE", unit)
                        .filter(match -> NUMBER.equals(match.codes().get("UNIT_MEASURE")))
                        .isPresent());
    }

    /** Returns whether some figures of the table are called counts. */
    private boolean hasCounts() {
        if (hasCounts == null) {
            hasCounts = reading.block().body().stream()
                    .anyMatch(row -> NUMBER.equals(kinds.get(word(row))) && !decimals.getOrDefault(group(row), true));
        }
        return hasCounts;
    }

    /** Returns why the figures of a row are not counts; null if they are, or may be. */
    String reason(Sheet.Row row) {
        if (unnamed) {
            return null;
        }
        String word = word(row);
        String kind = kinds.get(word);
        if (kind == null) {
            return null;
        }
        if (kind.equals("percent") || decimals.getOrDefault(group(row), false)) {
            return kind.equals("percent") ? "percent" : "rate";
        }
        return kind.equals(RATE) && hasCounts() ? "rate" : null;
    }

    /** Returns whether the words of a row must be read: the row has counts, or an answer gives a meaning to a word. */
    boolean needsWords(Sheet.Row row, Meanings meanings) {
        return reason(row) == null || Arrays.stream(row.cells()).anyMatch(meanings::isAnswered);
    }

    /** Returns whether the words call figures rates, but the submitter says that they are counts. */
    boolean isOverridden(Sheet.Row row) {
        return !unnamed && RATE.equals(kinds.get(word(row))) && reason(row) == null;
    }
}
