package org.tipstats.validate.findings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import org.tipstats.validate.findings.FindingChunk.Source;

/** Goes through sorted findings. There must be at least one. */
abstract class FindingCursor implements Comparable<FindingCursor> {

    private final int number;

    private FindingCursor(int number) {
        this.number = number;
    }

    /**
     * Returns a cursor at the first finding of a chunk.
     *
     * @param number the number of the cursor: if two findings have the same order, the cursor with the smaller number
     *     comes first
     */
    static FindingCursor of(int number, FindingChunk chunk) {
        return new OfChunk(number, chunk);
    }

    /**
     * Returns a cursor at the first of sorted findings.
     *
     * @param sources the known sources; equal sources become one object
     */
    static FindingCursor of(int number, Iterator<Finding> sorted, Map<Source, Source> sources) {
        return new OfFindings(number, sorted, sources);
    }

    /** Returns the line of the file, or 0 if the present finding has none. */
    abstract int fileLine();

    abstract Source source();

    /** Adds the present finding. Returns the number of bytes. */
    abstract int writeTo(JsonLines lines);

    abstract Finding finding();

    /**
     * Goes to the next finding.
     *
     * @return false if there is none; the cursor is closed then
     */
    abstract boolean advance();

    /** Frees the memory outside the heap. Call this only to stop before the last finding. */
    abstract void close();

    /** Compares the present findings. Reads them only if they have the same place and rule. */
    @Override
    public int compareTo(FindingCursor other) {
        int byPlace = FindingChunk.compare(source(), fileLine(), other.source(), other.fileLine());
        int order = byPlace != 0 ? byPlace : Finding.ORDER.compare(finding(), other.finding());
        return order != 0 ? order : Integer.compare(number, other.number);
    }

    /** Expands a chunk line by line, and reads only the findings that are asked for. */
    private static final class OfChunk extends FindingCursor {

        private final FindingChunk chunk;
        private InputStream expanded;
        private int index;
        private byte[] json;
        private Finding finding;

        OfChunk(int number, FindingChunk chunk) {
            super(number);
            this.chunk = chunk;
        }

        @Override
        int fileLine() {
            return chunk.fileLine(index);
        }

        @Override
        Source source() {
            return chunk.source(index);
        }

        @Override
        int writeTo(JsonLines lines) {
            return lines.add(json());
        }

        private byte[] json() {
            if (json == null) {
                json = expand();
            }
            return json;
        }

        private byte[] expand() {
            try {
                if (expanded == null) {
                    expanded = ReportJson.inflate(chunk.compressed());
                }
                return expanded.readNBytes(chunk.length(index));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        Finding finding() {
            if (finding == null) {
                finding = ReportJson.read(json());
            }
            return finding;
        }

        @Override
        boolean advance() {
            json(); // reads the line even if nobody asked for it
            json = null;
            finding = null;
            index++;
            boolean more = index < chunk.size();
            if (!more) {
                close();
            }
            return more;
        }

        @Override
        void close() {
            try {
                if (expanded != null) {
                    expanded.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Goes through findings in memory. Writes a finding as JSON only when asked to. */
    private static final class OfFindings extends FindingCursor {

        private final Iterator<Finding> rest;
        private final Map<Source, Source> sources;
        private Finding finding;
        private Source source;

        OfFindings(int number, Iterator<Finding> sorted, Map<Source, Source> sources) {
            super(number);
            this.rest = sorted;
            this.sources = sources;
            advance();
        }

        @Override
        int fileLine() {
            return FindingChunk.fileLineOf(finding.line());
        }

        @Override
        Source source() {
            return source;
        }

        @Override
        int writeTo(JsonLines lines) {
            return lines.add(finding);
        }

        @Override
        Finding finding() {
            return finding;
        }

        @Override
        boolean advance() {
            boolean more = rest.hasNext();
            if (more) {
                finding = rest.next();
                source = Source.of(finding, sources);
            }
            return more;
        }

        @Override
        void close() {
            // findings use no memory outside the heap
        }
    }
}
