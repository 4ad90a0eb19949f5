package org.tipstats.bench.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Valid tables about victims, and functions that write them as text. */
final class ValidTables {

    static final List<String> HEADER =
            List.of("REF_AREA", "SEX", "AGE", "EXPLOITATION", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "COMMENT");
    static final int VALUE = HEADER.indexOf("OBS_VALUE");
    static final int COMMENT = HEADER.indexOf("COMMENT");
    static final int YEAR = HEADER.indexOf("TIME_PERIOD");

    private ValidTables() {}

    /** Returns a table with a row for each of some years and sexes, and with comments from the given texts. */
    static List<List<String>> random(Random random, String... comments) {
        List<List<String>> table = new ArrayList<>();
        table.add(new ArrayList<>(HEADER));
        int first = 2005 + random.nextInt(10);
        int years = 1 + random.nextInt(4);
        for (int year = first; year < first + years; year++) {
            int female = random.nextInt(500);
            int male = random.nextInt(300);
            String comment = comments.length == 0 ? "" : comments[random.nextInt(comments.length)];
            table.add(row("F", year, female, comment));
            table.add(row("M", year, male, ""));
            table.add(row("_T", year, female + male, comment));
        }
        return table;
    }

    private static List<String> row(String sex, int year, int count, String comment) {
        return new ArrayList<>(List.of("AUT", sex, "_T", "_T", "" + year, "" + count, "A", comment));
    }

    /** Returns a copy of the table with one cell changed. */
    static List<List<String>> with(List<List<String>> table, int row, int column, String cell) {
        List<List<String>> changed = new ArrayList<>();
        table.forEach(cells -> changed.add(new ArrayList<>(cells)));
        changed.get(row).set(column, cell);
        return changed;
    }

    /** Returns the table as text. Cells that need it are quoted. */
    static String text(List<List<String>> table, String separator, String lineEnd) {
        return table.stream()
                .map(row -> row.stream().map(cell -> quoted(cell, separator)).collect(Collectors.joining(separator)))
                .collect(Collectors.joining(lineEnd, "", lineEnd));
    }

    static String text(List<List<String>> table) {
        return text(table, ",", "\n");
    }

    private static String quoted(String cell, String separator) {
        boolean needs = cell.contains(separator) || cell.contains("\"") || cell.contains("\n") || cell.contains("\r");
        return needs ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static HostileFile file(String name, List<List<String>> table) {
        return new HostileFile(name, utf8(text(table)), table);
    }

    static HostileFile file(String name, List<List<String>> table, String charset) {
        return new HostileFile(name, text(table).getBytes(Charset.forName(charset)), table);
    }
}
