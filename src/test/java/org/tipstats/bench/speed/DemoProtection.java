package org.tipstats.bench.speed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.figures.Reason;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.publish.draft.ServiceProtection;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.FigureRanks;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Protects and audits the figures of the demo as the service does, and prints what that costs by rank: counts with a
 * value, how many of them are withheld, and the share of their value. The second table has the files by citizenship and
 * repatriation, too.
 */
final class DemoProtection {

    private static final double NANOS = 1e9;
    private static final List<String> DEMO = List.of("VICTIMS", "PERSONS", "OFFENCES");
    private static final List<String> BY_COUNTRY = List.of("VICTIMS_CITIZENSHIP", "VICTIMS_REPATRIATION");

    private DemoProtection() {}

    public static void main(String... none) {
        run(DEMO);
        List<String> all = new ArrayList<>(DEMO);
        all.addAll(BY_COUNTRY);
        run(all);
    }

    private static void run(List<String> dataflows) {
        Map<String, Cube> compiled = new TreeMap<>();
        dataflows.forEach(id -> compiled.put(id, SampleCubes.compiled(id)));
        Cube population = SampleCubes.population();
        compiled.put(
                "POPULATION",
                new AggregateCalculator(SampleCubes.dataflow("POPULATION"), population).calculate(population));
        ServiceProtection protection = new ServiceProtection(SampleCubes.SCHEMAS);
        long start = System.nanoTime();
        AuditedRelease audited = protection.protect(compiled, List.of());
        double seconds = (System.nanoTime() - start) / NANOS;
        Map<String, Cube> shown = new TreeMap<>();
        audited.release().cubes().forEach((id, cube) -> shown.put(id, cube.cube()));
        AuditReport report = protection.audit(List.of(new EarlierRelease("demo", compiled, shown)));
        System.out.printf(
                Locale.ROOT,
                "%s: protected and audited in %.1f s, %d blockers, audit: %s%n",
                String.join(" ", dataflows),
                seconds,
                audited.release().blockers().size(),
                report);
        for (String id : dataflows) {
            print(
                    SampleCubes.dataflow(id),
                    compiled.get(id),
                    audited.release().cubes().get(id));
        }
    }

    private static void print(Dataflow dataflow, Cube compiled, ProtectedCube safe) {
        Set<Long> withheld = new HashSet<>();
        safe.withheld().stream().filter(cell -> cell.reason() != Reason.RATE).forEach(cell -> withheld.add(cell.key()));
        FigureRanks ranks = new FigureRanks(dataflow);
        Map<String, long[]> rows = new TreeMap<>();
        for (Observation figure : compiled) {
            if (figure.value() != null && figure.value().scale() <= 0) {
                String whose = figure.coverage() == null ? "areas, " : "groups, ";
                boolean isWithheld = withheld.contains(figure.key());
                for (String row : List.of(rank(ranks, figure.key()), "all")) {
                    long[] sums = rows.computeIfAbsent(whose + row, none -> new long[4]);
                    sums[0]++;
                    sums[1] += isWithheld ? 1 : 0;
                    sums[2] += figure.value().longValue();
                    sums[3] += isWithheld ? figure.value().longValue() : 0;
                }
            }
        }
        rows.forEach((row, sums) -> System.out.printf(
                Locale.ROOT,
                "%s | %s | %d | %d withheld | %.1f %% | %.1f %% of the value%n",
                dataflow.id(),
                row,
                sums[0],
                sums[1],
                100.0 * sums[1] / sums[0],
                100.0 * sums[3] / Math.max(1, sums[2])));
    }

    private static String rank(FigureRanks ranks, long key) {
        return switch (ranks.brokenDown(key).size()) {
            case 0 -> "0 breakdowns";
            case 1 -> "1 breakdown, " + ranks.brokenDown(key).get(0).id();
            default -> ranks.brokenDown(key).size() + " breakdowns";
        };
    }
}
