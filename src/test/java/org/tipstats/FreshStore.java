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
import java.util.stream.Collectors;
import org.tipstats.platform.database.OwnerRole;

/**
 * Empties the store and the caches before each class of tests over HTTP. No class depends on what others sent, and no
 * release has to protect the figures of all of them. Accounts, jobs and the audit log stay. Before the first class,
 * it also installs the {@link ScriptCache} and {@link DirectRequests}.
 */
public final class FreshStore implements QuarkusTestBeforeClassCallback {

    private static final String SPARED =
            "('account', 'account_token', 'account_grant', 'audit_entry', 'web_session', 'job', 'job_result', 'flyway_schema_history')";

    private static final String TABLES =
            "select tablename from pg_tables where schemaname = 'public' and tablename not in " + SPARED;

    /** The tables with rows, and those that refer to them. */
    private static final String FILLED = """
            with recursive filled (id) as (
                select id from (%s) as own (id)
                union select conrelid from pg_constraint join filled on confrelid = id where contype = 'f')
            select relname from pg_class join filled on oid = id where relname not in %s""";

    private static final String DEADLOCK = "40P01";
    private static final Set<Class<? extends Annotation>> SCOPES = Set.of(ApplicationScoped.class, Singleton.class);

    static {
        ScriptCache.install();
        DirectRequests.install();
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
     * Locks all of them first, so that it sees the rows of transactions that still run. PostgreSQL refuses to empty a table
     * that a spared one refers to. Work of an earlier class may still run and hold locks, so a deadlock is no fault.
     */
    private static void emptyStore(int attempts) throws SQLException {
        Connection connection = OwnerRole.kept();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<String> all = names(statement, TABLES);
            statement.execute("lock table " + String.join(", ", all));
            String own = all.stream()
                    .map(each -> "select '" + each + "'::regclass::oid where exists (select from " + each + ")")
                    .collect(Collectors.joining(" union all "));
            List<String> filled = names(statement, FILLED.formatted(own, SPARED));
            if (!filled.isEmpty()) {
                statement.execute("truncate " + String.join(", ", filled));
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            boolean deadlock = e instanceof SQLException refused && DEADLOCK.equals(refused.getSQLState());
            if (attempts == 1 || !deadlock) {
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
