package org.tipstats.collect.values;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.jboss.logging.Logger;
import org.tipstats.platform.database.Database;

/** Lets PostgreSQL count the tables of submissions that have grown much, so that it does not plan with guesses. */
@ApplicationScoped
public class StatisticsService {

    private static final Logger LOG = Logger.getLogger(StatisticsService.class);

    /** A file may wait for the count as long as this. */
    private static final int SECONDS = 5;

    private final Database database;

    StatisticsService(Database database) {
        this.database = database;
    }

    /**
     * Counts tables that have doubled since they were counted last. A failure is logged and has no other effect. The caller
     * must not have begun a transaction: it would keep its connection while this method asks for another one. In a
     * transaction of the caller, the tables would seem to be counted after a rollback and would not be.
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
