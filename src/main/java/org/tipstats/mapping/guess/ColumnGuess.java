package org.tipstats.mapping.guess;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.meaning.Countries;
import org.tipstats.mapping.meaning.HeaderNames;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnProfile;
import org.tipstats.mapping.reading.ColumnRole;
import org.tipstats.mapping.reading.ColumnRole.Kind;
import org.tipstats.mapping.reading.Marks;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.names.TableWords;

/** Decides what each column of a table is: by its header if the header is a known word, else by its cells. */
final class ColumnGuess {

    private static final String IGNORE = "ignore";
    private static final int MOST_WORDS_TESTED = 60;

    /** Components whose columns say what a figure is, so that no other names of rows are needed. */
    private static final Set<String> BREAKDOWNS = Set.of("SEX", "AGE", "EXPLOITATION", "OFFENCE", "CITIZENSHIP");

    private final GuessRequest request;
    private final DecisionLog log;
    private final Block block;
    private final HeaderNames names;
    private final Map<Column, ColumnProfile> profiles;
    private final Countries countries;
    private final Map<Column, ColumnRole> roles = new LinkedHashMap<>();

    ColumnGuess(GuessRequest request, DecisionLog log, Block block, Map<Column, ColumnProfile> profiles) {
        this.request = request;
        this.log = log;
        this.block = block;
        this.names = new HeaderNames(request.dataflows());
        this.profiles = profiles;
        this.countries = new Countries(names, block, column -> usual(column, profiles.get(column)));
    }

    Map<Column, ColumnRole> roles() {
        for (Column column : block.columns()) {
            roles.put(column, role(column));
        }
        boolean told = roles.values().stream()
                .anyMatch(role ->
                        role.is(Kind.SUBJECT) || (role.is(Kind.COMPONENT) && BREAKDOWNS.contains(role.component())));
        if (told) {
            roles.replaceAll(
                    (column, role) -> role.is(Kind.LABEL) && !divides(column) ? ColumnRole.ignored("label") : role);
        }
        return roles;
    }

    ColumnProfile profile(Column column) {
        return profiles.get(column);
    }

    private ColumnRole role(Column column) {
        String id = id(column);
        Optional<String> answer = log.answers().value(id);
        ColumnRole guess = answer.isPresent() ? null : guess(column);
        if (guess != null && guess.is(Kind.IGNORED) && "empty".equals(guess.reason())) {
            return guess;
        }
        Level level = guess != null && guess.is(Kind.LABEL) ? Level.LIKELY : Level.SURE;
        Decision decision = Decision.of(id, List.of(block.address(column)), value(guess), level, Reason.NAME);
        String value = log.decide(guess == null ? decision : ofCountries(column, guess, decision));
        return value == null ? guess : answered(value, guess);
    }

    /**
     * Returns the decision about a column of countries: they may be the countries of the persons instead of the
     * reporting areas. For any other column, returns the given decision.
     */
    private Decision ofCountries(Column column, ColumnRole role, Decision decision) {
        List<String> words = words(profiles.get(column));
        return countries
                .of(column, role, words, request.chosen(), hasOwnArea(words))
                .map(found -> Decision.of(
                                decision.id(),
                                decision.cells(),
                                found.component(),
                                found.certain() ? Level.LIKELY : Level.ASK,
                                found.certain() ? Reason.NAME : Reason.UNKNOWN)
                        .withAlternatives(found.alternatives(role)))
                .orElse(decision);
    }

    /**
     * Returns the id of the decision about a column. It contains the lowest text of the header if cells are addressed
     * by line alone, or if the id of an answer contains this text; otherwise the address.
     */
    String id(Column column) {
        boolean byText = block.sheet().addressing() == Sheet.Addressing.LINES
                || log.answers().value("column:" + column.lowest()).isPresent();
        return "column:" + (byText ? column.lowest() : block.address(column));
    }

    private static String value(ColumnRole role) {
        if (role == null) {
            return null;
        }
        return switch (role.kind()) {
            case VALUE -> "OBS_VALUE";
            case COMPONENT -> role.component();
            case IGNORED -> IGNORE;
            default -> role.kind().name();
        };
    }

    private static ColumnRole answered(String value, ColumnRole guess) {
        if (value.equals(value(guess))) {
            return guess;
        }
        return switch (value) {
            case IGNORE -> ColumnRole.ignored("ignored");
            case "OBS_VALUE" -> ColumnRole.VALUE;
            case "LABEL" -> ColumnRole.LABEL;
            case "SUBJECT" -> ColumnRole.SUBJECT;
            default -> ColumnRole.of(value);
        };
    }

    private ColumnRole guess(Column column) {
        ColumnProfile profile = profiles.get(column);
        if (profile.isEmpty() && !isNamedValue(column)) {
            return ColumnRole.ignored("empty");
        }
        ColumnRole role = usual(column, profile);
        return "serial".equals(role.reason()) && mayHaveValues(column, profile) ? ColumnRole.VALUE : role;
    }

    /**
     * Returns whether a column may have the figures although its name may mean the number of a row, such as "Número".
     * Numbers of rows are in the first column, rise one by one, or come with another column of figures.
     */
    private boolean mayHaveValues(Column column, ColumnProfile profile) {
        return column != block.columns().get(0)
                && isNamedValue(column)
                && profile.isNumeric()
                && !profile.goesUpByOne()
                && profiles.entrySet().stream()
                        .filter(other -> !other.getValue().isYears())
                        .noneMatch(
                                other -> usual(other.getKey(), other.getValue()).is(Kind.VALUE));
    }

    private ColumnRole usual(Column column, ColumnProfile profile) {
        ColumnRole byName = names.role(column.lowest(), profile);
        if (byName != null) {
            return byName;
        }
        if (profile.isYears() && roles.values().stream().noneMatch(role -> role.is("TIME_PERIOD"))) {
            return ColumnRole.of("TIME_PERIOD");
        }
        return profile.isNumeric() || hasNameOfFigures(column, profile)
                ? numeric(column, profile)
                : text(column, profile);
    }

    /**
     * Returns whether a heading such as a year or {@code Women} says that a column has figures, even if most of its
     * cells are marks or texts. The submitter is then asked about these cells.
     */
    private boolean hasNameOfFigures(Column column, ColumnProfile profile) {
        String name = column.lowest();
        if (profile.hasSeveralNumbers() && Periods.within(name).isPresent()) {
            return true;
        }
        boolean part = profile.hasFigures()
                && (TableWords.all().kinds(name).contains("total")
                        || BREAKDOWNS.stream().anyMatch(component -> names.isWordOf(component, name)));
        return column != block.columns().get(0) && (Periods.isPeriod(name) || part);
    }

    private boolean isNamedValue(Column column) {
        return TableWords.all().kinds(column.lowest()).contains("value");
    }

    private ColumnRole numeric(Column column, ColumnProfile profile) {
        String name = column.name();
        Optional<String> other = HeaderNames.otherFigures(name);
        if (other.isPresent()) {
            return ColumnRole.ignored(other.get());
        }
        boolean first = column == block.columns().get(0) || column.header().isEmpty();
        boolean serial = (profile.hasLeadingZeros() || (first && profile.isSerial()))
                && !TableWords.all().mentions("value", name);
        return serial ? ColumnRole.ignored("label") : ColumnRole.VALUE;
    }

    private static List<String> words(ColumnProfile profile) {
        return profile.words().keySet().stream()
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS_TESTED)
                .toList();
    }

    private ColumnRole text(Column column, ColumnProfile profile) {
        List<String> words = words(profile);
        Optional<String> component = names.component(words);
        if (component.isPresent()) {
            return ColumnRole.of(component.get());
        }
        if (words.stream().allMatch(Marks::isInPlace)) {
            boolean notes = column.header().isEmpty()
                    || words.stream().allMatch(Marks::isNote)
                    || HeaderNames.otherFigures(column.name()).isPresent();
            return notes ? ColumnRole.ignored("note") : ColumnRole.VALUE;
        }
        TableWords table = TableWords.all();
        long subject = words.stream()
                .filter(word -> table.mentions("trafficking", word))
                .count();
        boolean repeated = profile.filled() >= 2 * words.size();
        if (subject > 0 && subject < words.size() && repeated && hasFinerNames(column)) {
            return ColumnRole.SUBJECT;
        }
        if (hasOwnArea(words) || table.mentions("area", column.name())) {
            return ColumnRole.of("REF_AREA");
        }
        return ColumnRole.LABEL;
    }

    /** Returns whether rows that are equal in all components have different texts in a column. */
    private boolean divides(Column column) {
        List<Column> components = roles.entrySet().stream()
                .filter(entry -> entry.getValue().is(Kind.COMPONENT))
                .map(Map.Entry::getKey)
                .toList();
        Map<List<String>, String> texts = new HashMap<>();
        for (Sheet.Row row : block.body()) {
            List<String> key =
                    components.stream().map(each -> row.text(each.index())).toList();
            String before = texts.putIfAbsent(key, row.text(column.index()));
            if (before != null && !before.equals(row.text(column.index()))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a name stands beside several names of another column, which is then no translation of it. */
    private boolean hasFinerNames(Column column) {
        for (Column other : block.columns()) {
            if (other == column || profiles.get(other).isNumeric()) {
                continue;
            }
            Map<String, String> names = new HashMap<>();
            for (Sheet.Row row : block.body()) {
                String name = row.text(other.index());
                String before = names.putIfAbsent(row.text(column.index()), name);
                if (before != null && !before.equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasOwnArea(List<String> words) {
        return request.area() != null && words.stream().anyMatch(word -> Areas.isOwn(request, word));
    }
}
