package org.tipstats.publish.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.tipstats.platform.cache.PublicState;
import org.tipstats.platform.database.Database;

/**
 * The state of all releases with their errata and withdrawals. PostgreSQL gives every version of a row the number of its
 * transaction, so no change goes unnoticed, and a release under embargo changes the state when its time comes.
 */
@ApplicationScoped
class PublishedState implements PublicState {

    private static final String STAMP = "select md5(concat_ws(';',"
            + " (select string_agg(concat_ws(' ', id, xmin, status <> 'SCHEDULED' or published_at <= ?), ',' order by id)"
            + " from release where status <> 'DRAFT'),"
            + " (select string_agg(concat_ws(' ', id, xmin), ',' order by id) from release_erratum),"
            + " (select string_agg(concat_ws(' ', release_id, xmin), ',' order by release_id)"
            + " from release_withdrawal)))";

    private final Database database;
    private final Clock clock;

    PublishedState(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String stamp() {
        return database.list(STAMP, row -> row.getString(1), clock.instant()).get(0);
    }
}
