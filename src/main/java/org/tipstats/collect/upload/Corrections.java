package org.tipstats.collect.upload;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.platform.database.JsonText;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Cells of a received file that are read with another text. The file itself stays as it is. In a file that has one
 * figure in each line, lines have addresses instead of cells, so nothing can be corrected.
 *
 * @param cells at most {@link #MAX_CELLS}, each cell once
 */
public record Corrections(List<Correction> cells) {

    public static final Corrections NONE = new Corrections(List.of());

    /** Largest number of cells that may be corrected. */
    public static final int MAX_CELLS = 1_000;

    private static final int MAX_TEXT = 1_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * A cell that is read with another text.
     *
     * @param cell the address, for example {@code Sheet1!D24}
     * @param old the text in the file; null if the sender does not say it
     * @param now the text that is read instead
     */
    @Schema(name = "CellCorrection")
    public record Correction(
            String cell, String old, @JsonProperty("new") String now) {}

    public Corrections {
        cells = List.copyOf(cells);
    }

    /** Returns corrections without the original texts of the cells. */
    public static Corrections of(Map<CellRange, String> texts) {
        List<Correction> cells = new ArrayList<>();
        texts.forEach((cell, text) -> cells.add(new Correction(cell.toString(), null, text)));
        return new Corrections(cells);
    }

    /**
     * Reads the part of a form.
     *
     * @param text an array of {@code {cell, old, new}} in JSON; null or blank for none. {@code old} may be absent.
     * @throws ProblemException 400 with all faults if the text is not such an array
     */
    public static Corrections read(String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        List<Correction> cells;
        try {
            cells = JSON.readValue(text, new TypeReference<List<Correction>>() {});
        } catch (JsonProcessingException e) {
            cells = null;
        }
        if (cells == null || cells.contains(null)) {
            throw ProblemException.body(
                    "/corrections",
                    null,
                    "The corrections must be an array of objects with \"cell\", \"old\" and \"new\", each a text.");
        }
        requireValid(cells);
        return new Corrections(cells);
    }

    private static void requireValid(List<Correction> cells) {
        List<InputError> faults = new ArrayList<>();
        if (cells.size() > MAX_CELLS) {
            faults.add(InputError.pointer(
                    "/corrections",
                    null,
                    "A file may have at most " + MAX_CELLS + " corrected cells. Correct the file itself."));
        }
        Map<CellRange, Integer> seen = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.size(), MAX_CELLS); i++) {
            Correction each = cells.get(i);
            Optional<CellRange> cell = cell(each);
            if (cell.isEmpty()) {
                faults.add(fault(i, "cell", each.cell(), "Name one cell by its address, such as Sheet1!D24 or D24."));
            } else if (seen.putIfAbsent(cell.get(), i) != null) {
                faults.add(fault(i, "cell", each.cell(), "This cell is corrected twice. Keep one correction."));
            }
            if (each.now() == null) {
                faults.add(fault(i, "new", null, "Give the text that counts. It may be empty."));
            } else if (each.now().length() > MAX_TEXT) {
                faults.add(fault(i, "new", null, "The new text must have at most " + MAX_TEXT + " characters."));
            }
        }
        ProblemException.requireNone(faults);
    }

    private static Optional<CellRange> cell(Correction correction) {
        return Optional.ofNullable(correction.cell()).flatMap(CellRange::parse).filter(CellRange::isCell);
    }

    private static InputError fault(int index, String member, String value, String message) {
        return InputError.pointer("/corrections/" + index + "/" + member, value, message);
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /**
     * Returns the same corrections with the file's addresses and original texts of the cells, sorted by address.
     *
     * @throws ProblemException 422 if the file lacks a cell, or if the sender states another original text
     */
    public Corrections in(Grid grid) {
        List<InputError> faults = new ArrayList<>();
        List<Correction> complete = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Correction each = cells.get(i);
            CellRange cell = cell(each).orElseThrow();
            Sheet sheet = grid.sheetOf(cell).orElse(null);
            if (sheet == null) {
                String message = "The table has no such cell. Name the sheet, too, if there are several.";
                faults.add(fault(i, "cell", each.cell(), message));
                continue;
            }
            String found = sheet.text(cell.firstLine(), cell.firstColumn());
            if (each.old() != null && !each.old().equals(found)) {
                faults.add(fault(i, "old", each.old(), "The cell has the text \"" + found + "\" in the file."));
            }
            complete.add(new Correction(sheet.address(cell.firstLine(), cell.firstColumn()), found, each.now()));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.CONTENT_INVALID, "The corrections do not fit the file.")
                    .errors(faults));
        }
        complete.sort(Comparator.comparing(Correction::cell));
        return new Corrections(complete);
    }

    public Grid correct(Grid grid) {
        Map<CellRange, String> texts = new LinkedHashMap<>();
        cells.forEach(each -> texts.put(cell(each).orElseThrow(), each.now()));
        return grid.with(texts);
    }

    /** Returns the array that {@link #read} reads. Equal corrections of a file give equal texts. */
    public String toJson() {
        return JsonText.write(JSON, cells);
    }
}
