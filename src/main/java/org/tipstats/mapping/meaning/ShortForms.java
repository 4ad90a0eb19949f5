package org.tipstats.mapping.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.names.NationalWords;
import org.tipstats.vocabulary.names.TableWords;

/**
 * Headings in short beside each other: forms of exploitation, such as Sexual and Labour, and letters of sexes.
 *
 * @param codes the codes by component of each heading
 * @param proved the headings that need no answer: the forms, for example, if they add up to a total in all rows
 */
public record ShortForms(Map<String, Map<String, String>> codes, Set<String> proved) {

    private static final String FORM = "EXPLOITATION";
    private static final int FEWEST = 2;

    /**
     * Finds the short forms above columns of figures.
     *
     * @param numbers the number of a row in a column
     */
    public static ShortForms of(
            List<Column> figures, List<Sheet.Row> rows, BiFunction<Sheet.Row, Column, Optional<BigDecimal>> numbers) {
        Map<String, Map<String, String>> codes = new TreeMap<>();
        for (Column column : figures) {
            NationalWords.all()
                    .code(FORM, name(column))
                    .filter(match -> !isTotal(column))
                    .ifPresent(match -> codes.put(name(column), match.codes()));
        }
        long forms = codes.values().stream()
                .map(each -> each.get(FORM))
                .filter(code -> !code.startsWith("_"))
                .distinct()
                .count();
        if (forms < FEWEST) {
            codes.clear();
        }
        Set<String> proved = new TreeSet<>();
        if (groups(figures).stream().allMatch(group -> addUp(group, codes, rows, numbers))) {
            proved.addAll(codes.keySet());
        }
        SexLetters letters = new SexLetters(figures);
        letters.codes().forEach((letter, code) -> codes.putIfAbsent(letter, Map.of(SexLetters.SEX, code)));
        proved.addAll(letters.proved(groups(figures), rows, numbers));
        return new ShortForms(codes, proved);
    }

    /** Returns the component that a heading names. */
    public String component(String heading) {
        return codes.get(heading).containsKey(FORM) ? FORM : SexLetters.SEX;
    }

    /** Returns whether a heading is a letter for the total of the sexes. */
    public boolean isTotal(String heading) {
        return "_T".equals(codes.get(heading).get(SexLetters.SEX));
    }

    static String name(Column column) {
        return Periods.without(column.lowest());
    }

    private static boolean isTotal(Column column) {
        return TableWords.all().mentions("total", name(column));
    }

    /** Returns the columns with the same headings above their lowest, such as the columns of one year. */
    private static Collection<List<Column>> groups(List<Column> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(
                        column -> Periods.within(column.lowest()).orElse("")
                                + column.header()
                                        .subList(0, Math.max(0, column.header().size() - 1)),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private static boolean addUp(
            List<Column> group,
            Map<String, Map<String, String>> codes,
            List<Sheet.Row> rows,
            BiFunction<Sheet.Row, Column, Optional<BigDecimal>> numbers) {
        List<Column> totals = group.stream().filter(ShortForms::isTotal).toList();
        List<Column> parts =
                group.stream().filter(each -> !totals.contains(each)).toList();
        if (totals.size() != 1
                || parts.size() < FEWEST
                || !parts.stream().allMatch(each -> codes.containsKey(name(each)))) {
            return false;
        }
        List<Boolean> fits = new ArrayList<>();
        for (Sheet.Row row : rows) {
            List<BigDecimal> found = parts.stream()
                    .flatMap(each -> numbers.apply(row, each).stream())
                    .toList();
            BigDecimal sum = found.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            numbers.apply(row, totals.get(0))
                    .filter(total -> found.size() == parts.size() || total.compareTo(sum) < 0)
                    .ifPresent(total -> fits.add(total.compareTo(sum) == 0));
        }
        return !fits.isEmpty() && !fits.contains(false);
    }
}
