package org.tipstats.collect.values;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.jboss.logging.Logger;
import org.tipstats.platform.database.Database;

/** Updates PostgreSQL's statistics on tables of submissions that have grown, so that PostgreSQL plans queries well. */
@ApplicationScoped
public class StatisticsService {

    private static final Logger LOG = Logger.getLogger(StatisticsService.class);

    /** Longest time in seconds that a file may wait for the update. */
    private static final int SECONDS = 5;

    private final Database database;

    StatisticsService(Database database) {
        this.database = database;
    }

    /**
     * Updates the statistics of tables that have doubled since the last update or have no statistics yet. Logs a
     * failure and continues. The caller must not have begun a transaction, because this method uses a second
     * connection. This method joins no transaction: a rollback would undo the statistics, but not the sizes that show
     * which tables have grown.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void refresh() {
        try {
            database.call("select refresh_statistics()", SECONDS);
        } catch (RuntimeException e) {
            LOG.warn("The tables of submissions were not counted. Until autovacuum counts them, plans are guesses.", e);
        }
    }
}
