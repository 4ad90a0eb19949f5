package org.tipstats.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tipstats.suppression.CellSystem;
import org.tipstats.suppression.Completion;

/**
 * Linked releases as cells and lines for the search of a pattern. A cell has the number of its figure.
 *
 * <p>A sum that the figures fulfil is a line. Where the parts are below the whole, something that nobody reports closes
 * the line; where they are above it the sum says nothing. What providers masked is taken to be whatever lets most sums
 * hold, as an intruder would.
 */
final class ReleaseSystem {

    /** What is to be done with a figure, and what it may cost. */
    interface Treatment {

        CellSystem.Role role(int figure);

        /** What an intruder knows the figure to be at least. */
        long least(int figure);

        /** What hiding it costs, at least 1. */
        long weight(int figure);

        /** What a masked figure is at most. */
        int mostMasked(int figure);
    }

    private static final long MOST = 1_000_000_000;

    private final LinkedReleases linked;
    private final Treatment treatment;
    private final int[] maskedPlace;
    private final MaskedCounts masked;

    private ReleaseSystem(LinkedReleases linked, Treatment treatment) {
        this.linked = linked;
        this.treatment = treatment;
        List<Figure> figures = linked.figures();
        int[] unknown = IntStream.range(0, figures.size())
                .filter(figure -> figures.get(figure).value() == CountTable.MASKED)
                .toArray();
        this.maskedPlace = new int[figures.size()];
        Arrays.fill(maskedPlace, -1);
        for (int i = 0; i < unknown.length; i++) {
            maskedPlace[unknown[i]] = i;
        }
        this.masked = new MaskedCounts(
                Arrays.stream(unknown).map(treatment::mostMasked).toArray());
    }

    static CellSystem of(LinkedReleases linked, Treatment treatment) {
        return new ReleaseSystem(linked, treatment).build();
    }

    private CellSystem build() {
        Map<Crossing, long[]> crossings = new LinkedHashMap<>();
        for (Crossing crossing : linked.crossings()) {
            long[] values = complete(crossing);
            if (values != null) {
                crossings.put(crossing, values);
            }
        }
        List<LinkedReleases.Sum> exact = new ArrayList<>();
        List<LinkedReleases.Sum> loose = new ArrayList<>();
        for (LinkedReleases.Sum sum : linked.sums()) {
            (holds(sum.figures()) ? exact : loose).add(sum);
        }
        CellSystem.Builder builder = new CellSystem.Builder();
        for (int figure = 0; figure < maskedPlace.length; figure++) {
            boolean isMasked = maskedPlace[figure] >= 0;
            builder.cell(
                    treatment.role(figure),
                    value(figure),
                    isMasked ? 0 : treatment.least(figure),
                    isMasked ? treatment.mostMasked(figure) : CellSystem.UNBOUNDED,
                    treatment.weight(figure));
        }
        exact.forEach(sum -> builder.line(sum.figures()[0], parts(sum.figures())));
        loose.forEach(sum -> addLoose(builder, sum.figures()));
        crossings.forEach((crossing, values) -> addCrossing(builder, crossing, values));
        return builder.build();
    }

    private long value(int figure) {
        return maskedPlace[figure] >= 0
                ? masked.value(maskedPlace[figure])
                : linked.figures().get(figure).value();
    }

    private static int[] parts(int[] sum) {
        return Arrays.copyOfRange(sum, 1, sum.length);
    }

    private boolean holds(int[] sum) {
        int[] unknown =
                IntStream.of(sum).filter(figure -> maskedPlace[figure] >= 0).toArray();
        long rest = IntStream.range(0, sum.length)
                .filter(i -> maskedPlace[sum[i]] < 0)
                .mapToLong(i -> i == 0 ? value(sum[i]) : -value(sum[i]))
                .sum();
        if (unknown.length == 0) {
            return rest == 0;
        }
        int[] signs =
                Arrays.stream(unknown).map(figure -> figure == sum[0] ? -1 : 1).toArray();
        return masked.add(
                Arrays.stream(unknown).map(figure -> maskedPlace[figure]).toArray(), signs, rest);
    }

    private void addLoose(CellSystem.Builder builder, int[] sum) {
        long rest =
                value(sum[0]) - Arrays.stream(parts(sum)).mapToLong(this::value).sum();
        if (rest > 0) {
            int[] parts = Arrays.copyOf(parts(sum), sum.length);
            parts[sum.length - 1] = builder.cell(CellSystem.Role.UNPUBLISHED, rest, 0, CellSystem.UNBOUNDED, 1);
            builder.line(sum[0], parts);
        }
    }

    /** What the crossings may well be; null where no table fits, so that an intruder would not believe in one either. */
    private long[] complete(Crossing crossing) {
        Completion completion = new Completion();
        for (int place = 0; place < crossing.size(); place++) {
            completion.cell(0, MOST);
        }
        Map<Integer, Integer> unknown = new TreeMap<>();
        for (int i = 0; i < crossing.figures().length; i++) {
            int figure = crossing.figures()[i];
            if (maskedPlace[figure] < 0) {
                completion.sum(value(figure), crossing.under()[i]);
            } else {
                int cell = unknown.computeIfAbsent(figure, any -> completion.cell(0, treatment.mostMasked(figure)));
                completion.whole(cell, crossing.under()[i]);
            }
        }
        long[] values = completion.find();
        if (values == null) {
            return null;
        }
        for (Map.Entry<Integer, Integer> entry : unknown.entrySet()) {
            int[] alone = {maskedPlace[entry.getKey()]};
            if (!masked.add(alone, new int[] {1}, values[entry.getValue()])) {
                return null;
            }
        }
        return Arrays.copyOf(values, crossing.size());
    }

    private static void addCrossing(CellSystem.Builder builder, Crossing crossing, long[] values) {
        int[] cells = new int[crossing.size()];
        for (int place = 0; place < cells.length; place++) {
            cells[place] = builder.cell(CellSystem.Role.UNPUBLISHED, values[place], 0, CellSystem.UNBOUNDED, 1);
        }
        for (int i = 0; i < crossing.figures().length; i++) {
            int[] parts = Arrays.stream(crossing.under()[i])
                    .map(place -> cells[place])
                    .toArray();
            builder.line(crossing.figures()[i], parts);
        }
    }
}
