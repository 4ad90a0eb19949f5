package org.tipstats.report;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Sorted runs of findings, read as one. */
final class FindingRuns implements Iterator<Finding>, Closeable {

    private static final class Run {
        final int number;
        final Iterator<Finding> rest;
        Finding first;

        Run(int number, Iterator<Finding> rest) {
            this.number = number;
            this.rest = rest;
        }
    }

    private final List<MappingIterator<Finding>> files = new ArrayList<>();
    private final PriorityQueue<Run> queue = new PriorityQueue<>(
            Comparator.comparing((Run run) -> run.first, Finding.ORDER).thenComparingInt(run -> run.number));

    FindingRuns(List<Finding> buffer, List<Path> runs) throws IOException {
        for (Path run : runs) {
            MappingIterator<Finding> file = ReportJson.lines(Files.newBufferedReader(run));
            files.add(file);
            advance(new Run(files.size(), file));
        }
        advance(new Run(files.size() + 1, buffer.iterator()));
    }

    private void advance(Run run) {
        if (run.rest.hasNext()) {
            run.first = run.rest.next();
            queue.add(run);
        }
    }

    @Override
    public boolean hasNext() {
        return !queue.isEmpty();
    }

    @Override
    public Finding next() {
        Run run = queue.poll();
        if (run == null) {
            throw new NoSuchElementException();
        }
        Finding finding = run.first;
        advance(run);
        return finding;
    }

    @Override
    public void close() throws IOException {
        for (MappingIterator<Finding> file : files) {
            file.close();
        }
    }
}
