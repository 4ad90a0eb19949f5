package org.tipstats.validate.findings;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** Merges sorted findings. A merge that is not read to its end must be closed. */
final class MergedFindings implements AutoCloseable {

    private final PriorityQueue<FindingCursor> others;
    private FindingCursor first;

    MergedFindings(Iterable<FindingCursor> cursors) {
        this.others = new PriorityQueue<>();
        cursors.forEach(others::add);
        this.first = others.poll();
    }

    boolean hasNext() {
        return first != null;
    }

    /** Returns the cursor whose finding comes first among those that are left. */
    FindingCursor current() {
        if (first == null) {
            throw new NoSuchElementException();
        }
        return first;
    }

    void advance() {
        FindingCursor used = first;
        if (!used.advance()) {
            first = others.poll();
        } else if (!others.isEmpty() && used.compareTo(others.peek()) > 0) {
            first = others.poll();
            others.add(used);
        }
    }

    @Override
    public void close() {
        if (first != null) {
            first.close();
        }
        others.forEach(FindingCursor::close);
    }

    Iterator<Finding> findings() {
        return iterator(() -> {
            Finding finding = current().finding();
            advance();
            return finding;
        });
    }

    /** Returns the findings as compressed pages. Only the last page may have fewer findings than {@code size}. */
    Iterator<byte[]> pages(int size) {
        return iterator(() -> {
            JsonLines page = new JsonLines();
            for (int i = 0; i < size && hasNext(); i++) {
                current().writeTo(page);
                advance();
            }
            return page.compressed();
        });
    }

    private <T> Iterator<T> iterator(Supplier<T> taken) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return MergedFindings.this.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return taken.get();
            }
        };
    }
}
