package org.tipstats.compile.mirror;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The published national counts of a dataflow by reporting area, other area and year. The other area is a code of a
 * second dimension, for example the citizenship of the victims; codes such as "unknown" are included, but the total of
 * this dimension is left out. In all other dimensions, the counts are totals. Cells that nobody reports are left out.
 * Immutable.
 */
public final class PublishedCounts {

    /** The key of a count: the reporting area, the other area and the year. */
    record Cell(String area, String other, String year) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::area).thenComparing(Cell::other).thenComparing(Cell::year);

        @Override
        public int compareTo(Cell cell) {
            return ORDER.compare(this, cell);
        }
    }

    /**
     * A published count of an area.
     *
     * @param other the other area, a code of the second dimension; equal to {@code area} if the area reports its own
     *     citizens
     * @param figure the count; without a value if it is masked or withheld
     */
    public record PairCount(String area, String other, String year, Observation figure) {}

    private final Dataflow dataflow;
    private final String nationals;
    private final Map<Cell, Observation> counts = new TreeMap<>();

    /**
     * Creates the counts of a cube.
     *
     * @param other the role of the dimension that holds the other area
     */
    public PublishedCounts(Dataflow dataflow, Role other, Cube published) {
        this.dataflow = dataflow;
        Dimension by = dataflow.structure().dimension(other).orElseThrow();
        this.nationals =
                by.codes().first(code -> code.means("NATIONALS")).map(Code::id).orElse("");
        Statuses statuses = new Statuses(dataflow.structure());
        KeySpace space = published.space();
        for (Observation count : published) {
            if (statuses.countsAsReported(count) && isPairCount(count, by, space)) {
                Cell cell = new Cell(
                        space.code(count.key(), dataflow.structure().area()),
                        space.code(count.key(), by),
                        space.code(count.key(), dataflow.structure().time()));
                counts.put(cell, count);
            }
        }
    }

    private boolean isPairCount(Observation count, Dimension by, KeySpace space) {
        for (Dimension dimension : dataflow.structure().dimensions()) {
            if (dimension.isTime()) {
                continue;
            }
            Code code = dimension.codes().at(space.position(count.key(), dimension.position()));
            boolean wanted = switch (dimension.role()) {
                case AREA -> !code.isAreaGroup();
                case UNIT -> code.means("COUNT");
                case FREQUENCY -> true;
                default -> dimension == by ? !code.isTotal() : code.isTotal();
            };
            if (!wanted) {
                return false;
            }
        }
        return true;
    }

    public Dataflow dataflow() {
        return dataflow;
    }

    /**
     * Returns each count once, in the order of area, other area and year. If an area reports its own citizens twice,
     * the result has only the count under the area's own code.
     */
    public List<PairCount> pairs() {
        return counts.entrySet().stream()
                .filter(count -> !isDuplicateOfNationals(count.getKey()))
                .map(count -> pair(count.getKey(), count.getValue()))
                .toList();
    }

    private PairCount pair(Cell cell, Observation figure) {
        return new PairCount(cell.area(), isOfNationals(cell) ? cell.area() : cell.other(), cell.year(), figure);
    }

    Set<Cell> cells() {
        return counts.keySet();
    }

    /** Returns the count of a cell, or null if the cell has no published count. */
    Observation find(Cell cell) {
        return counts.get(cell);
    }

    /**
     * Returns the count of an area's own citizens, which the area reports under its own code or under the code for
     * nationals. Returns null if the area does not report this count.
     */
    Observation ofNationals(String area, String year) {
        Observation own = counts.get(new Cell(area, area, year));
        return own != null ? own : counts.get(new Cell(area, nationals, year));
    }

    boolean isOfNationals(Cell cell) {
        return cell.other().equals(cell.area()) || cell.other().equals(nationals);
    }

    /**
     * Returns true if a cell must not be counted, because the area reports its own citizens twice: in this cell under
     * the code for nationals, and in another cell under its own code.
     */
    boolean isDuplicateOfNationals(Cell cell) {
        return cell.other().equals(nationals) && counts.containsKey(new Cell(cell.area(), cell.area(), cell.year()));
    }
}
