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
 * Findings in any number: a bounded buffer, and sorted runs put aside in files when it is full. Counts and summary are
 * exact. Add first, then read; closing deletes the files. Not for several threads.
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
     * An empty log.
     *
     * @param folder where runs are put aside; nothing is written below the capacity
     * @param figures the rules whose values are figures rather than causes, so that they make no groups of the summary
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

    /** How many findings there are. */
    public long size() {
        return summary.total();
    }

    public long count(Severity severity) {
        return summary.count(severity);
    }

    public long count(String rule) {
        return summary.count(rule);
    }

    /** The findings grouped by cause: the gravest first, then the largest. */
    public List<SummaryGroup> summary() {
        return summary.groups();
    }

    /** The findings in the order of the report, from a place on, the first being 0. */
    public Iterator<Finding> iterator(long from) throws IOException {
        FindingRuns merged = new FindingRuns(buffer.iterator(), runs, texts);
        open.add(merged);
        for (long i = 0; i < from && merged.hasNext(); i++) {
            merged.next();
        }
        return merged;
    }

    /** Forgets everything found so far. */
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
