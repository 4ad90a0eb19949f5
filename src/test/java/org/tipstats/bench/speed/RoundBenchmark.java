package org.tipstats.bench.speed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.PostgresSettings;

/**
 * Measures the opening of a round of 200 areas, five dataflows and three years, and its board, when every area has answered.
 * The peer reads the same rows by the same join, alone and by plain SQL.
 */
final class RoundBenchmark {

    private static final int WARMING = 300;
    private static final int RUNS = 41;
    private static final String ADMINISTRATOR = "demo-administrator";
    private static final String FLOWS = "'{VICTIMS,PERSONS,OFFENCES,VICTIMS_SUPPORT,VICTIMS_CITIZENSHIP}'::text[]";
    private static final String YEARS = "'{2023,2024,2025}'::text[]";
    private static final String AREAS =
            "(select area from collection_round_area where round_id = 'demo-2017' order by area limit 200)";

    private static final String SUBMISSIONS = "insert into submission select (jsonb_populate_record(s,"
            + " jsonb_build_object('id', md5(a.area || f.flow)::uuid, 'dataflow', f.flow, 'areas', array[a.area],"
            + " 'periods', " + YEARS + "))).* from submission s cross join " + AREAS
            + " a cross join unnest(" + FLOWS + ") f (flow) where s.id = (select min(id::text)::uuid from submission)";

    private static final String COUNTS =
            "insert into submission_year select md5(a.area || f.flow)::uuid, a.area, y.year,"
                    + " 40, '{}', 0 from " + AREAS + " a cross join unnest(" + FLOWS + ") f (flow) cross join unnest("
                    + YEARS
                    + ") y (year)";

    private static final String PEER = "select y.area, s.dataflow, y.period, s.id, s.status, s.received_at, y.figures"
            + " from submission s join submission_year y on y.submission_id = s.id where s.dataflow = any (" + FLOWS
            + ") and y.period = any (" + YEARS + ")";

    private final Path folder;

    RoundBenchmark(Path folder) {
        this.folder = folder;
    }

    void run() throws Exception {
        Path home = folder.resolve("home");
        try (Service service = Service.start(home)) {
            DatabaseAddress database =
                    PostgresServer.running(PostgresSettings.in(home)).orElseThrow();
            try (Connection connection = DriverManager.getConnection(
                    database.url(),
                    database.username().orElseThrow(),
                    database.password().orElseThrow())) {
                connection.createStatement().execute(SUBMISSIONS);
                connection.createStatement().execute(COUNTS);
                connection.createStatement().execute("analyze");
                measure(service, connection);
            }
        }
    }

    private static void measure(Service service, Connection connection) throws Exception {
        String areas = first(connection, "select to_json(array_agg(area)) from " + AREAS + " a");
        String round = "{\"id\": \"bench\", \"title\": {\"en\": \"Benchmark\"}, \"dataflows\": "
                + first(connection, "select to_json(" + FLOWS + ")") + ", \"years\": [\"2023\", \"2024\", \"2025\"],"
                + " \"areas\": " + areas + ", \"closesAt\": \"2099-12-31T00:00:00Z\", \"contact\": \"Nobody\"}";
        double opened = Stopwatch.once(() -> require(
                201, service.post("/api/v1/rounds", ADMINISTRATOR, round).statusCode()));
        Stopwatch.print("a round of 200 areas opens in", opened, "s", "5 s", "", 0);
        for (int i = 0; i < WARMING; i++) {
            service.get("/api/v1/rounds/bench/board", ADMINISTRATOR);
        }
        double board = Stopwatch.median(
                RUNS,
                () -> require(
                        200,
                        service.get("/api/v1/rounds/bench/board", ADMINISTRATOR).statusCode()));
        double peer = Stopwatch.median(RUNS, () -> read(connection));
        Stopwatch.print("its board of 3,000 items", 1_000 * board, "ms", "100 ms", "plain SQL", board / peer);
        Stopwatch.print("the same rows by plain SQL", 1_000 * peer, "ms", "", "", 0);
    }

    private static void require(int expected, int status) {
        if (status != expected) {
            throw new IllegalStateException("status " + status);
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void read(Connection connection) throws SQLException {
        int count = 0;
        try (PreparedStatement statement = connection.prepareStatement(PEER);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                count += rows.getString(1).length() > 0 && rows.getObject(6) != null ? 1 : 0;
            }
        }
        require(3_000, count);
    }
}
