package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingMaker;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * A table that a test invents, with the answers of its submitter. In the text of the table, lines end rows, bars
 * separate cells, and a line such as {@code == 2019} begins the sheet with that name.
 */
final class InventedTable {

    static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final List<String> NOT_SHOWN = List.of("FREQ", "REF_AREA", "UNIT_MEASURE");

    private final Grid grid;
    private final ObjectNode answers = new ObjectMapper().createObjectNode();
    private final ObjectNode params = new ObjectMapper().createObjectNode();
    private String area = "AUT";

    private InventedTable(Grid grid) {
        this.grid = grid;
    }

    static InventedTable of(String text, String... merged) {
        List<Sheet> sheets = new ArrayList<>();
        String name = "";
        List<Sheet.Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("== ")) {
                add(sheets, name, rows);
                name = line.substring(3);
                rows = new ArrayList<>();
                number = 0;
            } else {
                number++;
                add(rows, number, line);
            }
        }
        add(sheets, name, rows, merged);
        return new InventedTable(new Grid(sheets));
    }

    /** Reads a file of any form. */
    static InventedTable read(byte[] bytes) {
        try {
            Path file = Files.write(Files.createTempFile("table", ""), bytes);
            try {
                return new InventedTable(GridReader.read(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<Sheet.Row> rows, int number, String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        if (!cells.isEmpty()) {
            rows.add(new Sheet.Row(number, cells.toArray(String[]::new)));
        }
    }

    private static void add(List<Sheet> sheets, String name, List<Sheet.Row> rows, String... merged) {
        List<CellRange> ranges = new ArrayList<>();
        for (String range : merged) {
            ranges.add(CellRange.parse(range).orElseThrow());
        }
        if (!rows.isEmpty()) {
            sheets.add(new Sheet(name, Sheet.Addressing.CELLS, rows, ranges));
        }
    }

    /** Answers the questions that every table has: victims, counts, the whole country. */
    InventedTable victims() {
        return counts("VICTIMS");
    }

    InventedTable counts(String dataflow) {
        return answer("dataflow", dataflow).answer("unit", "NUMBER").answer("coverage", "national");
    }

    InventedTable answer(String id, String value) {
        answers.put(id, value);
        return this;
    }

    /** Answers which dataflows the figures of ranges belong to: range, dataflow, range, dataflow. */
    InventedTable dataflows(String... rangesAndDataflows) {
        ObjectNode ranges = answers.putObject("dataflow");
        for (int i = 0; i < rangesAndDataflows.length; i += 2) {
            ranges.put(rangesAndDataflows[i], rangesAndDataflows[i + 1]);
        }
        return this;
    }

    InventedTable ignore(String range) {
        answers.put("ignore:" + range, true);
        return this;
    }

    InventedTable param(String component, String value) {
        params.put(component, value);
        return this;
    }

    InventedTable area(String id) {
        area = id;
        return this;
    }

    Guess guess() {
        return Guesser.guess(
                grid, new GuessRequest(SCHEMAS, SCHEMAS.areas().find(area).orElseThrow(), null, answers(), Map.of()));
    }

    Answers answers() {
        return Answers.of(answers, params);
    }

    Grid grid() {
        return grid;
    }

    /** Returns the mapping that a submitter would save, after it was written and read. */
    Mapping mapping() {
        MappingMessage form = new MappingMessage(SCHEMAS);
        return form.read(form.write(MappingMaker.of(grid, area, answers(), guess()), "M", "1.0.0", ""));
    }

    /** Returns all figures, one a line and sorted, for example {@code F _T SEX 2019 = 12 B2+B3}. */
    String figures() {
        return figures(guess());
    }

    /** Returns the figures without their cells, for example {@code F _T SEX 2019 = 12}. */
    String withoutCells() {
        return figures().replaceAll("(?m) \\S+$", "");
    }

    /** Returns the figures without cells of a table of victims that leaves no question and no refusal. */
    static String plainFigures(String text) {
        InventedTable table = of(text).victims();
        assertEquals("", table.questions(), text);
        assertEquals("", table.refusals(), text);
        return table.withoutCells();
    }

    static String figures(Guess guess) {
        return guess.observations().stream().map(InventedTable::figure).sorted().collect(Collectors.joining("\n"));
    }

    static String figure(MappedObservation observation) {
        String key = SCHEMAS.dataflow(observation.dataflow()).orElseThrow().structure().dimensions().stream()
                .filter(Predicate.not(dimension -> NOT_SHOWN.contains(dimension.id())))
                .map(dimension -> observation.key().get(dimension.id()))
                .collect(Collectors.joining(" "));
        String value = observation.value() == null ? "" : observation.value().toPlainString();
        String status = observation.attributes().get("OBS_STATUS");
        return key + " = " + value + (status.equals("A") ? "" : status) + " "
                + String.join("+", new TreeSet<>(observation.cells()));
    }

    String questions() {
        return guess().questions().stream().map(Decision::id).sorted().collect(Collectors.joining("\n"));
    }

    /** Returns the refusals with their cells, for example {@code duplicate-key B2+B3}. */
    String refusals() {
        return guess().refusals().stream()
                .map(refusal -> (refusal.rule() + " " + String.join("+", refusal.cells())).strip())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Returns the number of cells that were left out for each reason, for example {@code rate 3, region 2}. */
    String leftOut() {
        return guess().ledger().leftOut().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().size())
                .collect(Collectors.joining(", "));
    }
}
