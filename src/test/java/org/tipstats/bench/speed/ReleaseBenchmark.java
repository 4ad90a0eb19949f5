package org.tipstats.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.bench.world.SyntheticWorld;
import org.tipstats.bench.world.WorldPlan;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.publish.draft.ServiceProtection;
import org.tipstats.publish.draft.YearAudits.AuditedYears;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.YearSelection;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Protects and audits a first release of real size, then does the same for one with a new year and for one in which a
 * year has changed.
 * The data is 200 areas of a synthetic world with linked dataflows and all counts that providers report.
 */
final class ReleaseBenchmark {

    private static final int AREAS = 200;
    private static final int FIRST_YEAR = 2009;
    private static final double REVISED = 0.1;
    private static final double NANOS = 1e9;

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    private static final ServiceProtection PROTECTION = new ServiceProtection(SCHEMAS);

    private final List<EarlierRelease> published = new ArrayList<>();

    private ReleaseBenchmark() {}

    /** Runs the benchmark. Argument: the number of years, 1 to 15. */
    public static void main(String... parts) {
        int last = FIRST_YEAR + Integer.parseInt(parts[0]) - 1;
        SyntheticWorld world = SyntheticWorld.of(WorldPlan.of(1).areas(AREAS).years(FIRST_YEAR, last + 1), SCHEMAS);
        ReleaseBenchmark benchmark = new ReleaseBenchmark();
        Map<String, Cube> all = compile(world.population(), world::accepted);
        List<String> years = IntStream.rangeClosed(FIRST_YEAR, last)
                .mapToObj(String::valueOf)
                .toList();
        benchmark.publish("first", new YearSelection(years).of(all));
        benchmark.publish((last + 1) + " new", all);
        SyntheticWorld revised = world.revised(REVISED);
        benchmark.publish(
                last + " revised",
                compile(world.population(), id -> joined(world.accepted(id), revised.accepted(id), last)));
    }

    /** Returns the cubes of one year as revised, and of all other years as before. */
    private static Cube joined(Cube before, Cube revised, int year) {
        KeySpace space = before.space();
        List<Observation> observations = new ArrayList<>();
        before.observations().stream().filter(one -> !isOf(space, one, year)).forEach(observations::add);
        revised.observations().stream().filter(one -> isOf(space, one, year)).forEach(observations::add);
        return Cube.of(space, observations);
    }

    private static boolean isOf(KeySpace space, Observation observation, int year) {
        return space.code(observation.key(), space.structure().time()).equals(String.valueOf(year));
    }

    private void publish(String id, Map<String, Cube> compiled) {
        System.out.printf(Locale.ROOT, "%s: %,d observations%n", id, observations(compiled.values()));
        double cpu = processor();
        long start = System.nanoTime();
        AuditedRelease audited = PROTECTION.protect(compiled, published);
        ProtectedRelease safe = audited.release();
        System.out.printf(
                Locale.ROOT,
                "protected and audited: %.1f s, of a processor %.1f s; last look %.1f s; %d programs; %d blockers; %s%n",
                (System.nanoTime() - start) / NANOS,
                processor() - cpu,
                audited.took().toNanos() / NANOS,
                safe.cost().linearPrograms(),
                safe.blockers().size(),
                loss(compiled, safe));
        Map<String, Cube> shown = new TreeMap<>();
        safe.cubes().forEach((dataflow, cube) -> shown.put(dataflow, cube.cube()));
        published.add(new EarlierRelease(id, compiled, shown));
        audit(safe);
    }

    private static double processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / NANOS;
    }

    private static Map<String, Cube> compile(Cube population, Function<String, Cube> accepted) {
        Map<String, Cube> compiled = new TreeMap<>();
        for (String id : SyntheticWorld.DATAFLOWS) {
            Cube national = accepted.apply(id);
            if (national.size() > 0) {
                compiled.put(id, new AggregateCalculator(dataflow(id), population).calculate(national));
            }
        }
        compiled.put("POPULATION", new AggregateCalculator(dataflow("POPULATION"), population).calculate(population));
        return compiled;
    }

    private static Dataflow dataflow(String id) {
        return SCHEMAS.dataflow(id).orElseThrow();
    }

    private static long observations(Collection<Cube> cubes) {
        return cubes.stream().mapToLong(Cube::size).sum();
    }

    private static String loss(Map<String, Cube> compiled, ProtectedRelease safe) {
        Map<String, long[]> byReason = new TreeMap<>();
        safe.cubes()
                .forEach((id, cube) -> cube.withheld().forEach(cell -> {
                    long[] sums = byReason.computeIfAbsent(cell.reason().toString(), added -> new long[2]);
                    sums[0]++;
                    sums[1] += compiled.get(id)
                            .find(cell.key())
                            .map(Observation::value)
                            .map(Number::longValue)
                            .orElse(0L);
                }));
        StringBuilder text = new StringBuilder();
        byReason.forEach(
                (reason, sums) -> text.append(String.format(Locale.ROOT, "%s %d (%d) ", reason, sums[0], sums[1])));
        return text.toString();
    }

    /** Audits the years without a receipt, as the service does. The figures are in memory already. */
    private void audit(ProtectedRelease safe) {
        double cpu = processor();
        long start = System.nanoTime();
        AuditedYears audited = PROTECTION.auditNewYears(published);
        AuditReport report = audited.report();
        Set<String> blocked = safe.blockers().stream()
                .map(blocker -> blocker.dataflow() + blocker.key())
                .collect(Collectors.toSet());
        long beside = report.recoverable().stream()
                .filter(cell -> !blocked.contains(cell.table() + keyOf(cell)))
                .count();
        System.out.printf(
                Locale.ROOT,
                "audited before publication: %.1f s, of a processor %.1f s; %d years with a receipt; %d of %d recoverable, %d of them named as no blocker%n",
                (System.nanoTime() - start) / NANOS,
                processor() - cpu,
                audited.receipts(),
                report.recoverable().size() + report.notProven().size(),
                report.hidden(),
                beside);
    }

    private static long keyOf(ExposedCell cell) {
        return new KeySpace(dataflow(cell.table()).structure())
                .parse(cell.key())
                .orElseThrow();
    }
}
