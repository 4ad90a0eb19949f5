package org.tipstats.start.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tipstats.platform.database.Database.RowReader;
import org.tipstats.start.backup.BackupManifest.Migration;
import org.tipstats.start.backup.BackupManifest.Sequence;

/** Reads the tables, sequences and migrations of a database. All statements run in the caller's transaction. */
record DatabaseTables(Connection connection) {

    private static final String HISTORY = "flyway_schema_history";

    /** The table of past backups. A backup does not contain it, so a restored database knows of no backup. */
    private static final String BACKUPS = "backup_made";

    /** The table of printed files. A backup does not contain it, because the service prints missing files again. */
    private static final String PRINTS = "printed_report";

    private static final String COLUMNS = """
            select c.relname, a.attname from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by c.relname, a.attnum
            """;

    private static final String REFERENCES = """
            select distinct c.relname, r.relname from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
            where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and c.oid <> r.oid
            """;

    private static final String SEQUENCES = """
            select c.relname from pg_class c
            where c.relkind = 'S' and c.relnamespace = current_schema()::regnamespace order by c.relname
            """;

    private static final String KEY = """
            select a.attname from pg_index i
            cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
            where i.indisprimary and i.indrelid = cast(? as regclass) order by k.place
            """;

    /** The query for the text columns of a table. A collation determines in which order their values are sorted. */
    private static final String TEXTS =
            "select attname from pg_attribute where attrelid = cast(? as regclass) and attnum > 0 and attcollation <> 0";

    private static final String MIGRATIONS =
            "select version, script from " + HISTORY + " where success and version is not null order by installed_rank";

    private <T> List<T> list(String sql, RowReader<T> reader, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<T> list = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    list.add(reader.read(rows));
                }
            }
            return list;
        }
    }

    private boolean hasRow(String sql, String... values) throws SQLException {
        return !list(sql, row -> true, values).isEmpty();
    }

    /**
     * Returns the columns of each table that a backup contains, without generated columns. A table comes after all
     * tables that it refers to.
     */
    Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        list(
                COLUMNS,
                row -> columns.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(row.getString(2)));
        columns.keySet().removeAll(List.of(HISTORY, BACKUPS, PRINTS));
        Map<String, Set<String>> references = new TreeMap<>();
        list(
                REFERENCES,
                row -> references
                        .computeIfAbsent(row.getString(1), none -> new TreeSet<>())
                        .add(row.getString(2)));
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        for (String table : columns.keySet()) {
            add(table, columns, references, ordered, new LinkedHashSet<>());
        }
        return ordered;
    }

    private static void add(
            String table,
            Map<String, List<String>> columns,
            Map<String, Set<String>> references,
            Map<String, List<String>> ordered,
            Set<String> above) {
        if (ordered.containsKey(table)) {
            return;
        }
        if (!above.add(table)) {
            throw new BackupFailedException("The tables " + above + " refer to each other in a circle.");
        }
        references
                .getOrDefault(table, Set.of())
                .forEach(referred -> add(referred, columns, references, ordered, above));
        above.remove(table);
        ordered.put(table, columns.get(table));
    }

    List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        for (String name : list(SEQUENCES, row -> row.getString(1))) {
            sequences.addAll(list(
                    "select last_value, is_called from " + quoted(name),
                    row -> new Sequence(name, row.getLong(1), row.getBoolean(2))));
        }
        return sequences;
    }

    /**
     * Returns the migrations. Leaves out the folder of a file, because the folder depends on the program that ran the
     * migration.
     */
    List<Migration> migrations() throws SQLException {
        if (!hasHistory()) {
            throw new BackupFailedException("The database is not one of TIPstats.");
        }
        return list(
                MIGRATIONS,
                row -> new Migration(row.getString(1), row.getString(2).replaceFirst(".*/", "")));
    }

    /**
     * Returns the statement that reads a table, for COPY. Sorts the rows by their keys, or by all columns if the table
     * has no key, and compares texts by their bytes, so that equal tables give equal files on any database.
     */
    String rows(String table, List<String> columns) throws SQLException {
        List<String> texts = list(TEXTS, row -> row.getString(1), quoted(table));
        return rows(table, columns, column -> texts.contains(column) ? " collate \"C\"" : "");
    }

    /** Returns the statement that reads a table with its rows in the order of the collation of the database. */
    String rowsInOwnOrder(String table, List<String> columns) throws SQLException {
        return rows(table, columns, column -> "");
    }

    private String rows(String table, List<String> columns, UnaryOperator<String> collation) throws SQLException {
        List<String> key = list(KEY, row -> row.getString(1), quoted(table));
        return "select " + names(columns) + " from " + quoted(table) + " order by "
                + (key.isEmpty() ? columns : key)
                        .stream()
                                .map(column -> quoted(column) + collation.apply(column))
                                .collect(Collectors.joining(", "));
    }

    private static String names(List<String> columns) {
        return String.join(", ", columns.stream().map(DatabaseTables::quoted).toList());
    }

    /** Returns whether the current schema of the database has no tables, views or sequences. */
    boolean isEmpty() throws SQLException {
        return !hasRow("select 1 from pg_class where relkind in ('r', 'v', 'S')"
                + " and relnamespace = current_schema()::regnamespace limit 1");
    }

    /** Returns whether the database records its migrations. */
    boolean hasHistory() throws SQLException {
        return hasRow(
                "select 1 from pg_class where relname = ? and relnamespace = current_schema()::regnamespace", HISTORY);
    }

    /** Returns whether a table that a backup contains has rows. */
    boolean hasRows() throws SQLException {
        for (String table : columns().keySet()) {
            if (hasRow("select 1 from " + quoted(table) + " limit 1")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the current time of the database. */
    String now() throws SQLException {
        return list(
                        "select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
                        row -> row.getString(1))
                .get(0);
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Returns the name of a table with the names of its columns, as the statement COPY needs them. */
    static String target(String table, List<String> columns) {
        return quoted(table) + " (" + names(columns) + ")";
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
