package org.tipstats.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.tipstats.platform.audit.LongLog;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.PostgresSettings;

/** Measures backup, check and restoration of a service with many submissions: copies of those of the demo. */
final class BackupBenchmark {

    private static final List<String> TABLES = List.of(
            "submission",
            "submission_event",
            "submission_file",
            "submission_findings",
            "submission_mapped",
            "submission_cell",
            "submitted_value",
            "acceptance");
    private static final String HEAP = "-Xmx256m";

    private final Path folder;
    private final int submissions;

    BackupBenchmark(Path folder, int submissions) {
        this.folder = folder;
        this.submissions = submissions;
    }

    void run() throws Exception {
        Path home = folder.resolve("home");
        Path file = folder.resolve("backup.zip");
        try (Service service = Service.start(home)) {
            DatabaseAddress database =
                    PostgresServer.running(PostgresSettings.in(home)).orElseThrow();
            try (Connection connection = DriverManager.getConnection(
                    database.url(),
                    database.username().orElseThrow(),
                    database.password().orElseThrow())) {
                double seconds = Stopwatch.once(() -> fill(connection));
                print("made in", seconds, "s");
                print("submissions", count(connection, "select count(*) from submission"), "");
                print("values", count(connection, "select count(*) from submitted_value"), "");
                print("database", count(connection, "select pg_database_size(current_database())") / 1e6, "MB");
            }
            command("backup", home, "backup", file.toString());
            print("memory of the service meanwhile", service.residentMegabytes(), "MB");
            print("size of the backup", Files.size(file) / 1e6, "MB");
        }
        command("backup verify", home, "backup", "verify", file.toString());
        command("restore", Files.createDirectories(folder.resolve("restored")), "restore", file.toString());
    }

    private static void print(String what, double value, String unit) {
        Stopwatch.print(what, value, unit, "", "", 0);
    }

    private void fill(Connection connection) throws SQLException {
        long now = count(connection, "select count(*) from submission");
        long copies = submissions / now;
        for (String table : TABLES) {
            StringJoiner names = new StringJoiner(", ");
            StringJoiner values = new StringJoiner(", ");
            try (ResultSet columns = connection
                    .createStatement()
                    .executeQuery("select column_name from information_schema.columns where table_name = '" + table
                            + "' and is_generated = 'NEVER' order by ordinal_position")) {
                while (columns.next()) {
                    names.add(columns.getString(1));
                    values.add(value(table, columns.getString(1)));
                }
            }
            connection
                    .createStatement()
                    .execute("insert into " + table + " (" + names + ") select " + values + " from " + table
                            + " t cross join generate_series(1, " + copies + ") k");
        }
        LongLog.add(connection, submissions);
    }

    private static String value(String table, String column) {
        return switch (column) {
            case "id" -> "md5(t.id::text || k)::uuid";
            case "submission_id" -> "md5(t.submission_id::text || k)::uuid";
            case "number" ->
                table.equals("acceptance") ? "(select max(number) from acceptance) + row_number() over ()" : "t.number";
            default -> "t." + column;
        };
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Runs a command with a small heap and prints its time and the most memory that it had. */
    private void command(String what, Path home, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder program = Service.program(home, Map.of(), HEAP);
        program.command().addAll(List.of(arguments));
        long begun = System.nanoTime();
        Process process = program.start();
        long most = 0;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, Service.residentMegabytes(process.pid()));
        }
        print(what, (System.nanoTime() - begun) / 1e9, "s");
        print("most memory of " + what, most, "MB");
        if (process.exitValue() != 0) {
            throw new IllegalStateException(what + " ends with " + process.exitValue() + "; see service.log");
        }
    }
}
