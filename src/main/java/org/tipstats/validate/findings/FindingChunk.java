package org.tipstats.validate.findings;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sorted findings as compressed lines of JSON. The first part of their order is not compressed, so that chunks can be
 * merged without reading the JSON.
 */
final class FindingChunk {

    /** What findings about many lines have in common. Texts and columns that a finding lacks come first. */
    record Source(String sheet, int column, String rule) {

        static Source of(Finding finding) {
            return new Source(
                    finding.sheet() == null ? "" : finding.sheet(),
                    finding.column() == null ? 0 : finding.column().number(),
                    finding.rule());
        }
    }

    private static final Comparator<Source> BY_SHEET = Comparator.comparing(Source::sheet);
    private static final Comparator<Source> BY_COLUMN_AND_RULE =
            Comparator.comparingInt(Source::column).thenComparing(Source::rule);

    private final byte[] lines;
    private final int[] lengths;
    private final int[] places;
    private final Source[] sources;

    private FindingChunk(byte[] lines, int[] lengths, int[] places, Source[] sources) {
        this.lines = lines;
        this.lengths = lengths;
        this.places = places;
        this.sources = sources;
    }

    static FindingChunk of(List<Finding> sorted) {
        Builder builder = new Builder(sorted.size());
        sorted.forEach(finding -> builder.add(ReportJson.line(finding), placeOf(finding), Source.of(finding)));
        return builder.build();
    }

    /** Returns the line of the file, or 0 if the finding has none. */
    static int placeOf(Finding finding) {
        return finding.line() == null ? 0 : finding.line();
    }

    /** Compares by sheet, line, column and rule, which {@link Finding#ORDER} compares first. */
    static int compare(Source source, int place, Source other, int otherPlace) {
        if (source == other) {
            return Integer.compare(place, otherPlace);
        }
        int bySheet = BY_SHEET.compare(source, other);
        int byPlace = bySheet != 0 ? bySheet : Integer.compare(place, otherPlace);
        return byPlace != 0 ? byPlace : BY_COLUMN_AND_RULE.compare(source, other);
    }

    int size() {
        return lengths.length;
    }

    byte[] lines() {
        return lines;
    }

    int length(int index) {
        return lengths[index];
    }

    int place(int index) {
        return places[index];
    }

    Source source(int index) {
        return sources[index];
    }

    /** Makes a chunk of lines in their order. */
    static final class Builder {

        private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        private final int[] lengths;
        private final int[] places;
        private final Source[] sources;
        private int size;

        Builder(int capacity) {
            this.lengths = new int[capacity];
            this.places = new int[capacity];
            this.sources = new Source[capacity];
        }

        void add(byte[] line, int place, Source source) {
            lines.writeBytes(line);
            lengths[size] = line.length;
            places[size] = place;
            boolean again = size > 0 && sources[size - 1].equals(source);
            sources[size] = again ? sources[size - 1] : source;
            size++;
        }

        int size() {
            return size;
        }

        FindingChunk build() {
            return new FindingChunk(
                    ReportJson.deflate(lines.toByteArray()),
                    Arrays.copyOf(lengths, size),
                    Arrays.copyOf(places, size),
                    Arrays.copyOf(sources, size));
        }
    }
}
