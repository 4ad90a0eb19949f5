package org.tipstats.platform.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.tipstats.platform.database.Database.DatabaseException;

/**
 * Warns if the database role of the service may change not only rows but also tables: as their owner, as a superuser,
 * or because it may create tables. Also warns if the role may bypass row-level security. The service still works with
 * such a role, as version 1.0 did.
 */
@Readiness
@Singleton
final class RoleCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(RoleCheck.class);

    private static final String ADVICE =
            "The role of the service owns its tables or may change them. Make a second role"
                    + " with the command prepare-roles, and set TIPSTATS_DATABASE_OWNER (src/docs/running.md).";

    private static final String MAY_CHANGE_TABLES = """
            select rolsuper or rolbypassrls or has_schema_privilege(current_schema(), 'create')
                or exists (select from pg_class c where c.relnamespace = current_schema()::regnamespace
                           and pg_has_role(c.relowner, 'member'))
            from pg_roles where rolname = current_user
            """;

    private final Database database;
    private Optional<Boolean> separate = Optional.empty();

    RoleCheck(Database database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        try {
            separate = Optional.of(isSeparate());
        } catch (DatabaseException e) {
            LOG.warn("The rights of the role of the service could not be read.", e);
        }
        if (separate.equals(Optional.of(false))) {
            LOG.warn(ADVICE);
        }
    }

    /** Returns whether the role of the service can neither change tables nor bypass row-level security. */
    boolean isSeparate() {
        return !database.first(MAY_CHANGE_TABLES, row -> row.getBoolean(1)).orElse(true);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("database-role").up();
        separate.ifPresent(known -> response.withData("separateOwner", known));
        if (separate.equals(Optional.of(false))) {
            response.withData("warning", ADVICE);
        }
        return response.build();
    }
}
