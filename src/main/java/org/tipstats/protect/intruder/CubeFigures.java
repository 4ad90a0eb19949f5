package org.tipstats.protect.intruder;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/** The counts of one published cube as an intruder sees them: known, hidden or absent. */
final class CubeFigures {

    private final String release;
    private final CubeShape shape;
    private final Cube cube;
    private final long[] keys;
    private final AuditedFigure[] figures;
    private final boolean[] masked;
    private int size;

    CubeFigures(String release, CubeShape shape, Cube cube) {
        this.release = release;
        this.shape = shape;
        this.cube = cube;
        this.keys = new long[cube.size()];
        this.figures = new AuditedFigure[cube.size()];
        this.masked = new boolean[cube.size()];
    }

    /**
     * Reads all counts. A masked figure of a group is skipped: all members of the group are masked, so the figure is no
     * additional secret.
     */
    void read(Knowledge knowledge, AuditOptions options) {
        Statuses statuses = new Statuses(shape.dataflow().structure());
        int threshold = shape.dataflow().threshold();
        int mostMasked = threshold > 0 ? threshold - 1 : options.largestMasked();
        for (Observation observation : cube) {
            long key = observation.key();
            if (!shape.isCount(key)) {
                continue;
            }
            boolean group = shape.areaOf(key).isAreaGroup();
            if (observation.value() != null) {
                put(key, AuditedFigure.known(observation.value().longValueExact()), false);
            } else if (statuses.isWithheld(observation)) {
                put(key, knowledge.hide(cell(key, false), options.lowerBound(), Equation.FREE), false);
            } else if (statuses.isMasked(observation) && !group) {
                put(key, knowledge.hide(cell(key, true), 0, mostMasked), true);
            }
        }
    }

    private ExposedCell cell(long key, boolean byProvider) {
        return new ExposedCell(
                release,
                shape.dataflow().id(),
                shape.areaOf(key).id(),
                shape.space().format(key),
                byProvider,
                OptionalLong.empty());
    }

    private void put(long key, AuditedFigure figure, boolean byProvider) {
        keys[size] = key;
        figures[size] = figure;
        masked[size] = byProvider;
        size++;
    }

    String release() {
        return release;
    }

    CubeShape shape() {
        return shape;
    }

    Cube cube() {
        return cube;
    }

    /** Returns the figure at a key, or null. */
    AuditedFigure find(long key) {
        int place = place(key);
        return place < 0 ? null : figures[place];
    }

    /** Returns the figure that a key contributes to the sums of groups; null if the figure is absent or masked. */
    AuditedFigure counted(long key) {
        int place = place(key);
        return place < 0 || masked[place] ? null : figures[place];
    }

    private int place(long key) {
        return Arrays.binarySearch(keys, 0, size, key);
    }

    /** Visits the keys of all figures, in order. */
    void forEach(LongConsumer visitor) {
        for (int i = 0; i < size; i++) {
            visitor.accept(keys[i]);
        }
    }
}
