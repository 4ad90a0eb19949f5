package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A reported count, or a masked one, with all the places that show it, since linked dataflows repeat totals. */
final class Figure {

    /** Unknown, as the provider masked it. */
    static final long MASKED = -1;

    /** No earlier release showed the figure as it is now. */
    static final long FREE = -1;

    /** Where a figure stands: its dataflow by its place among the linked ones, and its key there. */
    record Place(int dataflow, long key) {}

    private static final Comparator<Line> FINEST =
            Comparator.comparingLong(Line::remainder).thenComparingInt(line -> line.masked() > 0 ? 1 : 0);

    private final String name;
    private final long value;
    private final List<Place> places = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private boolean withheld;
    private long kept = FREE;
    private List<InnerCell> inner;

    Figure(String name, long value) {
        this.name = name;
        this.value = value;
    }

    /** What tells it from all others, in every release. */
    String name() {
        return name;
    }

    /** The true count, or {@link #MASKED}. */
    long value() {
        return value;
    }

    List<Place> places() {
        return places;
    }

    /** The lines that this figure is the total of. */
    List<Line> lines() {
        return lines;
    }

    boolean isWithheld() {
        return withheld;
    }

    void withhold() {
        withheld = true;
    }

    /** What an earlier release showed of the same true count, which should be shown again; {@link #FREE} for nothing. */
    long kept() {
        return kept;
    }

    void keep(long published) {
        kept = published;
    }

    /** The line that makes the figure: the one that leaves least to a remainder; null for a finest figure. */
    Line primary() {
        return lines.stream().min(FINEST).orElse(null);
    }

    /** The inner cells that the figure is the sum of; made when they are asked for first. */
    List<InnerCell> inner(Masking masking) {
        if (inner == null) {
            inner = new ArrayList<>();
            Line line = primary();
            if (line == null) {
                inner.add(new InnerCell(name, value, 0, false));
            } else {
                line.parts().forEach(part -> inner.addAll(part.inner(masking)));
                if (line.remainder() > 0) {
                    inner.add(new InnerCell(line.remainderName(), line.remainder(), masking.stepOf(line), true));
                }
            }
        }
        return inner;
    }

    /** What the figure became: the sum of what its inner cells became. */
    long rounded() {
        long sum = 0;
        for (InnerCell cell : inner) {
            sum = Math.addExact(sum, cell.rounded());
        }
        return sum;
    }
}
