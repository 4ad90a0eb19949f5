package org.tipstats.mapping.grid;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.mapping.grid.LongTable.Axis;

/**
 * Reads a PC-Axis file. Reads only the main language of a file in several languages. Dots and dashes in the data stay
 * texts.
 */
final class PxReader {

    private static final int START_BYTES = 2_000;
    private static final Pattern START = Pattern.compile(
            "\\s*(AXIS-VERSION|CHARSET|CODEPAGE|CREATION-DATE|LANGUAGES?|DECIMALS|MATRIX|SUBJECT-AREA|SUBJECT-CODE|TITLE"
                    + "|CONTENTS|UNITS|STUB|HEADING)\\s*(\\[\\w+])?\\s*=\\s*[\"\\dYN].*",
            Pattern.DOTALL);
    private static final Pattern CODE_PAGE = Pattern.compile("CODEPAGE\\s*=\\s*\"([\\w.:-]{1,40})\"");
    private static final Set<String> KEYWORDS = Set.of("STUB", "HEADING", "VALUES", "CODES", "UNITS");
    private static final String KEYS = "KEYS";
    private static final int MAX_KEYWORD = 2_000;

    private final PxText text;
    private final Map<String, List<String>> said = new HashMap<>();
    private int textsLeft = Grid.MAX_CELLS;

    private PxReader(Reader text) {
        this.text = new PxText(text);
    }

    /** Returns whether a text starts as a PC-Axis file does. */
    static boolean isPx(Path file) throws IOException {
        String start = start(file, StandardCharsets.UTF_8);
        return START.matcher(start.startsWith("\uFEFF") ? start.substring(1) : start)
                .matches();
    }

    private static String start(Path file, Charset charset) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(START_BYTES), charset);
        }
    }

    /**
     * Reads a file and adds its rows.
     *
     * @throws MalformedFileException if the file is broken or contradicts itself
     */
    static void read(Path file, FileProbe probe, GridBuilder builder) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file), charset(file, probe).newDecoder()))) {
            new PxReader(reader).read(builder);
        } catch (CharacterCodingException e) {
            throw new MalformedFileException(Reason.WRONG_ENCODING, 0);
        }
    }

    /** Returns the encoding: Unicode if the bytes are Unicode, else what the file states, else what was detected. */
    private static Charset charset(Path file, FileProbe probe) throws IOException {
        boolean readable = probe.fault() == null;
        if (readable && !probe.charsetAssumed()) {
            return probe.charset();
        }
        String start = start(file, StandardCharsets.ISO_8859_1);
        Matcher stated = CODE_PAGE.matcher(start);
        String name = stated.find() ? stated.group(1) : "";
        for (String each : List.of(name, "windows-" + name, "cp" + name)) {
            if (each.matches("[A-Za-z][\\w.:-]*") && Charset.isSupported(each)) {
                return Charset.forName(each);
            }
        }
        if (readable) {
            return probe.charset();
        }
        throw new NoTableException(probe);
    }

    private void read(GridBuilder builder) throws IOException {
        String keyword = text.keyword(MAX_KEYWORD);
        while (keyword != null && !keyword.equals("DATA")) {
            if (keyword.startsWith(KEYS + "(")) {
                throw new MalformedFileException(Reason.UNEXPECTED_PART, text.line(), KEYS);
            }
            int end = keyword.indexOf('(');
            boolean wanted = KEYWORDS.contains(end < 0 ? keyword : keyword.substring(0, end));
            List<String> values = text.values(wanted ? textsLeft : 0);
            if (wanted) {
                textsLeft -= values.size();
                said.put(keyword, values);
            }
            keyword = text.keyword(MAX_KEYWORD);
        }
        if (keyword == null) {
            throw new MalformedFileException(Reason.MISSING_PART, text.line(), "DATA");
        }
        data(builder);
    }

    private void data(GridBuilder builder) throws IOException {
        List<Axis> axes = axes();
        long size = LongTable.size(axes);
        if (size < 0 || size > Grid.MAX_CELLS) {
            throw GridBuilder.tooManyCells(text.line());
        }
        List<String> units = said.getOrDefault("UNITS", List.of());
        LongTable table = new LongTable(builder, axes, false, units.isEmpty() ? null : units.get(0));
        int index = 0;
        for (String value = text.figure(); value != null; value = text.figure()) {
            if (index == size) {
                throw new MalformedFileException(Reason.UNEXPECTED_PART, text.line(), value);
            }
            table.add(index++, value, "");
        }
        if (index < size) {
            throw new MalformedFileException(Reason.MISSING_PART, text.line(), "DATA");
        }
        table.end();
    }

    private List<Axis> axes() {
        List<String> names = new ArrayList<>(said.getOrDefault("STUB", List.of()));
        names.addAll(said.getOrDefault("HEADING", List.of()));
        if (names.isEmpty() || names.size() > CsvReader.MAX_COLUMNS) {
            throw new MalformedFileException(Reason.MISSING_PART, text.line(), "STUB");
        }
        return names.stream().map(this::axis).toList();
    }

    private Axis axis(String name) {
        String key = "(\"" + name + "\")";
        List<String> labels = said.get("VALUES" + key);
        List<String> codes = said.getOrDefault("CODES" + key, labels);
        if (labels == null || labels.isEmpty() || codes.size() != labels.size()) {
            throw new MalformedFileException(Reason.MISSING_PART, text.line(), "VALUES" + key);
        }
        List<String> units = labels.stream()
                .map(label -> String.join("", said.getOrDefault("UNITS(\"" + label + "\")", List.of())))
                .toList();
        boolean any = units.stream().anyMatch(unit -> !unit.isEmpty());
        return new Axis(name, labels, codes, any ? units : null);
    }
}
