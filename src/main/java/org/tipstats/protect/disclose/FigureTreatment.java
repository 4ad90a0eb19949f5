package org.tipstats.protect.disclose;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.tipstats.protect.suppress.CellSystem;

/** Decides how to treat each figure of a release and of the earlier releases. */
final class FigureTreatment implements ReleaseSystem.Treatment {

    private static final long MAX_WEIGHTED_FIGURE = 1_000_000;
    private static final int PER_PERSON = 10;
    private static final int[] DEPTH_FACTORS = {8, 2, 1};
    private static final int GROUP_FACTOR = 4;

    private final List<CubeLayout> layouts;
    private final List<ReleaseFigure> figures;
    private final List<Map<Long, Reason>> reasons;
    private final BitSet current = new BitSet();
    private final BitSet known = new BitSet();

    /**
     * Prepares the treatment.
     *
     * @param now the release
     * @param earlier the releases before it
     * @param reasons the figures of the release that are withheld in any case, with the reason for each, by dataflow
     *     and key
     */
    FigureTreatment(
            List<CubeLayout> layouts,
            LinkedReleases linked,
            ReleaseCounts now,
            List<ReleaseCounts> earlier,
            List<Map<Long, Reason>> reasons) {
        this.layouts = layouts;
        this.figures = linked.figures();
        this.reasons = reasons;
        for (int number = 0; number < figures.size(); number++) {
            ReleaseFigure figure = figures.get(number);
            current.set(number, now.has(figure));
            known.set(number, earlier.stream().anyMatch(release -> release.shows(figure)));
        }
    }

    /** Marks figures as known to everyone, so that they need no protection. */
    void markKnown(List<Integer> more) {
        more.forEach(known::set);
    }

    boolean zerosPublic(int number) {
        return layouts.get(figures.get(number).dataflow())
                .dataflow()
                .disclosure()
                .zerosPublic();
    }

    boolean isCurrent(int figure) {
        return current.get(figure);
    }

    @Override
    public CellSystem.Role role(int number) {
        ReleaseFigure figure = figures.get(number);
        if (figure.isUnreported()) {
            return CellSystem.Role.UNPUBLISHED;
        }
        if (known.get(number)) {
            return CellSystem.Role.KNOWN;
        }
        if (!current.get(number) || figure.value() == DataflowCounts.MASKED || isWithheld(figure)) {
            return isPublicZero(number) ? CellSystem.Role.KNOWN : CellSystem.Role.SENSITIVE;
        }
        boolean forced = !figure.rated() && layouts.get(figure.dataflow()).mustStayPublic(figure.key());
        return forced || isPublicZero(number) ? CellSystem.Role.KNOWN : CellSystem.Role.OPEN;
    }

    private boolean isWithheld(ReleaseFigure figure) {
        CubeLayout layout = layouts.get(figure.dataflow());
        return reasons.get(figure.dataflow()).containsKey(figure.rated() ? layout.rateOf(figure.key()) : figure.key());
    }

    private boolean isPublicZero(int number) {
        ReleaseFigure figure = figures.get(number);
        return figure.value() == 0 && !isWithheld(figure) && zerosPublic(number);
    }

    @Override
    public long least(int number) {
        return zerosPublic(number) && figures.get(number).value() > 0 ? 1 : 0;
    }

    /**
     * Returns a high weight for totals and for sums of groups of areas, because most users look for these figures.
     * Larger figures weigh more, because they contain more information.
     */
    @Override
    public long weight(int number) {
        ReleaseFigure figure = figures.get(number);
        CubeLayout layout = layouts.get(figure.dataflow());
        int depth = Math.min(layout.brokenDown(figure.key()), DEPTH_FACTORS.length - 1);
        long size = PER_PERSON * (1 + Math.min(MAX_WEIGHTED_FIGURE, Math.max(0, figure.value())));
        if (figure.rated()) {
            return size;
        }
        return size * DEPTH_FACTORS[depth] * (layout.isGroup(figure.key()) ? GROUP_FACTOR : 1);
    }

    @Override
    public int mostMasked(int number) {
        return Math.max(
                0, layouts.get(figures.get(number).dataflow()).dataflow().threshold() - 1);
    }
}
