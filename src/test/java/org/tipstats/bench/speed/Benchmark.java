package org.tipstats.bench.speed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tipstats.bench.fault.FullDiskRun;
import org.tipstats.bench.fault.KillSweep;
import org.tipstats.bench.fault.MailRun;
import org.tipstats.bench.fault.ManyInstances;
import org.tipstats.bench.fault.RollingUpgrade;

/** Measures and prints speed and size. Build the service first, and run this from the project's folder. */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String... parts) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/benchmark").toAbsolutePath());
        Path run = Files.createTempDirectory(folder, "run");
        if (parts.length == 0 || parts[0].equals("pure")) {
            new PureBenchmark(run).run();
        }
        if (parts.length == 0 || parts[0].equals("disclosure")) {
            DisclosureBenchmark.run();
        }
        if (parts.length == 0 || parts[0].equals("duckdb")) {
            ChildProcess.run("512m", DuckDbComparison.class, "7", "1000000", run.toString());
        }
        if (parts.length == 0 || parts[0].equals("workbook")) {
            ChildProcess.run("1g", LargeWorkbook.class, "550000", run.toString());
        }
        if (parts.length == 0 || parts[0].equals("mapping")) {
            ChildProcess.run("512m", MappingBenchmark.class, run.toString());
        }
        if (parts.length == 0 || parts[0].equals("service")) {
            new ServiceBenchmark(run).run();
        }
        if (parts.length == 0 || parts[0].equals("downloads")) {
            ChildProcess.run("512m", Downloads.class);
            new ServedDownloads(run).run();
        }
        if (parts.length > 0 && parts[0].equals("demo")) {
            ChildProcess.run("2g", DemoProtection.class);
        }
        if (parts.length > 0 && parts[0].equals("release")) {
            ChildProcess.run("2g", ReleaseBenchmark.class, parts.length > 1 ? parts[1] : "1", "audit");
        }
        if (parts.length > 0 && parts[0].equals("rounds")) {
            new RoundBenchmark(run).run();
        }
        if (parts.length > 0 && parts[0].equals("pages")) {
            new PageBenchmark(run, List.of(parts).subList(1, parts.length)).run();
        }
        if (parts.length > 0 && parts[0].equals("throughput")) {
            new Throughput(run).run();
        }
        if (parts.length > 0 && parts[0].equals("command")) {
            CommandBenchmark.run();
        }
        if (parts.length > 0 && parts[0].equals("backup")) {
            new BackupBenchmark(run, parts.length > 1 ? Integer.parseInt(parts[1]) : 100_000).run();
        }
        if (parts.length > 0 && parts[0].equals("mail")) {
            MailRun.speed(run, parts.length > 1 ? Integer.parseInt(parts[1]) : 1_000);
        }
        if (parts.length > 0 && parts[0].equals("mail-kills")) {
            int points = parts.length > 1 ? Integer.parseInt(parts[1]) : 30;
            MailRun.kills(run, points, parts.length > 2 ? Long.parseLong(parts[2]) : 1);
        }
        if (parts.length > 1 && parts[0].equals("disk")) {
            FullDiskRun.run(Path.of(parts[1]));
        }
        if (parts.length > 1 && parts[0].equals("upgrade")) {
            RollingUpgrade.run(run, Path.of(parts[1]));
        }
        if (parts.length > 0 && parts[0].equals("instances")) {
            Duration time = Duration.ofSeconds(parts.length > 1 ? Integer.parseInt(parts[1]) : 300);
            double rate = parts.length > 2 ? Double.parseDouble(parts[2]) : 0;
            ManyInstances.run(run, time, rate, parts.length > 3 ? Path.of(parts[3]) : null);
        }
        if (parts.length > 0 && parts[0].equals("kills")) {
            int points = parts.length > 1 ? Integer.parseInt(parts[1]) : 200;
            KillSweep.run(run, points, parts.length > 2 ? Long.parseLong(parts[2]) : 1);
        }
    }
}
