package org.tipstats.validate.findings;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A log of any number of findings. It keeps a bounded buffer and moves sorted runs to files when the buffer is full.
 * Counts and summary are exact. The caller must add all findings before it reads; closing deletes the files. Not
 * thread-safe.
 */
public final class FindingLog implements FindingSink, AutoCloseable {

    private final Path folder;
    private final int capacity;
    private final StoredTexts texts = new StoredTexts();
    private final FindingBuffer buffer = new FindingBuffer(texts);
    private final List<Path> runs = new ArrayList<>();
    private final List<FindingRuns> open = new ArrayList<>();
    private final Predicate<String> figures;
    private FindingSummary summary;

    /**
     * Creates an empty log.
     *
     * @param folder the folder for the runs; nothing is written before the buffer is full
     * @param figures tests rule ids; the values of these rules are figures, not causes, so the summary does not group
     *     by them
     */
    public FindingLog(Path folder, Predicate<String> figures) {
        this(folder, figures, FindingBuffer.MOST);
    }

    FindingLog(Path folder, Predicate<String> figures, int capacity) {
        this.folder = folder;
        this.figures = figures;
        this.summary = new FindingSummary(figures);
        this.capacity = capacity;
    }

    @Override
    public void add(Finding finding) {
        summary.add(finding);
        buffer.add(finding);
        if (buffer.size() >= capacity || buffer.isFull()) {
            spill();
        }
    }

    private void spill() {
        try {
            Path run = Files.createTempFile(folder, "findings", ".bin");
            runs.add(run);
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run)))) {
                buffer.spill(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of findings. */
    public long size() {
        return summary.total();
    }

    public long count(Severity severity) {
        return summary.count(severity);
    }

    public long count(String rule) {
        return summary.count(rule);
    }

    /** Returns the findings grouped by cause, the most severe first, then the largest. */
    public List<SummaryGroup> summary() {
        return summary.groups();
    }

    /**
     * Returns the findings in the order of the report.
     *
     * @param from the number of findings to skip
     */
    public Iterator<Finding> iterator(long from) throws IOException {
        FindingRuns merged = new FindingRuns(buffer.iterator(), runs, texts);
        open.add(merged);
        for (long i = 0; i < from && merged.hasNext(); i++) {
            merged.next();
        }
        return merged;
    }

    /** Removes all findings. */
    public void clear() throws IOException {
        close();
        buffer.clear();
        summary = new FindingSummary(figures);
    }

    @Override
    public void close() throws IOException {
        for (FindingRuns reader : open) {
            reader.close();
        }
        open.clear();
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
        runs.clear();
    }
}
