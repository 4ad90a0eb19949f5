package org.tipstats.validate.findings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Goes through the sorted findings of a chunk or of a list, which has at least one. A chunk is expanded line by line. */
final class FindingCursor implements Comparable<FindingCursor> {

    private final int number;
    private final FindingChunk chunk;
    private final List<Finding> findings;
    private InputStream expanded;
    private int index;
    private byte[] line;
    private Finding finding;

    /** @param number decides between findings that are equal in their order: the smaller number comes first */
    FindingCursor(int number, FindingChunk chunk) {
        this.number = number;
        this.chunk = chunk;
        this.findings = List.of();
    }

    FindingCursor(int number, List<Finding> sorted) {
        this.number = number;
        this.chunk = null;
        this.findings = sorted;
    }

    int place() {
        return chunk == null ? FindingChunk.placeOf(findings.get(index)) : chunk.place(index);
    }

    FindingChunk.Source source() {
        return chunk == null ? FindingChunk.Source.of(findings.get(index)) : chunk.source(index);
    }

    /** Returns the present finding as a line of JSON with its end. */
    byte[] line() {
        if (line == null) {
            line = chunk == null ? ReportJson.line(findings.get(index)) : read();
        }
        return line;
    }

    private byte[] read() {
        try {
            if (expanded == null) {
                expanded = ReportJson.inflate(chunk.lines());
            }
            return expanded.readNBytes(chunk.length(index));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Finding finding() {
        if (finding == null) {
            finding = chunk == null ? findings.get(index) : ReportJson.read(line());
        }
        return finding;
    }

    /**
     * Goes to the next finding.
     *
     * @return false if there is none
     */
    boolean advance() {
        if (chunk != null) {
            line(); // a line that nobody asked for is in the stream, too
        }
        line = null;
        finding = null;
        index++;
        boolean more = index < (chunk == null ? findings.size() : chunk.size());
        if (!more && expanded != null) {
            close();
        }
        return more;
    }

    private void close() {
        try {
            expanded.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares the present findings. Reads them only if they have the same place and rule. */
    @Override
    public int compareTo(FindingCursor other) {
        int byPlace = FindingChunk.compare(source(), place(), other.source(), other.place());
        int order = byPlace != 0 ? byPlace : Finding.ORDER.compare(finding(), other.finding());
        return order != 0 ? order : Integer.compare(number, other.number);
    }
}
