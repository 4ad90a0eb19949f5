package org.tipstats.compile.aggregate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.Protection;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Measures the compilation of 500,000 invented national observations of VICTIMS. It measures the processor time of one
 * thread, so that other load does not matter. Run it by hand; it is not a test. The counts are random, and a third of
 * them are small. The population is known for every sex and age, so that nearly every cell has a rate.
 */
public final class AggregationTiming {

    private static final int OBSERVATIONS = 500_000;
    private static final int RUNS = 8;
    private static final Logger LOG = System.getLogger(AggregationTiming.class.getName());

    private AggregationTiming() {}

    public static void main(String[] args) {
        Dataflow victims = SampleCubes.dataflow("VICTIMS");
        Cube accepted = random(victims, OBSERVATIONS, 400, 5);
        Cube population = random(SampleCubes.dataflow("POPULATION"), 150_000, 9_000_000, 0);
        AggregateCalculator calculator = new AggregateCalculator(victims, population);
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        for (int run = 1; run <= RUNS; run++) {
            long start = cpu.getCurrentThreadCpuTime();
            Cube compiled = calculator.calculate(accepted);
            long between = cpu.getCurrentThreadCpuTime();
            ProtectedCube result = Protection.of(victims, compiled);
            long end = cpu.getCurrentThreadCpuTime();
            LOG.log(
                    Level.INFO,
                    "run {0}: {1} accepted, {2} compiled in {3} ms, {4} withheld in {5} ms",
                    run,
                    accepted.size(),
                    compiled.size(),
                    (between - start) / 1_000_000,
                    result.withheld().size(),
                    (end - between) / 1_000_000);
        }
    }

    /** Returns random observations of areas: year by year and cell by cell, until there are enough. */
    private static Cube random(Dataflow dataflow, int wanted, int largest, int maskedPercent) {
        Random random = new Random(1);
        KeySpace space = new KeySpace(dataflow.structure());
        List<Dimension> dimensions = dataflow.structure().dimensions();
        Dimension area = dataflow.structure().area();
        int[] positions = new int[dimensions.size()];
        positions[dataflow.structure().unit().position()] =
                dataflow.unit("COUNT").orElseThrow().position();
        List<Observation> observations = new ArrayList<>(wanted);
        while (observations.size() < wanted) {
            for (Code code : area.codes().codes()) {
                if (!code.isAreaGroup() && observations.size() < wanted && random.nextInt(100) < 70) {
                    positions[area.position()] = code.position();
                    long key = space.pack(positions);
                    observations.add(
                            random.nextInt(100) < maskedPercent
                                    ? Observation.absent(key, "Q", "A")
                                    : Observation.count(key, (long) (largest * Math.pow(random.nextDouble(), 4)), "A"));
                }
            }
            advance(dataflow, positions);
        }
        return Cube.of(space, observations);
    }

    /** Moves on to the next cell. The last breakdown changes first and the year last. */
    private static void advance(Dataflow dataflow, int[] positions) {
        List<Dimension> dimensions = dataflow.structure().dimensions();
        for (int d = dimensions.size() - 2; d >= 0; d--) {
            Dimension dimension = dimensions.get(d);
            boolean fixed = dimension == dataflow.structure().area()
                    || dimension == dataflow.structure().unit();
            if (!fixed && ++positions[d] < dimension.size()) {
                return;
            }
            if (!fixed) {
                positions[d] = 0;
            }
        }
        positions[dimensions.size() - 1]++;
    }
}
