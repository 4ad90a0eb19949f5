package org.tipstats.validate.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.FindingChunk.Source;

/**
 * Keeps the first findings in the order of the report, up to a limit. Callers may add findings in any order. To save
 * memory, findings are compressed in sorted chunks; a compressed finding takes some tens of bytes. Only the latest few
 * thousand findings are not compressed.
 *
 * <p>Findings that are equal in {@link Finding#ORDER} come from the same rule and the same cell. Such findings stay in
 * the order in which they were added.
 */
final class SortedFindings {

    static final int CHUNK = 4_096;

    private final int limit;
    private final Map<Source, Source> sources;
    private List<BackgroundWork<FindingChunk>> chunks = new ArrayList<>();
    private final List<Finding> latest = new ArrayList<>();
    private long inChunks;
    private Finding greatest;
    /**
     * New findings that do not come before this finding are dropped, because enough earlier findings are kept. Null
     * until the limit is reached.
     */
    private Finding end;

    /** @param sources the known sources, for all threads; equal sources become one object */
    SortedFindings(int limit, Map<Source, Source> sources) {
        this.limit = limit;
        this.sources = sources;
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

    /** Returns whether a finding in this line of a file without sheets would be dropped. */
    boolean isBeyond(Integer line) {
        return end != null && FindingChunk.fileLineOf(line) > FindingChunk.fileLineOf(end.line());
    }

    /**
     * Moves the latest findings into a chunk. Another thread compresses them while the rules continue. Only one chunk
     * is compressed at a time, so that few findings wait in memory.
     */
    private void pack() {
        latest.sort(Finding.ORDER);
        List<Finding> sorted = List.copyOf(latest);
        if (!chunks.isEmpty()) {
            chunks.get(chunks.size() - 1).result();
        }
        chunks.add(BackgroundWork.begin(() -> FindingChunk.of(sorted, sources)));
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
        try (MergedFindings sorted = new MergedFindings(chunkCursors(0))) {
            chunks = new ArrayList<>();
            for (inChunks = 0; inChunks < limit; ) {
                FindingChunk.Builder builder = new FindingChunk.Builder(CHUNK);
                while (builder.size() < CHUNK && inChunks < limit) {
                    FindingCursor next = sorted.current();
                    builder.add(next::writeTo, next.fileLine(), next.source());
                    inChunks++;
                    end = inChunks == limit ? next.finding() : end;
                    sorted.advance();
                }
                chunks.add(BackgroundWork.done(builder.build()));
            }
        }
    }

    long size() {
        return Math.min(limit, inChunks + latest.size());
    }

    /**
     * Returns cursors at the kept findings.
     *
     * @param number the number of the first cursor
     */
    List<FindingCursor> cursors(int number) {
        if (inChunks + latest.size() > limit) {
            if (!latest.isEmpty()) {
                pack();
            }
            cut();
        }
        List<FindingCursor> cursors = chunkCursors(number);
        if (!latest.isEmpty()) {
            List<Finding> sorted = new ArrayList<>(latest);
            sorted.sort(Finding.ORDER);
            cursors.add(FindingCursor.of(number + cursors.size(), sorted.iterator(), sources));
        }
        return cursors;
    }

    private List<FindingCursor> chunkCursors(int number) {
        List<FindingCursor> cursors = new ArrayList<>();
        chunks.forEach(chunk -> cursors.add(FindingCursor.of(number + cursors.size(), chunk.result())));
        return cursors;
    }
}
