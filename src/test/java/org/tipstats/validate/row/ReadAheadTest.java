package org.tipstats.validate.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.files.csv.RawRow;

class ReadAheadTest {

    private static RawRow row(int line) {
        return new RawRow(line, line - 1, new String[] {"A"});
    }

    private static List<Integer> lines(Iterator<RawRow> rows) {
        List<Integer> lines = new ArrayList<>();
        rows.forEachRemaining(row -> lines.add(row.line()));
        return lines;
    }

    /** Returns rows from line 1 to the last line, then throws the fault. */
    private static Iterator<RawRow> broken(int last, Throwable fault) {
        return new Iterator<>() {
            private int line;

            @Override
            public boolean hasNext() {
                if (line == last && fault instanceof Error error) {
                    throw error;
                }
                if (line == last) {
                    throw (RuntimeException) fault;
                }
                return true;
            }

            @Override
            public RawRow next() {
                return row(++line);
            }
        };
    }

    @Test
    void rowsComeAllAndInTheirOrder() {
        for (int size : new int[] {0, 1, 255, 256, 257, 10_000}) {
            List<Integer> expected = IntStream.rangeClosed(1, size).boxed().toList();
            try (ReadAhead ahead =
                    new ReadAhead(expected.stream().map(ReadAheadTest::row).iterator())) {
                assertEquals(expected, lines(ahead));
                assertFalse(ahead.hasNext());
            }
        }
    }

    @Test
    void aFaultComesAfterTheRowsBeforeItAndEachTimeAgain() {
        for (int rows : new int[] {0, 300, 512}) {
            for (Throwable fault : List.of(new IllegalStateException("no table"), new OutOfMemoryError("no room"))) {
                try (ReadAhead ahead = new ReadAhead(broken(rows, fault))) {
                    for (int line = 1; line <= rows; line++) {
                        assertEquals(line, ahead.next().line());
                    }
                    assertSame(fault, assertThrows(Throwable.class, ahead::hasNext));
                    assertSame(fault, assertThrows(Throwable.class, ahead::next));
                }
            }
        }
    }

    @Test
    void closingEndsTheReadingWhereverItIs() {
        AtomicInteger read = new AtomicInteger();
        Iterator<RawRow> endless = IntStream.iterate(1, line -> line + 1)
                .mapToObj(line -> row(read.incrementAndGet()))
                .iterator();
        ReadAhead ahead = new ReadAhead(endless);
        assertEquals(1, ahead.next().line());
        ahead.close();
        int before = read.get();
        // The second thread has ended, so the next row comes to this one.
        assertEquals(before + 1, endless.next().line());
    }
}
