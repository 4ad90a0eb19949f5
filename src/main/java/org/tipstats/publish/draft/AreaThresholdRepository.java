package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.protect.disclose.AreaSettings;
import org.tipstats.publish.draft.AreaThresholdService.AreaThreshold;

/**
 * Stores the thresholds that areas set, with their history. A query on behalf of a person returns only thresholds of
 * areas that the person may see.
 */
@ApplicationScoped
class AreaThresholdRepository {

    private static final String LAST = """
            select distinct on (area, dataflow) area, dataflow, threshold, stated_at, number
            from area_threshold""";

    private final Database database;

    AreaThresholdRepository(Database database) {
        this.database = database;
    }

    /** Returns the current thresholds of all areas. */
    AreaSettings all() {
        Map<String, Map<String, Integer>> stricter = new TreeMap<>();
        database.each(
                "select area, dataflow, threshold from (" + LAST
                        + " order by area, dataflow, number desc) l where threshold is not null",
                row -> stricter.computeIfAbsent(row.getString(2), id -> new TreeMap<>())
                        .put(row.getString(1), row.getInt(3)));
        return new AreaSettings(stricter, Map.of());
    }

    /** Returns the number of the last change of any threshold, or 0 before the first change. */
    long lastNumber() {
        return database.number("select coalesce(max(number), 0) from area_threshold");
    }

    /** Returns the current thresholds of an area, by dataflow, if the actor may see them. */
    List<AreaThreshold> ofArea(String area, Actor actor) {
        boolean staff = actor.may(AccountRole.REVIEWER) || actor.may(AccountRole.PUBLISHER);
        return current(" where area = ? and (? or area = any (?))", area, staff, actor.areas());
    }

    /** Returns the current threshold of one of the actor's areas for a dataflow. */
    Optional<AreaThreshold> own(String area, String dataflow, Actor actor) {
        String where = " where dataflow = ? and area = ? and area = any (?)";
        return current(where, dataflow, area, actor.areas()).stream().findFirst();
    }

    private List<AreaThreshold> current(String where, Object... values) {
        return database.list(
                "select area, dataflow, threshold, stated_at from (" + LAST + where
                        + " order by area, dataflow, number desc) l where threshold is not null order by dataflow",
                AreaThresholdRepository::read,
                values);
    }

    /**
     * Locks the thresholds until this transaction ends, so that no other transaction changes them. Waits while another
     * transaction has the lock.
     */
    void lock() {
        database.lock("area thresholds");
    }

    /**
     * Records a threshold.
     *
     * @param threshold the new threshold, or null to withdraw the area's threshold
     */
    void state(String area, String dataflow, Integer threshold, Actor by, Instant at) {
        database.update(
                "insert into area_threshold (area, dataflow, threshold, stated_at, stated_by, name)"
                        + " values (?, ?, ?::int, ?, ?, ?)",
                area,
                dataflow,
                threshold,
                at,
                by.id(),
                by.name());
    }

    private static AreaThreshold read(ResultSet row) throws SQLException {
        return new AreaThreshold(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
