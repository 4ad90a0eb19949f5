package org.tipstats.validate.findings;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Merges sorted runs of findings into one iterator. */
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

    /** The findings of one file. */
    private static final class StoredRun implements Iterator<Finding>, Closeable {

        private final DataInputStream in;
        private final FindingDecoder decoder;
        private byte[] bytes = new byte[1 << 10];
        private int length;

        StoredRun(Path file, StoredTexts texts) throws IOException {
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            this.decoder = new FindingDecoder(texts);
            fetch();
        }

        private void fetch() {
            try {
                length = in.readInt();
                bytes = bytes.length < length ? new byte[length * 2] : bytes;
                in.readFully(bytes, 0, length);
            } catch (EOFException e) {
                length = 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return length > 0;
        }

        @Override
        public Finding next() {
            if (length == 0) {
                throw new NoSuchElementException();
            }
            Finding finding = decoder.read(bytes, 0);
            fetch();
            return finding;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private final List<StoredRun> files = new ArrayList<>();
    private final PriorityQueue<Run> queue = new PriorityQueue<>(
            Comparator.comparing((Run run) -> run.first, Finding.ORDER).thenComparingInt(run -> run.number));

    FindingRuns(Iterator<Finding> buffer, List<Path> runs, StoredTexts texts) throws IOException {
        for (Path run : runs) {
            StoredRun file = new StoredRun(run, texts);
            files.add(file);
            advance(new Run(files.size(), file));
        }
        advance(new Run(files.size() + 1, buffer));
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
        for (StoredRun file : files) {
            file.close();
        }
    }
}
