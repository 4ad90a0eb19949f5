package org.tipstats.mapping.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.grid.Sheet.Row;
import org.tipstats.vocabulary.names.CaseWords;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Dataflow;

/** A list of cases in a file: its header, its columns with their roles, and its rows. */
public final class CaseTable {

    private static final int MAX_LINES_ABOVE = 50;
    private static final int FEWEST_KNOWN = 2;
    /** The roles that {@link #guess} may give to several columns. */
    private static final Set<String> SEVERAL = Set.of("EXPLOITATION");

    private final Sheet sheet;
    private final Row header;
    private final CaseMapping mapping;
    private final Map<String, List<Integer>> columns = new TreeMap<>();

    private CaseTable(Sheet sheet, Row header, CaseMapping mapping) {
        this.sheet = sheet;
        this.header = header;
        this.mapping = mapping;
        Map<String, String> roles = new TreeMap<>();
        mapping.columns().forEach((name, role) -> roles.put(CellText.fold(name), role));
        for (int i = 0; i < header.cells().length; i++) {
            String role = roles.get(CellText.fold(header.text(i)));
            if (role != null) {
                columns.computeIfAbsent(role, none -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * Finds the list that a mapping describes.
     *
     * @throws CaseListException if the file has no such list, or if several columns have a role that only one can have
     */
    public static CaseTable find(Grid grid, CaseMapping mapping) {
        for (Sheet sheet : grid.sheets()) {
            Optional<Row> header = mapping.sheet() != null && !sheet.name().equals(mapping.sheet())
                    ? Optional.empty()
                    : candidates(sheet, mapping)
                            .filter(row -> absent(row, mapping).isEmpty())
                            .findFirst();
            if (header.isPresent()) {
                return new CaseTable(sheet, header.get(), mapping).checked();
            }
        }
        List<String> fewest = grid.sheets().stream()
                .flatMap(sheet -> candidates(sheet, mapping))
                .map(row -> absent(row, mapping))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.copyOf(mapping.columns().keySet()));
        throw new CaseListException(
                "The file has no row with all columns of the mapping. Missing: " + quoted(fewest) + ".");
    }

    private CaseTable checked() {
        CaseMapping.ONCE.stream()
                .filter(role -> of(role).size() > 1)
                .findFirst()
                .ifPresent(role -> {
                    throw new CaseListException("Several columns are mapped to " + role + ": " + names(of(role)) + ".");
                });
        return this;
    }

    private static Stream<Row> candidates(Sheet sheet, CaseMapping mapping) {
        return sheet.rows().stream()
                .limit(mapping.headerLine() == 0 ? MAX_LINES_ABOVE : Long.MAX_VALUE)
                .filter(row -> mapping.headerLine() == 0 || row.line() == mapping.headerLine());
    }

    private static List<String> absent(Row row, CaseMapping mapping) {
        Set<String> names = Arrays.stream(row.cells()).map(CellText::fold).collect(Collectors.toSet());
        return mapping.columns().keySet().stream()
                .filter(name -> !names.contains(CellText.fold(name)))
                .toList();
    }

    /**
     * Finds the list by the names of its columns: those of the Human Trafficking Case Data Standard, and usual names in
     * several languages.
     *
     * @param hasYear whether the year of all rows is known
     * @throws CaseListException if no row has at least two such names, or if the columns are not certain; in the second
     *     case, the message lists the columns of the header
     */
    public static CaseTable guess(Grid grid, Dataflow dataflow, boolean hasYear) {
        CaseTable best = null;
        for (Sheet sheet : grid.sheets()) {
            for (Row row : sheet.rows().stream().limit(MAX_LINES_ABOVE).toList()) {
                CaseTable table = new CaseTable(sheet, row, guess(row, dataflow));
                if (best == null
                        || table.mapping.columns().size()
                                > best.mapping.columns().size()) {
                    best = table;
                }
            }
        }
        if (best == null || best.mapping.columns().size() < FEWEST_KNOWN) {
            throw new CaseListException(
                    "No row of the file has the names of columns of a list of cases. Name them in a" + " mapping.");
        }
        best.requireCertain(dataflow, hasYear);
        return best;
    }

    private static CaseMapping guess(Row row, Dataflow dataflow) {
        Map<String, String> columns = new TreeMap<>();
        for (String name : row.cells()) {
            String role = CaseWords.columns().get(CellText.fold(name));
            boolean fits = role != null
                    && (CaseMapping.OTHER_ROLES.contains(role)
                            || CaseField.dimension(dataflow, role).isPresent());
            if (fits) {
                columns.put(name, role);
            }
        }
        return new CaseMapping(columns, Map.of(), false, null, row.line());
    }

    private void requireCertain(Dataflow dataflow, boolean hasYear) {
        List<String> problems = new ArrayList<>();
        List<String> missing = CaseField.of(dataflow).stream()
                .filter(field -> of(field.id()).isEmpty())
                .filter(field -> !field.isAge() || of(CaseMapping.BIRTH_DATE).isEmpty())
                .map(CaseField::id)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!hasYear && of(CaseMapping.DATE).isEmpty() && of(CaseMapping.YEAR).isEmpty()) {
            missing.add("DATE or YEAR");
        }
        if (!missing.isEmpty()) {
            problems.add("No column is known for " + String.join(", ", missing) + ".");
        }
        columns.forEach((role, indexes) -> {
            if (indexes.size() > 1 && !SEVERAL.contains(role)) {
                problems.add("Several columns may be " + role + ": " + names(indexes) + ".");
            }
        });
        if (!problems.isEmpty()) {
            throw new CaseListException("The columns are not certain. " + String.join(" ", problems)
                    + " Name them in a mapping. The columns of line " + header.line() + " are: "
                    + names(IntStream.range(0, header.cells().length).boxed().toList()) + ".");
        }
    }

    private String names(List<Integer> of) {
        return quoted(
                of.stream().map(header::text).filter(name -> !name.isEmpty()).toList());
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + CellText.shorten(name) + "\"").collect(Collectors.joining(", "));
    }

    public CaseMapping mapping() {
        return mapping;
    }

    /** Returns the indexes of the columns with a role. */
    List<Integer> of(String role) {
        return columns.getOrDefault(role, List.of());
    }

    boolean has(String role) {
        return !of(role).isEmpty();
    }

    /** Returns the texts of the cells with a role in a row. */
    List<String> cells(Row row, String role) {
        return of(role).stream().map(row::text).toList();
    }

    /** Returns the cells of a row that say something about the person: all but the date and the year. */
    List<String> describing(Row row) {
        return columns.entrySet().stream()
                .filter(each -> !Set.of(CaseMapping.DATE, CaseMapping.YEAR).contains(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .map(row::text)
                .toList();
    }

    /** Returns the rows below the header that have any text. */
    List<Row> rows() {
        List<Row> rows = sheet.rows();
        int from = Collections.binarySearch(rows.stream().map(Row::line).toList(), header.line());
        return rows.subList(from + 1, rows.size());
    }
}
