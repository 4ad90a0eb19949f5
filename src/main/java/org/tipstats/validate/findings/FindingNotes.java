package org.tipstats.validate.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Findings of one rule about one column that are made when they are read, see {@link FindingSink#keep}. */
final class FindingNotes {

    private final List<Supplier<Finding>> notes = new ArrayList<>();
    private int[] fileLines = new int[64];

    void add(int fileLine, Supplier<Finding> finding) {
        if (notes.size() == fileLines.length) {
            fileLines = Arrays.copyOf(fileLines, fileLines.length + (fileLines.length >> 1));
        }
        fileLines[notes.size()] = fileLine;
        notes.add(finding);
    }

    int size() {
        return notes.size();
    }

    /** Returns the findings by line, then in the order in which they were added. Makes each finding when it is read. */
    Iterator<Finding> sorted() {
        long[] order = new long[notes.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) fileLines[i] << Integer.SIZE | i;
        }
        Arrays.sort(order);
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < order.length;
            }

            @Override
            public Finding next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return notes.get((int) order[next++]).get();
            }
        };
    }
}
