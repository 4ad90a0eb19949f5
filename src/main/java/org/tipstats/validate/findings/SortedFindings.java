package org.tipstats.validate.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Keeps the first findings in the order of the report, up to a limit. Callers may add findings in any order. To save
 * memory, findings are compressed in sorted chunks; a compressed finding takes some tens of bytes. Only the latest few
 * thousand findings are not compressed.
 *
 * <p>Findings that are equal in {@link Finding#ORDER} come from the same rule and the same cell. Such findings stay in
 * the order in which they were added.
 */
final class SortedFindings {

    /** Number of findings in a chunk. */
    static final int CHUNK = 4_096;

    private record Chunk(Finding first, byte[] findings) {

        static Chunk of(List<Finding> sorted) {
            return new Chunk(sorted.get(0), ReportJson.compress(sorted.iterator(), sorted.size()));
        }
    }

    private final int limit;
    private List<Chunk> chunks = new ArrayList<>();
    private final List<Finding> latest = new ArrayList<>();
    private long inChunks;
    private Finding greatest;
    /**
     * An upper bound in the order of the report: new findings that are not before this finding are dropped. Null until
     * the limit is reached.
     */
    private Finding end;

    SortedFindings(int limit) {
        this.limit = limit;
    }

    void add(Finding finding) {
        if (end != null && Finding.ORDER.compare(finding, end) >= 0) {
            return;
        }
        latest.add(finding);
        if (latest.size() == CHUNK) {
            pack();
            if (inChunks >= 2L * limit) {
                cut();
            }
        }
    }

    /** Moves the latest findings into a chunk. */
    private void pack() {
        latest.sort(Finding.ORDER);
        chunks.add(Chunk.of(latest));
        inChunks += latest.size();
        Finding last = latest.get(latest.size() - 1);
        greatest = greatest == null || Finding.ORDER.compare(last, greatest) > 0 ? last : greatest;
        if (end == null && inChunks >= limit) {
            end = greatest;
        }
        latest.clear();
    }

    /** Drops all findings beyond the limit. */
    private void cut() {
        Iterator<Finding> sorted = iterator();
        chunks = new ArrayList<>();
        inChunks = 0;
        while (sorted.hasNext()) {
            end = sorted.next();
            latest.add(end);
            if (latest.size() == CHUNK) {
                pack();
            }
        }
        if (!latest.isEmpty()) {
            pack();
        }
    }

    long size() {
        return Math.min(limit, inChunks + latest.size());
    }

    Iterator<Finding> iterator() {
        List<Source> sources = new ArrayList<>();
        chunks.forEach(chunk -> sources.add(new Source(sources.size(), chunk)));
        List<Finding> sorted = new ArrayList<>(latest);
        sorted.sort(Finding.ORDER);
        sources.add(new Source(sources.size(), sorted.iterator()));
        return new Merged(sources, limit);
    }

    /** Merges sorted findings. */
    static Iterator<Finding> merged(List<Iterator<Finding>> sorted) {
        List<Source> sources = new ArrayList<>();
        sorted.forEach(findings -> sources.add(new Source(sources.size(), findings)));
        return new Merged(sources, Integer.MAX_VALUE);
    }

    /**
     * Sorted findings from one chunk or list. The first finding is available at once. A chunk is expanded only when its
     * first finding is taken.
     */
    private static final class Source {

        final int number;
        private final Chunk chunk;
        private Iterator<Finding> rest;
        Finding first;

        Source(int number, Chunk chunk) {
            this.number = number;
            this.chunk = chunk;
            this.first = chunk.first;
        }

        Source(int number, Iterator<Finding> findings) {
            this.number = number;
            this.chunk = null;
            this.rest = findings;
            advance();
        }

        void advance() {
            if (rest == null) {
                rest = ReportJson.expand(chunk.findings);
                rest.next();
            }
            first = rest.hasNext() ? rest.next() : null;
        }
    }

    private static final class Merged implements Iterator<Finding> {

        private final PriorityQueue<Source> sources =
                new PriorityQueue<>(Comparator.comparing((Source source) -> source.first, Finding.ORDER)
                        .thenComparingInt(source -> source.number));
        private int left;

        Merged(List<Source> all, int limit) {
            this.left = limit;
            all.stream().filter(source -> source.first != null).forEach(sources::add);
        }

        @Override
        public boolean hasNext() {
            return left > 0 && !sources.isEmpty();
        }

        @Override
        public Finding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            left--;
            Source source = sources.poll();
            Finding finding = source.first;
            source.advance();
            if (source.first != null) {
                sources.add(source);
            }
            return finding;
        }
    }
}
