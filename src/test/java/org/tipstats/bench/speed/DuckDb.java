package org.tipstats.bench.speed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipstats.validate.forms.ReportWriter;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dataflow.Constraint;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** The checks of a file of victims in DuckDB's SQL, in memory and on two threads. */
public final class DuckDb implements AutoCloseable {

    private static final String KEY = "area_at, sex_at, age_at, form_at, year";

    private final Dataflow dataflow;
    private final int currentYear;
    private final Connection connection;

    public DuckDb(Dataflow dataflow, int currentYear) throws SQLException {
        this.dataflow = dataflow;
        this.currentYear = currentYear;
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("set threads = 2");
        dimension("freq", Role.FREQUENCY);
        dimension("area", Role.AREA);
        dimension("sex", Role.SEX);
        dimension("age", Role.AGE);
        dimension("form", Role.EXPLOITATION);
        dimension("unit", Role.UNIT);
        attribute("status", Role.STATUS);
        attribute("confidentiality", Role.CONFIDENTIALITY);
    }

    private void dimension(String table, Role role) throws SQLException {
        Dimension dimension = dataflow.structure().dimension(role).orElseThrow();
        Constraint submission = dataflow.submission();
        List<Code> usable = dimension.codes().codes().stream()
                .filter(code -> !(role == Role.AREA && code.isAreaGroup()))
                .filter(code -> submission.allows(dimension.id(), code.id()))
                .toList();
        load(table, dimension.codes(), usable);
    }

    private void attribute(String table, Role role) throws SQLException {
        CodeList codes =
                dataflow.structure().attribute(role).map(Attribute::codes).orElseThrow();
        load(table, codes, codes.codes());
    }

    private void load(String table, CodeList list, List<Code> codes) throws SQLException {
        execute("create table codes_" + table + " (code varchar, position smallint, parent smallint)");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into codes_" + table + " values (?, ?, ?)")) {
            for (Code code : codes) {
                insert.setString(1, code.id());
                insert.setInt(2, code.position());
                insert.setObject(3, code.parent() == null ? null : list.positionOf(code.parent()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Makes all checks. Returns the number of findings of each rule; rules without findings are absent. */
    public SortedMap<String, Long> check(Path file) throws SQLException, IOException {
        run("cells.sql", Map.of("file", file.toString(), "year", String.valueOf(currentYear)));
        for (String along : List.of("sex", "age", "form")) {
            run("breakdown.sql", Map.of("along", along, "others", KEY.replace(along + "_at, ", "")));
        }
        String total = "sex_at = " + total(Role.SEX) + " and age_at = " + total(Role.AGE) + " and form_at = "
                + total(Role.EXPLOITATION);
        run("totals.sql", Map.of("total", total));
        return report();
    }

    private int total(Role role) {
        CodeList codes = dataflow.structure().dimension(role).orElseThrow().codes();
        return codes.total().orElseThrow().position();
    }

    /** Fetches the content of the first page of a report: counts by rule, and the first findings. */
    private SortedMap<String, Long> report() throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rules =
                    statement.executeQuery("select rule, count(*), min(line), max(line) from findings group by rule")) {
                while (rules.next()) {
                    counts.put(rules.getString(1), rules.getLong(2));
                }
            }
            try (ResultSet first = statement.executeQuery(
                    "select * from findings order by line, place, rule limit " + ReportWriter.MAX_FINDINGS)) {
                while (first.next()) {
                    first.getString(4);
                }
            }
        }
        return counts;
    }

    private void run(String script, Map<String, String> values) throws SQLException, IOException {
        String sql;
        try (InputStream in = DuckDb.class.getResourceAsStream("/benchmark/" + script)) {
            sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            sql = sql.replace("{" + value.getKey() + "}", value.getValue());
        }
        for (String statement : sql.replaceAll("(?m)^--.*", "").split(";")) {
            if (!statement.isBlank()) {
                execute(statement);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
