package org.tipstats.mapping.meaning;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.vocabulary.names.NationalWords;

/** Headings of one letter beside the letters of sexes, as in {@code M | F | T} and in German {@code m | w | d}. */
final class SexLetters {

    static final String SEX = "SEX";

    private static final String TOTAL = "T";
    /** The code that a letter has beside the letters of women and men. */
    private static final Map<String, String> OTHERS = Map.of(TOTAL, "_T", "D", "_O", "X", "_O", "O", "_O", "U", "_U");
    /** The fewest totals that show that T means the total, and not, for example, transgender. */
    private static final int FEWEST_TOTALS = 2;

    private final Set<String> letters = new TreeSet<>();
    private final Map<String, String> codes = new TreeMap<>();

    SexLetters(List<Column> figures) {
        List<String> names = figures.stream()
                .map(ShortForms::name)
                .filter(name -> name.length() == 1)
                .distinct()
                .toList();
        names.forEach(name -> letters.add(upper(name)));
        boolean sexes = letters.stream().anyMatch(SexLetters::isSex);
        for (String name : sexes && letters.size() > 1 ? names : List.<String>of()) {
            code(upper(name)).ifPresent(code -> codes.put(name, code));
        }
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static boolean isSex(String name) {
        return NationalWords.all().code(SEX, name).isPresent();
    }

    private static Optional<String> code(String letter) {
        return Optional.ofNullable(OTHERS.get(letter))
                .or(() -> NationalWords.all()
                        .code(SEX, letter)
                        .map(match -> match.codes().get(SEX)));
    }

    /** Returns the likely codes of SEX by heading. */
    Map<String, String> codes() {
        return codes;
    }

    /**
     * Returns the headings that can only have this code: D beside M and W, and T if it is the sum of the columns of
     * sexes beside it, of which there are at least two.
     */
    Set<String> proved(
            Collection<List<Column>> groups,
            List<Sheet.Row> rows,
            BiFunction<Sheet.Row, Column, Optional<BigDecimal>> numbers) {
        boolean german = letters.containsAll(List.of("M", "W"));
        int totals = 0;
        for (List<Column> group : codes.isEmpty() ? List.<List<Column>>of() : groups) {
            int found = totals(group, rows, numbers);
            totals = found < 0 || totals < 0 ? -1 : totals + found;
        }
        boolean added = totals >= FEWEST_TOTALS;
        return codes.keySet().stream()
                .filter(name -> german && upper(name).equals("D")
                        || added && upper(name).equals(TOTAL))
                .collect(Collectors.toSet());
    }

    /** Returns the number of totals above 0 that are the sums of their row; -1 if any number is not this sum. */
    private int totals(
            List<Column> group, List<Sheet.Row> rows, BiFunction<Sheet.Row, Column, Optional<BigDecimal>> numbers) {
        Map<Boolean, List<Column>> columns = group.stream()
                .filter(column -> ShortForms.name(column).length() == 1 || isSex(ShortForms.name(column)))
                .collect(Collectors.partitioningBy(
                        column -> upper(ShortForms.name(column)).equals(TOTAL)));
        List<Column> parts = columns.get(false);
        boolean sexes = parts.stream()
                .map(part -> upper(ShortForms.name(part)))
                .allMatch(part -> isSex(part) || OTHERS.containsKey(part));
        if (columns.get(true).size() != 1 || parts.size() < 2 || !sexes) {
            return columns.get(true).isEmpty() ? 0 : -1;
        }
        int found = 0;
        for (Sheet.Row row : rows) {
            Optional<BigDecimal> total = numbers.apply(row, columns.get(true).get(0));
            BigDecimal sum = parts.stream()
                    .flatMap(part -> numbers.apply(row, part).stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (total.isPresent() && total.get().compareTo(sum) != 0) {
                return -1;
            }
            found += total.orElse(BigDecimal.ZERO).signum() > 0 ? 1 : 0;
        }
        return found;
    }
}
