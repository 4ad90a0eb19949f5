package org.tipstats.validate.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tipstats.files.workbook.CellStyle;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.files.workbook.WorkbookWriter;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.rule.Given;

/**
 * A spreadsheet open at its author, who knows nothing about the figures and only follows the report. The line of a
 * finding is its row; the number of its column is the column.
 */
final class CorrectingAuthor {

    private final List<List<String>> rows = new ArrayList<>();
    private Function<List<List<String>>, byte[]> format;

    CorrectingAuthor(Function<List<List<String>>, byte[]> format, String... lines) {
        this.format = format;
        for (String line : lines) {
            rows.add(new ArrayList<>(List.of(line.split("\\|", -1))));
        }
    }

    /** Saves as CSV, with the separator and the encoding of the program. */
    static Function<List<List<String>>, byte[]> csv(String separator, Charset charset) {
        return rows -> rows.stream()
                .map(row -> row.stream().map(cell -> quoted(cell, separator)).collect(Collectors.joining(separator)))
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(charset);
    }

    private static String quoted(String cell, String separator) {
        return cell.contains(separator) ? '"' + cell + '"' : cell;
    }

    /** Saves as a workbook. */
    static byte[] xlsx(List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out, "Figures")) {
            SheetWriter sheet = workbook.sheet("Figures");
            for (List<String> row : rows) {
                write(sheet, row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(SheetWriter sheet, List<String> row) throws IOException {
        sheet.row();
        for (String cell : row) {
            if (cell.matches("0|[1-9][0-9]*")) {
                sheet.number(Long.parseLong(cell), CellStyle.PLAIN);
            } else {
                sheet.text(cell);
            }
        }
    }

    /**
     * Submits the file until nothing is left to correct.
     *
     * @return the number of submissions
     */
    int attempts(int most) {
        for (int attempt = 1; attempt <= most; attempt++) {
            List<Finding> open = upload().findings().stream()
                    .filter(finding -> finding.severity() != Severity.INFORMATION)
                    .toList();
            if (open.isEmpty()) {
                return attempt;
            }
            correct(open);
        }
        throw new AssertionError("still not valid after " + most + ": " + upload().found());
    }

    Given upload() {
        return Given.bytes(format.apply(rows)).from("AUT");
    }

    private void correct(List<Finding> findings) {
        TreeSet<Integer> superfluous = new TreeSet<>(Collections.reverseOrder());
        for (Finding finding : findings) {
            String variant = String.valueOf(finding.parameters().getOrDefault("variant", ""));
            switch (finding.rule() + " " + variant) {
                case "wrong-file-type ", "damaged-text encoding" -> format = csv(",", StandardCharsets.UTF_8);
                case "missing-column " -> add(finding);
                case "duplicate-key " -> superfluous.addAll(allButFirst(finding));
                case "unknown-code row", "ragged-row last", "ragged-row end" -> superfluous.addAll(lines(finding));
                case "not-a-count fraction" -> leaveOut(finding);
                default -> put(finding);
            }
        }
        superfluous.forEach(line -> rows.remove(line - 1));
    }

    private void add(Finding finding) {
        int header = finding.line() - 1;
        for (int i = header; i < rows.size(); i++) {
            rows.get(i).add(i == header ? finding.column().name() : only(finding));
        }
    }

    private static String only(Finding finding) {
        if (finding.suggestions().size() != 1) {
            throw new AssertionError("no single correction for " + Given.line(finding) + " " + finding.parameters());
        }
        return finding.suggestions().get(0);
    }

    private void put(Finding finding) {
        rows.get(finding.line() - 1).set(finding.column().number() - 1, only(finding));
    }

    private static List<Integer> allButFirst(Finding finding) {
        if (!finding.parameters().get("differ").equals("no")) {
            throw new AssertionError("unclear which row counts: " + finding);
        }
        TreeSet<Integer> lines = new TreeSet<>(List.of(finding.line()));
        finding.related().forEach(place -> lines.add(place.line()));
        lines.pollFirst();
        return List.copyOf(lines);
    }

    private static List<Integer> lines(Finding finding) {
        List<Integer> lines = new ArrayList<>();
        int last = (int) finding.parameters().getOrDefault("last", finding.line());
        for (int line = finding.line(); line <= last; line++) {
            lines.add(line);
        }
        return lines;
    }

    /** Empties the cell of an unknown count and sets the status to the first reason that the report names. */
    private void leaveOut(Finding finding) {
        List<String> row = rows.get(finding.line() - 1);
        row.set(finding.column().number() - 1, "");
        String reasons = (String) finding.parameters().get("reasons");
        row.set(rows.get(0).indexOf("OBS_STATUS"), reasons.split(", ")[0]);
    }
}
