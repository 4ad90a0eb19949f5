package org.tipstats.validate.findings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Sorted findings as compressed lines of JSON. Sheet, line, column and rule, by which findings are ordered first, are
 * also kept uncompressed, so that chunks can be merged without reading the JSON.
 */
final class FindingChunk {

    /** The sheet, column and rule that many findings share. An absent sheet is an empty text, an absent column is 0. */
    record Source(String sheet, int column, String rule) {

        /**
         * Returns the source of a finding.
         *
         * @param known the sources so far; equal sources become one object, which saves memory and comparisons
         */
        static Source of(Finding finding, Map<Source, Source> known) {
            Source source = new Source(
                    finding.sheet() == null ? "" : finding.sheet(),
                    finding.column() == null ? 0 : finding.column().number(),
                    finding.rule());
            Source first = known.putIfAbsent(source, source);
            return first == null ? source : first;
        }
    }

    private static final Comparator<Source> BY_SHEET = Comparator.comparing(Source::sheet);
    private static final Comparator<Source> BY_COLUMN_AND_RULE =
            Comparator.comparingInt(Source::column).thenComparing(Source::rule);

    private final byte[] compressed;
    private final int[] lengths;
    private final int[] fileLines;
    private final Source[] sources;

    private FindingChunk(byte[] compressed, int[] lengths, int[] fileLines, Source[] sources) {
        this.compressed = compressed;
        this.lengths = lengths;
        this.fileLines = fileLines;
        this.sources = sources;
    }

    /** @param known the sources of other chunks; the sources of this chunk are added */
    static FindingChunk of(List<Finding> sorted, Map<Source, Source> known) {
        Builder builder = new Builder(sorted.size());
        sorted.forEach(finding ->
                builder.add(lines -> lines.add(finding), fileLineOf(finding.line()), Source.of(finding, known)));
        return builder.build();
    }

    /** Returns the line of the file, or 0 if a finding has none. */
    static int fileLineOf(Integer line) {
        return line == null ? 0 : line;
    }

    /** Compares by sheet, line, column and rule, which {@link Finding#ORDER} compares first. */
    static int compare(Source source, int fileLine, Source other, int otherFileLine) {
        if (source == other) {
            return Integer.compare(fileLine, otherFileLine);
        }
        int bySheet = BY_SHEET.compare(source, other);
        int byLine = bySheet != 0 ? bySheet : Integer.compare(fileLine, otherFileLine);
        return byLine != 0 ? byLine : BY_COLUMN_AND_RULE.compare(source, other);
    }

    int size() {
        return lengths.length;
    }

    byte[] compressed() {
        return compressed;
    }

    int length(int index) {
        return lengths[index];
    }

    int fileLine(int index) {
        return fileLines[index];
    }

    Source source(int index) {
        return sources[index];
    }

    /** Makes a chunk of lines in their order. */
    static final class Builder {

        private final JsonLines json = new JsonLines();
        private final int[] lengths;
        private final int[] fileLines;
        private final Source[] sources;
        private int size;

        Builder(int capacity) {
            this.lengths = new int[capacity];
            this.fileLines = new int[capacity];
            this.sources = new Source[capacity];
        }

        /** @param line writes the line, and returns its number of bytes */
        void add(ToIntFunction<JsonLines> line, int fileLine, Source source) {
            lengths[size] = line.applyAsInt(json);
            fileLines[size] = fileLine;
            sources[size] = source;
            size++;
        }

        int size() {
            return size;
        }

        FindingChunk build() {
            return new FindingChunk(
                    json.compressed(),
                    Arrays.copyOf(lengths, size),
                    Arrays.copyOf(fileLines, size),
                    Arrays.copyOf(sources, size));
        }
    }
}
