package org.tipstats.publish.draft;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.publish.draft.AreaThresholdService.AreaThreshold;

/**
 * Stores the thresholds that areas set, and the orders in which areas want figures to be kept, with the history of
 * both. A query on behalf of a person returns only settings of areas that the person may see.
 */
@Singleton
record AreaThresholdRepository(Database database) {

    private static final String CURRENT = """
            select area, dataflow, t.threshold, t.stated_at, o.keep, o.stated_at
            from (select distinct on (area, dataflow) area, dataflow, threshold, stated_at
                  from area_threshold order by area, dataflow, number desc) t
            full join (select distinct on (area, dataflow) area, dataflow, keep, stated_at
                       from area_order order by area, dataflow, number desc) o using (area, dataflow)
            where (t.threshold is not null or o.keep is not null)""";

    /** Returns the current settings of all areas. */
    AreaSettings all() {
        Map<String, Map<String, Integer>> thresholds = new TreeMap<>();
        Map<String, Map<String, List<String>>> orders = new TreeMap<>();
        for (AreaThreshold each : current("")) {
            if (each.threshold() != null) {
                thresholds
                        .computeIfAbsent(each.dataflow(), id -> new TreeMap<>())
                        .put(each.area(), each.threshold());
            }
            if (!each.keep().isEmpty()) {
                orders.computeIfAbsent(each.dataflow(), id -> new TreeMap<>()).put(each.area(), each.keep());
            }
        }
        return new AreaSettings(thresholds, orders);
    }

    /** Returns a number that grows with every change of any area's settings, 0 before the first change. */
    long lastNumber() {
        return database.number("select (select coalesce(max(number), 0) from area_threshold)"
                + " + (select coalesce(max(number), 0) from area_order)");
    }

    /** Returns the current settings of an area, by dataflow, if the actor may see them. */
    List<AreaThreshold> ofArea(String area, Actor actor) {
        return current(" and area = ? and (? or area = any (?))", area, actor.readsDrafts(), actor.areas());
    }

    /** Returns the current settings of one of the actor's areas for a dataflow. */
    Optional<AreaThreshold> own(String area, String dataflow, Actor actor) {
        return current(" and dataflow = ? and area = ? and area = any (?)", dataflow, area, actor.areas()).stream()
                .findFirst();
    }

    private List<AreaThreshold> current(String condition, Object... values) {
        return database.list(CURRENT + condition + " order by area, dataflow", AreaThresholdRepository::read, values);
    }

    /**
     * Locks the settings until this transaction ends, so that no other transaction changes them. Waits while another
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

    /**
     * Records an order.
     *
     * @param keep the ids of dimensions, the most valuable first, or null to withdraw the area's order
     */
    void stateOrder(String area, String dataflow, List<String> keep, Actor by, Instant at) {
        database.update(
                "insert into area_order (area, dataflow, keep, stated_at, stated_by, name)"
                        + " values (?, ?, ?::varchar[], ?, ?, ?)",
                area,
                dataflow,
                keep,
                at,
                by.id(),
                by.name());
    }

    private static AreaThreshold read(ResultSet row) throws SQLException {
        Integer threshold = row.getObject(3, Integer.class);
        List<String> keep = Database.texts(row, 5);
        return new AreaThreshold(
                row.getString(1),
                row.getString(2),
                threshold,
                threshold == null ? null : Database.time(row, 4),
                keep,
                keep.isEmpty() ? null : Database.time(row, 6));
    }
}
