package org.tipstats.vocabulary.cube;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Ranks the figures of a dataflow by their value for users. To protect small counts, figures of high ranks are withheld
 * first. Totals have the rank 0. Figures broken down by one dimension follow, in the order of the schema or of their
 * area. Then come figures broken down by two dimensions, and so on.
 */
public final class FigureRanks {

    private static final Set<Role> FIRST = EnumSet.of(Role.SEX, Role.AGE);

    /**
     * The rank of a figure broken down by several dimensions is this number plus the number of these dimensions. So the
     * rank is above the rank of every figure broken down by one dimension, because a dataflow has far fewer than 20
     * dimensions.
     */
    private static final int CROSSED = 20;

    private final CubeShape shape;
    private final List<List<String>> order;
    private final Map<String, List<String>> orderOfArea;

    /** Creates ranks that use the order of the schema for every area. */
    public FigureRanks(Dataflow dataflow) {
        this(new CubeShape(dataflow), Map.of());
    }

    /** @param orderOfArea for the code of an area: the dimensions in the order of this area, the most valuable first */
    public FigureRanks(CubeShape shape, Map<String, List<String>> orderOfArea) {
        Dataflow dataflow = shape.dataflow();
        this.shape = shape;
        this.orderOfArea = orderOfArea;
        this.order = dataflow.disclosure().ranks().isEmpty()
                ? List.of(shape.breakdowns().stream()
                        .filter(dimension -> FIRST.contains(dimension.role()))
                        .map(Dimension::id)
                        .toList())
                : dataflow.disclosure().ranks();
    }

    /** Returns the dimensions in which the figure is a part rather than the total. */
    public List<Dimension> brokenDown(long key) {
        List<Dimension> found = new ArrayList<>(shape.breakdownCount());
        for (int d = 0; d < shape.breakdownCount(); d++) {
            if (shape.code(key, d) != shape.total(d)) {
                found.add(shape.breakdowns().get(d));
            }
        }
        return found;
    }

    /** Returns the rank of a figure, 0 for a total. */
    public int of(long key) {
        List<Dimension> dimensions = brokenDown(key);
        return switch (dimensions.size()) {
            case 0 -> 0;
            case 1 -> {
                String area = shape.areaOf(key).id();
                yield 1 + place(dimensions.get(0).id(), orderOfArea.getOrDefault(area, List.of()));
            }
            default -> CROSSED + dimensions.size();
        };
    }

    /** Returns all possible ranks. They do not depend on the figures that exist. */
    public IntStream all() {
        IntStream ofOneBreakdown = Stream.concat(Stream.of(List.<String>of()), orderOfArea.values().stream())
                .flatMapToInt(own -> shape.breakdowns().stream().mapToInt(dimension -> 1 + place(dimension.id(), own)));
        IntStream crossed = IntStream.rangeClosed(2, shape.breakdownCount()).map(dimensions -> CROSSED + dimensions);
        return IntStream.concat(IntStream.of(0), IntStream.concat(ofOneBreakdown, crossed));
    }

    /** @param own the dimensions in the order of the area; empty if the area has no order of its own */
    private int place(String dimension, List<String> own) {
        if (own.contains(dimension)) {
            return own.indexOf(dimension);
        }
        for (int group = 0; group < order.size(); group++) {
            if (order.get(group).contains(dimension)) {
                return own.size() + group;
            }
        }
        return own.size() + order.size();
    }
}
