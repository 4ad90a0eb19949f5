package org.tipstats.platform.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Gives the role of the service its rights after each migration, if another role owns the tables (decision 97). The
 * role may read and change rows, but not alter or empty tables. In the audit log, the role may only read and append
 * entries; one table it may only append to.
 */
@Singleton
final class ServiceGrants implements FlywayConfigurationCustomizer, Callback {

    private static final List<String> APPENDED = List.of("audit_entry", "audit_statement");

    /** The table that the service may write but not read: it reads the rows through a view, see V24. */
    private static final String ONLY_WRITTEN = "submitted_value_row";

    private static final String GRANTS = """
            select pg_advisory_xact_lock(7421190352);
            revoke all on all tables in schema %1$s from %2$s;
            revoke all on all sequences in schema %1$s from %2$s;
            grant usage on schema %1$s to %2$s;
            grant select, insert, update, delete on all tables in schema %1$s to %2$s;
            grant select, usage on all sequences in schema %1$s to %2$s;
            grant execute on function %1$s.refresh_statistics() to %2$s;
            revoke insert, update, delete on %1$s.flyway_schema_history from %2$s;
            revoke update, delete on %3$s from %2$s;
            revoke select, update, delete on %1$s.%4$s from %2$s;
            """;

    private final Optional<String> owner;
    private final Optional<String> service;

    /**
     * @param owner the role that runs the migrations, if this is another role than the role of the service
     * @param service the role of the service
     */
    ServiceGrants(
            @ConfigProperty(name = "quarkus.flyway.username") Optional<String> owner,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> service) {
        this.owner = owner;
        this.service = service;
    }

    /**
     * Adds this callback if another role owns the tables, and the one that refuses a {@link NewerDatabase}. Also runs
     * all new migrations in one transaction, so that a running instance of an older program sees either all or none of
     * these.
     */
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.group(true);
        if (owner.isPresent() && !owner.equals(service)) {
            configuration.callbacks(new NewerDatabase(), this);
        } else {
            configuration.callbacks(new NewerDatabase());
        }
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            String schema = statement.enquoteIdentifier(connection.getSchema(), true);
            String role = statement.enquoteIdentifier(service.orElseThrow(), true);
            List<String> appended =
                    APPENDED.stream().map(table -> schema + "." + table).toList();
            // All grants are in one transaction, so a running instance never lacks a right.
            statement.execute(GRANTS.formatted(schema, role, String.join(", ", appended), ONLY_WRITTEN));
        } catch (SQLException e) {
            throw new Database.DatabaseException(e);
        }
    }

    @Override
    public String getCallbackName() {
        return "ServiceGrants";
    }
}
