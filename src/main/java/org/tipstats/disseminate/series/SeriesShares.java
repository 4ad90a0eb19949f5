package org.tipstats.disseminate.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The share of each part in the sum of the published parts, for example of women in women and men. Shares of a
 * published total would reveal a withheld part: its share would be the difference between 100 percent and the shares
 * that are shown. Persons whose characteristic is unknown are a separate part.
 *
 * <p>If several codes of a breakdown are chosen, these codes are the parts. If no breakdown has several chosen codes,
 * the parts are areas. A chosen code below another part is not a part: if adults, minors and single ages are chosen,
 * adults and minors are the parts. A code above all other chosen codes is their total and is not a part: if only minors
 * and their single ages are chosen, the ages are the parts.
 */
public final class SeriesShares {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A share.
     *
     * @param percent with one decimal
     * @param base the sum of the published parts
     */
    public record Share(BigDecimal percent, BigDecimal base) {}

    /** The parts that add up to one whole, for example all parts of one area in one year. */
    private static final class Whole {
        private BigDecimal sum = BigDecimal.ZERO;
        private int positive;
        private int absent;

        void add(BigDecimal value) {
            if (value == null) {
                absent++;
            } else {
                sum = sum.add(value);
                positive += value.signum();
            }
        }

        /**
         * Returns whether shares may be shown. If other parts are withheld, a single positive part would look like the
         * whole.
         */
        boolean hasShares() {
            return positive > 1 || positive == 1 && absent == 0;
        }
    }

    /**
     * Returns the base of the shares of some parts: the sum of their values. Returns null if no part is above zero.
     * Also returns null if only one part is above zero and other parts are hidden: this part would look like the whole.
     *
     * @param values the values of the parts; null for a hidden value
     */
    public static BigDecimal base(List<BigDecimal> values) {
        Whole whole = new Whole();
        values.forEach(whole::add);
        return whole.hasShares() ? whole.sum : null;
    }

    /** Returns a percentage with one decimal, rounded half up. */
    public static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }

    private final KeySpace space;
    private final Dimension unit;
    private final int count;

    /** The codes that are parts, by the position of their dimension. */
    private final Map<Integer, BitSet> parts = new HashMap<>();

    private final Map<Long, Whole> wholes = new HashMap<>();

    private SeriesShares(Dataflow dataflow, KeySpace space) {
        this.space = space;
        this.unit = dataflow.structure().unit();
        this.count = dataflow.unit("COUNT").map(Code::position).orElse(-1);
    }

    /**
     * Computes the shares of figures.
     *
     * @param figures published figures, each once
     */
    public static SeriesShares of(Dataflow dataflow, KeySpace space, List<Observation> figures) {
        SeriesShares shares = new SeriesShares(dataflow, space);
        List<Observation> counts = figures.stream().filter(shares::isCount).toList();
        shares.choose(counts, space.structure().dimensions().stream().filter(SeriesShares::isBreakdown));
        if (shares.parts.isEmpty()) {
            shares.choose(counts, Stream.of(space.structure().area()));
        }
        counts.stream()
                .filter(figure -> shares.isPart(figure.key()))
                .forEach(figure -> shares.wholes
                        .computeIfAbsent(shares.whole(figure.key()), any -> new Whole())
                        .add(figure.value()));
        return shares;
    }

    /** Returns whether a dimension has parts that add up: it has a total, and no person has several of its codes. */
    private static boolean isBreakdown(Dimension dimension) {
        return !dimension.isTime()
                && dimension.role() != Role.AREA
                && dimension.role() != Role.UNIT
                && !dimension.overlapping()
                && dimension.codes().total().isPresent();
    }

    private boolean isCount(Observation figure) {
        return space.position(figure.key(), unit.position()) == count;
    }

    private void choose(List<Observation> counts, Stream<Dimension> dimensions) {
        dimensions.forEach(dimension -> {
            BitSet used = new BitSet();
            counts.forEach(figure -> used.set(space.position(figure.key(), dimension.position())));
            BitSet chosen = parts(dimension.codes(), used);
            if (chosen.cardinality() > 1 && !isUnclear(dimension, chosen, counts)) {
                parts.put(dimension.position(), chosen);
            }
        });
    }

    /** Returns the broadest of the used codes. A code above all other used codes is a total, so it is left out. */
    private static BitSet parts(CodeList codes, BitSet used) {
        BitSet left = (BitSet) used.clone();
        codes.total().ifPresent(total -> left.clear(total.position()));
        BitSet broadest = broadest(codes, left);
        while (broadest.cardinality() == 1 && left.cardinality() > 1) {
            left.andNot(broadest);
            broadest = broadest(codes, left);
        }
        return broadest;
    }

    private static BitSet broadest(CodeList codes, BitSet used) {
        BitSet broadest = new BitSet();
        used.stream()
                .filter(position ->
                        codes.ancestors(codes.at(position)).stream().noneMatch(above -> used.get(above.position())))
                .forEach(broadest::set);
        return broadest;
    }

    /**
     * Returns whether a person may be in two parts. There are two such cases: single countries and the code for
     * foreigners are parts; or single countries and the code for nationals are parts, and a count is about the area's
     * own country.
     */
    private boolean isUnclear(Dimension dimension, BitSet chosen, List<Observation> counts) {
        CodeList codes = dimension.codes();
        boolean countries = chosen.stream()
                .mapToObj(codes::at)
                .anyMatch(code -> code.annotation("M49").isPresent());
        return countries
                && (has(codes, "FOREIGNERS", chosen)
                        || has(codes, "NATIONALS", chosen) && counts.stream().anyMatch(each -> isOwn(each, dimension)));
    }

    private static boolean has(CodeList codes, String meaning, BitSet chosen) {
        return codes.first(code -> code.means(meaning))
                .filter(code -> chosen.get(code.position()))
                .isPresent();
    }

    private boolean isOwn(Observation figure, Dimension dimension) {
        return space.code(figure.key(), dimension)
                .equals(space.code(figure.key(), space.structure().area()));
    }

    public boolean isPart(long key) {
        return !parts.isEmpty()
                && space.position(key, unit.position()) == count
                && parts.entrySet().stream().allMatch(part -> part.getValue().get(space.position(key, part.getKey())));
    }

    /** Returns whether the codes of a dimension are parts. */
    public boolean isAlong(Dimension dimension) {
        return parts.containsKey(dimension.position());
    }

    /** Returns a key that is the same for all parts of a whole: each dimension with parts has position 0. */
    public long whole(long key) {
        long whole = key;
        for (int dimension : parts.keySet()) {
            whole = space.withPosition(whole, dimension, 0);
        }
        return whole;
    }

    /**
     * Returns the share of a figure. Empty if the figure is not a part or has no value, or if shares of its whole must not
     * be shown for the reasons in {@link #base}.
     */
    public Optional<Share> of(Observation figure) {
        if (figure == null || figure.value() == null || !isPart(figure.key())) {
            return Optional.empty();
        }
        return Optional.ofNullable(wholes.get(whole(figure.key())))
                .filter(Whole::hasShares)
                .map(whole -> new Share(percent(figure.value(), whole.sum), whole.sum));
    }

    /** Returns whether there are no parts: the figures are single totals, rates, or counts that do not add up. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
