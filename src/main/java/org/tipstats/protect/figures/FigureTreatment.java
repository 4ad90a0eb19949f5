package org.tipstats.protect.figures;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem.Role;

/** Joins the figures of a release and of the earlier releases, and decides how to treat each figure. */
public final class FigureTreatment {

    private static final long MAX_WEIGHTED_VALUE = 1_000_000;

    /**
     * The part of {@link #weight} that is equal for all figures of areas, in persons. With a larger number, the search
     * withholds fewer figures but more persons.
     */
    private static final long PER_FIGURE = 300;

    private static final long PER_GROUP_FIGURE = 150;
    private static final long GROUP_VALUE_DIVISOR = 10;
    private static final long WITHHELD_BEFORE_DIVISOR = 3;

    private final List<CubeLayout> layouts;
    private final LinkedReleases linked;
    private final List<ReleaseFigure> figures;
    private final MaskedValues values;
    private final List<Map<Long, Reason>> reasons;
    private final BitSet current = new BitSet();
    private final BitSet known = new BitSet();
    private final BitSet withheldBefore = new BitSet();

    /** @param reasons the figures of the release that are withheld in any case, by dataflow and key */
    public FigureTreatment(
            List<CubeLayout> layouts, ReleaseCounts now, List<ReleaseCounts> earlier, List<Map<Long, Reason>> reasons) {
        this.layouts = layouts;
        this.linked = new LinkedReleases(layouts, now, earlier);
        this.figures = linked.figures();
        this.reasons = reasons;
        for (int number = 0; number < figures.size(); number++) {
            ReleaseFigure figure = figures.get(number);
            current.set(number, now.has(figure));
            known.set(number, earlier.stream().anyMatch(release -> release.shows(figure)));
            withheldBefore.set(number, earlier.stream().anyMatch(release -> release.withholds(figure)));
        }
        this.values = new MaskedValues(linked, this::mostMasked);
    }

    public LinkedReleases linked() {
        return linked;
    }

    /** Returns the assumed values of masked and unreported figures. */
    public MaskedValues values() {
        return values;
    }

    /** Marks figures as known to everyone, so that they need no protection. */
    public void markKnown(Predicate<ReleaseFigure> which) {
        IntStream.range(0, figures.size())
                .filter(number -> which.test(figures.get(number)))
                .forEach(known::set);
    }

    boolean zerosPublic(int number) {
        return layout(number).dataflow().disclosure().zerosPublic();
    }

    private CubeLayout layout(int number) {
        return layouts.get(figures.get(number).dataflow());
    }

    public boolean isCurrent(int figure) {
        return current.get(figure);
    }

    public Role role(int number) {
        ReleaseFigure figure = figures.get(number);
        if (figure.isUnreported()) {
            return Role.UNPUBLISHED;
        }
        if (known.get(number)) {
            return Role.KNOWN;
        }
        if (!current.get(number) || figure.value() == DataflowCounts.MASKED || isWithheld(figure)) {
            return isPublicZero(number) ? Role.KNOWN : Role.SENSITIVE;
        }
        boolean forced = !figure.rated() && layout(number).mustStayPublic(figure.key());
        return forced || isPublicZero(number) ? Role.KNOWN : Role.OPEN;
    }

    private boolean isWithheld(ReleaseFigure figure) {
        long key = figure.publishedKey(layouts.get(figure.dataflow()));
        return reasons.get(figure.dataflow()).containsKey(key);
    }

    private boolean isPublicZero(int number) {
        ReleaseFigure figure = figures.get(number);
        return figure.value() == 0 && !isWithheld(figure) && zerosPublic(number);
    }

    long least(int number) {
        return zerosPublic(number) && figures.get(number).value() > 0 ? 1 : 0;
    }

    /**
     * Returns the loss if the figure is withheld: a fixed part for the figure, and a part that depends on its value.
     * Groups have large values but matter less to users, so they cost less. A figure that an earlier release withholds
     * costs less, too, because it already protects other figures of the earlier release.
     */
    long weight(int number) {
        ReleaseFigure figure = figures.get(number);
        long value = Math.min(MAX_WEIGHTED_VALUE, Math.max(0, figure.value()));
        long loss = layout(number).shape().isGroup(figure.key())
                ? PER_GROUP_FIGURE + value / GROUP_VALUE_DIVISOR
                : PER_FIGURE + value;
        return withheldBefore.get(number) ? loss / WITHHELD_BEFORE_DIVISOR : loss;
    }

    public int rank(int number) {
        return layout(number).ranks().of(figures.get(number).key());
    }

    int mostMasked(int number) {
        return layout(number).mostMasked();
    }
}
