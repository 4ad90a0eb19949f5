package org.tipstats;

import com.github.benmanes.caffeine.cache.Cache;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.tipstats.platform.database.OwnerRole;

/**
 * Empties the store and the caches before each class of tests over HTTP. No class depends on what others sent, and no
 * release has to protect the figures of all of them. Accounts, jobs and the audit log stay. Before the first class,
 * it also installs the {@link ScriptCache}.
 */
public final class FreshStore implements QuarkusTestBeforeClassCallback {

    private static final String TABLES =
            "select tablename from pg_tables where schemaname = 'public' and tablename not in"
                    + " ('account', 'account_token', 'account_grant', 'audit_entry', 'web_session', 'job', 'job_result', 'flyway_schema_history')";

    private static final String DEADLOCK = "40P01";
    private static final Set<Class<? extends Annotation>> SCOPES = Set.of(ApplicationScoped.class, Singleton.class);

    static {
        ScriptCache.install();
    }

    @Override
    public void beforeClass(Class<?> testClass) {
        try {
            emptyStore(3);
            clearCaches();
        } catch (SQLException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Empties the tables that have rows: to empty one makes new files for it and for its indexes, even if it has no rows.
     * Those that refer to one of them must be emptied in the same statement. Work of an earlier class may still run and hold
     * locks, so a deadlock is no fault.
     */
    private static void emptyStore(int attempts) throws SQLException {
        try (Connection connection = OwnerRole.connect();
                Statement statement = connection.createStatement()) {
            StringJoiner filled = new StringJoiner(" union all ");
            for (String table : names(statement, TABLES)) {
                filled.add("select '" + table + "' where exists (select from " + table + ")");
            }
            List<String> tables = names(statement, filled.toString());
            if (!tables.isEmpty()) {
                statement.execute("truncate " + String.join(", ", tables) + " cascade");
            }
        } catch (SQLException e) {
            if (attempts == 1 || !DEADLOCK.equals(e.getSQLState())) {
                throw e;
            }
            emptyStore(attempts - 1);
        }
    }

    private static List<String> names(Statement statement, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    /** The caches rely on releases that never change. Here the next class may publish other ones of the same names. */
    private static void clearCaches() throws IllegalAccessException {
        for (Bean<?> declared : Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (SCOPES.contains(declared.getScope())) {
                Object bean =
                        Arc.container().getActiveContext(declared.getScope()).get(declared);
                for (Class<?> type = bean == null ? null : bean.getClass(); type != null; type = type.getSuperclass()) {
                    clearCaches(bean, type);
                }
            }
        }
    }

    private static void clearCaches(Object bean, Class<?> type) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            if (Cache.class.isAssignableFrom(field.getType()) && !Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                ((Cache<?, ?>) field.get(bean)).invalidateAll();
            }
        }
    }
}
