package org.tipstats.collect.mappings;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;

/** Stores mappings and their versions. A version never changes. */
@Singleton
record MappingRepository(Database database) {

    private static final String COLUMNS = "select m.id, v.version, m.name, m.area, v.dataflows, v.saved_at,"
            + " v.saved_by_name, m.retired_at, v.content from mapping m join mapping_version v on v.mapping_id = m.id";
    /** The columns for lists. Lists do not show the content, so an empty text stands for it. */
    private static final String LISTED = COLUMNS.replace("v.content", "''");

    private static final String NEWEST =
            " and v.version = (select max(n.version) from mapping_version n where n.mapping_id = m.id)";

    private static StoredMapping read(ResultSet row) throws SQLException {
        return new StoredMapping(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                List.of(row.getString(5).split(",")),
                Database.time(row, 6),
                row.getString(7),
                Database.time(row, 8),
                row.getString(9));
    }

    Optional<StoredMapping> newest(String id) {
        return database.first(COLUMNS + " where m.id = ?" + NEWEST, MappingRepository::read, id);
    }

    Optional<StoredMapping> version(String id, int version) {
        return database.first(COLUMNS + " where m.id = ? and v.version = ?", MappingRepository::read, id, version);
    }

    Optional<StoredMapping> named(String area, String name) {
        return database.first(
                COLUMNS + " where m.area = ? and m.name = ?" + NEWEST, MappingRepository::read, area, name);
    }

    /**
     * Returns the newest version of each mapping of these areas that is in use, sorted by area and by the number of the
     * mapping.
     */
    List<StoredMapping> ofAreas(Collection<String> areas) {
        return database.list(
                COLUMNS + " where m.area = any (?) and m.retired_at is null" + NEWEST + " order by m.area, m.number",
                MappingRepository::read,
                areas);
    }

    /**
     * Lists the newest version of each mapping in use, without its content.
     *
     * @param areas null for all areas
     */
    List<StoredMapping> list(Collection<String> areas) {
        String end = " and m.retired_at is null" + NEWEST + " order by m.area, m.number";
        return areas == null
                ? database.list(LISTED + " where true" + end, MappingRepository::read)
                : database.list(LISTED + " where m.area = any (?)" + end, MappingRepository::read, areas);
    }

    /** Lets only one transaction at a time change the mappings of an area. */
    void lock(String area) {
        database.lock("mappings of " + area);
    }

    long inUse(String area) {
        return database.number("select count(*) from mapping where area = ? and retired_at is null", area);
    }

    /** Adds a mapping without a version and returns its id. */
    String add(String area, String name) {
        long number = 1 + database.number("select count(*) from mapping where area = ?", area);
        String id = area + "_" + number;
        database.update("insert into mapping (id, area, number, name) values (?, ?, ?, ?)", id, area, number, name);
        return id;
    }

    void addVersion(String id, int version, List<String> dataflows, String content, Actor by, Instant at) {
        database.update(
                "insert into mapping_version (mapping_id, version, dataflows, content, saved_at, saved_by,"
                        + " saved_by_name) values (?, ?, ?, ?, ?, ?, ?)",
                id,
                version,
                String.join(",", dataflows),
                content,
                at,
                by.id(),
                by.name());
    }

    /** Sets the time at which a mapping was retired. Null puts the mapping in use again. */
    void retire(String id, Instant at) {
        database.update("update mapping set retired_at = ? where id = ?", at, id);
    }
}
