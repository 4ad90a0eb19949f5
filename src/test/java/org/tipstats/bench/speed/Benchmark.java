package org.tipstats.bench.speed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tipstats.bench.fault.DatabaseAwayRun;
import org.tipstats.bench.fault.FullDiskRun;
import org.tipstats.bench.fault.KillSweep;
import org.tipstats.bench.fault.MailRun;
import org.tipstats.bench.fault.ManyInstances;
import org.tipstats.bench.fault.RollingUpgrade;

/** Measures and prints speed and size. Build the service first, and run this from the project's folder. */
public final class Benchmark {

    /** What runs if nothing is named. */
    private static final List<String> USUAL =
            List.of("pure", "disclosure", "duckdb", "workbook", "mapping", "service", "downloads");

    private Benchmark() {}

    /** Runs the named benchmark with its arguments, or the usual ones. */
    public static void main(String... parts) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/benchmark").toAbsolutePath());
        Path run = Files.createTempDirectory(folder, "run");
        List<String> arguments = parts.length == 0 ? List.of() : List.of(parts).subList(1, parts.length);
        for (String name : parts.length == 0 ? USUAL : List.of(parts[0])) {
            run(name, arguments, run);
        }
    }

    private static void run(String name, List<String> arguments, Path run) throws Exception {
        switch (name) {
            case "pure" -> new PureBenchmark(run).run();
            case "disclosure" -> DisclosureBenchmark.run();
            case "duckdb" -> ChildProcess.run("512m", DuckDbComparison.class, "7", "1000000", run.toString());
            case "workbook" -> ChildProcess.run("1g", LargeWorkbook.class, "550000", run.toString());
            case "mapping" -> ChildProcess.run("512m", MappingBenchmark.class, run.toString());
            case "service" -> new ServiceBenchmark(run).run();
            case "downloads" -> {
                ChildProcess.run("512m", Downloads.class);
                new ServedDownloads(run).run();
            }
            case "demo" -> ChildProcess.run("2g", DemoProtection.class);
            case "release" -> ChildProcess.run("2g", ReleaseBenchmark.class, text(arguments, 0, "1"), "audit");
            case "revision" ->
                new RevisionBenchmark(
                                run,
                                Path.of(text(arguments, 0, run.resolve("home").toString())))
                        .run();
            case "rounds" -> new RoundBenchmark(run).run();
            case "pages" -> new PageBenchmark(run, arguments).run();
            case "throughput" -> new Throughput(run).run();
            case "command" -> CommandBenchmark.run();
            case "spark" -> SparkBenchmark.run(run, arguments);
            case "backup" -> new BackupBenchmark(run, number(arguments, 0, 100_000)).run();
            case "mail" -> MailRun.speed(run, number(arguments, 0, 1_000));
            case "mail-kills" -> MailRun.kills(run, number(arguments, 0, 30), number(arguments, 1, 1));
            case "kills" -> KillSweep.run(run, number(arguments, 0, 200), number(arguments, 1, 1));
            case "away" -> DatabaseAwayRun.run(run);
            case "disk" -> FullDiskRun.run(Path.of(arguments.get(0)));
            case "upgrade" -> RollingUpgrade.run(run, Path.of(arguments.get(0)));
            case "instances" -> {
                Duration time = Duration.ofSeconds(number(arguments, 0, 300));
                double rate = Double.parseDouble(text(arguments, 1, "0"));
                ManyInstances.run(run, time, rate, arguments.size() > 2 ? Path.of(arguments.get(2)) : null);
            }
            default -> throw new IllegalArgumentException("no benchmark " + name);
        }
    }

    private static String text(List<String> arguments, int place, String otherwise) {
        return place < arguments.size() ? arguments.get(place) : otherwise;
    }

    private static int number(List<String> arguments, int place, int otherwise) {
        return Integer.parseInt(text(arguments, place, Integer.toString(otherwise)));
    }
}
