package org.tipstats.validate.findings;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A buffer of findings as bytes, which it sorts before they are read. The caller must add all findings before it reads.
 */
final class FindingBuffer {

    /** Largest number of findings in one buffer. */
    static final int MOST = 1 << 17;

    private static final int INDEX_BITS = 17;
    private static final int RULE_BITS = 7;
    private static final int COLUMN_BITS = 8;
    private static final int NO_RULE = (1 << RULE_BITS) - 1;
    private static final int LAST_COLUMN = (1 << COLUMN_BITS) - 1;
    private static final int LARGEST = 1 << 24;

    private final StoredTexts texts;
    private final FindingBytes bytes;
    private final List<String> rules = new ArrayList<>();
    private int[] starts = new int[64];
    private long[] order = new long[64];
    private int size;
    private boolean sorted;

    FindingBuffer(StoredTexts texts) {
        this.texts = texts;
        this.bytes = new FindingBytes(texts);
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == MOST || bytes.size() >= LARGEST || rules.size() == NO_RULE;
    }

    void add(Finding finding) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            order = Arrays.copyOf(order, size * 2);
        }
        starts[size] = bytes.size();
        order[size] = rough(finding) << INDEX_BITS | size;
        bytes.add(finding);
        size++;
        sorted = false;
    }

    /**
     * Packs line, column and rule number into one number, in the order of {@link Finding#ORDER} as far as the bits
     * suffice. Columns from {@link #LAST_COLUMN} on share one number, without the rule.
     */
    private long rough(Finding finding) {
        long line = finding.line() == null ? 0 : finding.line();
        int column = finding.column() == null ? 0 : finding.column().number();
        int rule = rules.lastIndexOf(finding.rule());
        if (rule < 0) {
            rule = rules.size();
            rules.add(finding.rule());
        }
        boolean far = column >= LAST_COLUMN;
        return (line << COLUMN_BITS | (far ? LAST_COLUMN : column)) << RULE_BITS | (far ? NO_RULE : rule);
    }

    private void sort() {
        if (sorted) {
            return;
        }
        rankRules();
        Arrays.sort(order, 0, size);
        FindingDecoder decoder = new FindingDecoder(texts);
        int from = 0;
        for (int to = 1; to <= size; to++) {
            if (to == size || order[to] >> INDEX_BITS != order[from] >> INDEX_BITS) {
                if (to - from > 1) {
                    sortSame(from, to, decoder);
                }
                from = to;
            }
        }
        sorted = true;
    }

    /** Renumbers the rules in the order of their ids. */
    private void rankRules() {
        List<String> ranked = new ArrayList<>(rules);
        Collections.sort(ranked);
        if (ranked.equals(rules)) {
            return;
        }
        int[] ranks = rules.stream().mapToInt(ranked::indexOf).toArray();
        for (int i = 0; i < size; i++) {
            int rule = (int) (order[i] >> INDEX_BITS) & NO_RULE;
            if (rule != NO_RULE) {
                order[i] += (long) (ranks[rule] - rule) << INDEX_BITS;
            }
        }
        rules.clear();
        rules.addAll(ranked);
    }

    private void sortSame(int from, int to, FindingDecoder decoder) {
        record Placed(long place, Finding finding) {}
        List<Placed> same = new ArrayList<>();
        for (int i = from; i < to; i++) {
            same.add(new Placed(order[i], read(i, decoder)));
        }
        same.sort((one, other) -> Finding.ORDER.compare(one.finding, other.finding));
        for (int i = from; i < to; i++) {
            order[i] = same.get(i - from).place;
        }
    }

    private Finding read(int place, FindingDecoder decoder) {
        return decoder.read(bytes.bytes(), starts[index(place)]);
    }

    private int index(int place) {
        return (int) order[place] & MOST - 1;
    }

    Iterator<Finding> iterator() {
        sort();
        FindingDecoder decoder = new FindingDecoder(texts);
        return IntStream.range(0, size).mapToObj(place -> read(place, decoder)).iterator();
    }

    /** Writes all findings in order, each after its length in bytes, and clears the buffer. */
    void spill(DataOutputStream out) throws IOException {
        sort();
        for (int place = 0; place < size; place++) {
            int index = index(place);
            int end = index + 1 == size ? bytes.size() : starts[index + 1];
            out.writeInt(end - starts[index]);
            out.write(bytes.bytes(), starts[index], end - starts[index]);
        }
        clear();
    }

    void clear() {
        bytes.clear();
        rules.clear();
        size = 0;
    }
}
