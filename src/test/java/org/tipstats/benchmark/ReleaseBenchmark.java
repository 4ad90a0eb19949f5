package org.tipstats.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.aggregation.AggregateCalculator;
import org.tipstats.disclosure.DisclosureControl;
import org.tipstats.disclosure.ProtectedRelease;
import org.tipstats.disclosure.ProtectionProgress;
import org.tipstats.disclosure.Thresholds;
import org.tipstats.intruder.AuditOptions;
import org.tipstats.intruder.AuditReport;
import org.tipstats.intruder.IntruderAudit;
import org.tipstats.intruder.PublishedVintage;
import org.tipstats.observation.Cube;
import org.tipstats.observation.Observation;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.world.SyntheticWorld;
import org.tipstats.world.WorldPlan;

/** Protects a first release of real size: 200 areas of a synthetic world, linked dataflows, all that providers tell. */
final class ReleaseBenchmark {

    private static final int AREAS = 200;
    private static final int FIRST_YEAR = 2009;
    private static final double NANOS = 1e9;

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    private ReleaseBenchmark() {}

    /** Arguments: how many years, 1 to 15; then "audit" for the audit as well. */
    public static void main(String... parts) {
        int years = Integer.parseInt(parts[0]);
        Map<String, Cube> compiled = compile(
                SyntheticWorld.of(WorldPlan.of(1).areas(AREAS).years(FIRST_YEAR, FIRST_YEAR + years - 1), SCHEMAS));
        System.out.printf("%,d observations%n", observations(compiled.values()));
        double cpu = processor();
        long start = System.nanoTime();
        DisclosureControl control = new DisclosureControl(SCHEMAS.submitted(), Thresholds.OF_THE_SCHEMAS);
        ProtectedRelease safe = control.protect(compiled, List.of(), ProtectionProgress.SILENT);
        System.out.printf(
                Locale.ROOT,
                "protected: %.1f s, of a processor %.1f s; %d programs; %s%n",
                (System.nanoTime() - start) / NANOS,
                processor() - cpu,
                safe.cost().linearPrograms(),
                loss(compiled, safe));
        System.out.printf("%d blockers%n", safe.blockers().size());
        if (parts.length > 1) {
            audit(safe);
        }
    }

    private static double processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / NANOS;
    }

    private static Map<String, Cube> compile(SyntheticWorld world) {
        Cube population = world.population();
        Map<String, Cube> compiled = new TreeMap<>();
        for (String id : SyntheticWorld.DATAFLOWS) {
            Cube national = world.accepted(id);
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

    private static void audit(ProtectedRelease safe) {
        double cpu = processor();
        Map<Dataflow, Cube> published = new HashMap<>();
        safe.cubes().forEach((id, cube) -> published.put(dataflow(id), cube.cube()));
        AuditReport report =
                new IntruderAudit(AuditOptions.DEFAULT).audit(List.of(new PublishedVintage("1", published)));
        System.out.printf(
                Locale.ROOT,
                "audit: %d recoverable, of a processor %.1f s%n",
                report.recoverable().size(),
                processor() - cpu);
    }
}
