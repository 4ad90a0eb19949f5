package org.tipstats.disseminate.query;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.tipstats.disseminate.query.SavedQueryService.SavedQuery;
import org.tipstats.platform.database.Database;

@Singleton
record SavedQueryRepository(Database database) {

    /**
     * Adds a query unless its id exists.
     *
     * @return whether the query was added
     */
    boolean add(SavedQuery query) {
        return database.update(
                        "insert into saved_query (id, release_id, dataflow, parameters, created_at)"
                                + " values (?, ?, ?, ?, ?) on conflict (id) do nothing",
                        query.id(),
                        query.release(),
                        query.dataflow(),
                        query.query(),
                        query.createdAt())
                > 0;
    }

    long savedSince(Instant instant) {
        return database.number("select count(*) from saved_query where created_at > ?", instant);
    }

    Optional<SavedQuery> find(String id) {
        return database.first(
                "select id, release_id, dataflow, parameters, created_at from saved_query where id = ?",
                row -> new SavedQuery(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        SavedQuery.parse(row.getString(4)),
                        Database.time(row, 5)),
                id);
    }
}
