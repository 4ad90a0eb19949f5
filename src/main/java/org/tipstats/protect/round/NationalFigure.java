package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A reported or masked count of one area. A count in several linked dataflows is one figure with several places. */
final class NationalFigure {

    /** Stands for the unknown value of a figure that the provider masked. */
    static final long MASKED = -1;

    /** Means that the figure keeps no value of an earlier release: rounding may give it any value. */
    static final long FREE = -1;

    /** A place of a figure: the position of a dataflow among the linked dataflows, and the key in this dataflow. */
    record Place(int dataflow, long key) {}

    private static final Comparator<FigureLine> FINEST =
            Comparator.comparingLong(FigureLine::remainder).thenComparingInt(line -> line.masked() > 0 ? 1 : 0);

    private final String name;
    private final long value;
    private final List<Place> places = new ArrayList<>();
    private final List<FigureLine> lines = new ArrayList<>();
    private boolean withheld;
    private long kept = FREE;
    private List<InnerCell> inner;

    NationalFigure(String name, long value) {
        this.name = name;
        this.value = value;
    }

    /** Returns the name that identifies the figure in every release. */
    String name() {
        return name;
    }

    /** Returns the true count, or {@link #MASKED}. */
    long value() {
        return value;
    }

    boolean isMasked() {
        return value == MASKED;
    }

    List<Place> places() {
        return places;
    }

    /** Returns the lines that have this figure as their total. */
    List<FigureLine> lines() {
        return lines;
    }

    boolean isWithheld() {
        return withheld;
    }

    void withhold() {
        withheld = true;
    }

    /** Returns the value that an earlier release showed for the same true count, or {@link #FREE}. */
    long kept() {
        return kept;
    }

    void keep(long published) {
        kept = published;
    }

    /** Returns the line from which the figure is computed: the line with the smallest remainder; null without lines. */
    FigureLine primary() {
        return lines.stream().min(FINEST).orElse(null);
    }

    /** Returns the inner cells whose sum is the figure. The first call creates these cells. */
    List<InnerCell> inner() {
        if (inner == null) {
            inner = new ArrayList<>();
            FigureLine line = primary();
            if (line == null) {
                inner.add(new InnerCell(name, value, 0, false));
            } else {
                line.parts().forEach(part -> inner.addAll(part.inner()));
                if (line.remainder() > 0) {
                    inner.add(new InnerCell(line.remainderName(), line.remainder(), line.step(), true));
                }
            }
        }
        return inner;
    }

    /** Returns the rounded figure: the sum of its rounded inner cells. */
    long rounded() {
        return inner.stream().mapToLong(InnerCell::rounded).reduce(0, Math::addExact);
    }
}
