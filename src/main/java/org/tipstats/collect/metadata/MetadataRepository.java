package org.tipstats.collect.metadata;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tipstats.collect.metadata.MetadataVersion.MetadataStatus;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.JsonText;

/** Stores the versions of national metadata, the decisions about them and their confirmations. */
@ApplicationScoped
class MetadataRepository {

    private static final String COLUMNS = "select m.area, m.version, m.dataflow, m.status, m.content, m.written_at,"
            + " m.written_by_name, m.decided_at, m.decided_by_name, m.reason, c.confirmed_at, c.confirmed_by_name, c.round_id"
            + " from national_metadata m left join lateral (select confirmed_at, confirmed_by_name, round_id"
            + " from metadata_confirmation c where c.area = m.area and c.version = m.version"
            + " order by id desc limit 1) c on true";

    /** The newest accepted versions at a moment. */
    private static final String IN_FORCE =
            " where m.status = 'ACCEPTED' and not exists (select from national_metadata n"
                    + " where n.area = m.area and n.dataflow is not distinct from m.dataflow and n.status = 'ACCEPTED'"
                    + " and n.version > m.version and n.decided_at <= ?) and m.decided_at <= ?";

    private static final String ORDER = " order by m.area, m.dataflow nulls first, m.version desc";

    private final Database database;
    private final ObjectMapper json = new ObjectMapper();

    MetadataRepository(Database database) {
        this.database = database;
    }

    private MetadataVersion read(ResultSet row) throws SQLException {
        return new MetadataVersion(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                MetadataStatus.valueOf(row.getString(4)),
                content(row.getString(5)),
                Database.time(row, 6),
                row.getString(7),
                Database.time(row, 8),
                row.getString(9),
                row.getString(10),
                Database.time(row, 11),
                row.getString(12),
                row.getString(13));
    }

    private MetadataContent content(String text) {
        return JsonText.read(json.readerFor(MetadataContent.class), text);
    }

    /** Lets only one transaction at a time change the metadata of an area. */
    void lock(String area) {
        database.lock("metadata of " + area);
    }

    /** Returns all versions of an area, newest first. */
    List<MetadataVersion> ofArea(String area) {
        return database.list(COLUMNS + " where m.area = ? order by m.version desc", this::read, area);
    }

    Optional<MetadataVersion> version(String area, int version) {
        return database.first(COLUMNS + " where m.area = ? and m.version = ?", this::read, area, version);
    }

    /** Returns the versions that wait for a reviewer, the longest waiting first. */
    List<MetadataVersion> waiting() {
        return database.list(COLUMNS + " where m.status = 'SUBMITTED' order by m.written_at, m.area", this::read);
    }

    /**
     * Returns the newest accepted versions at a moment, sorted by area and dataflow. An empty version withdraws all
     * earlier versions.
     *
     * @param area null for all areas
     */
    List<MetadataVersion> inForce(String area, Instant at) {
        List<MetadataVersion> newest = area == null
                ? database.list(COLUMNS + IN_FORCE + ORDER, this::read, at, at)
                : database.list(COLUMNS + IN_FORCE + " and m.area = ?" + ORDER, this::read, at, at, area);
        return newest.stream().filter(each -> !each.content().saysNothing()).toList();
    }

    /** Returns the time of the newest acceptance or confirmation. */
    Optional<Instant> lastChange() {
        return database.instant(
                "select greatest((select max(decided_at) from national_metadata where status = 'ACCEPTED'),"
                        + " (select max(confirmed_at) from metadata_confirmation))");
    }

    boolean isWriter(String area, int version, Actor actor) {
        return database.number(
                        "select count(*) from national_metadata where area = ? and version = ? and written_by = ?",
                        area,
                        version,
                        actor.id())
                > 0;
    }

    int lastVersion(String area) {
        return (int) database.number("select coalesce(max(version), 0) from national_metadata where area = ?", area);
    }

    void add(String area, int version, String dataflow, MetadataContent content, Actor by, Instant at) {
        database.update(
                "insert into national_metadata (area, version, dataflow, content, status, written_at, written_by,"
                        + " written_by_name) values (?, ?, ?::varchar, ?, 'SUBMITTED', ?, ?, ?)",
                area,
                version,
                dataflow,
                JsonText.write(json, content),
                at,
                by.id(),
                by.name());
    }

    /** Withdraws the version that waits for a reviewer, if there is one about this dataflow. */
    void withdrawWaiting(String area, String dataflow, Actor by, Instant at) {
        database.update(
                "update national_metadata set status = 'WITHDRAWN', decided_at = ?, decided_by = ?, decided_by_name = ?"
                        + " where area = ? and dataflow is not distinct from ?::varchar and status = 'SUBMITTED'",
                at,
                by.id(),
                by.name(),
                area,
                dataflow);
    }

    /** @param reason the reason for returning the version; null if the version is accepted */
    void decide(String area, int version, MetadataStatus status, String reason, Actor by, Instant at) {
        database.update(
                "update national_metadata set status = ?, reason = ?::text, decided_at = ?, decided_by = ?,"
                        + " decided_by_name = ? where area = ? and version = ?",
                status.name(),
                reason,
                at,
                by.id(),
                by.name(),
                area,
                version);
    }

    /** Stores a confirmation, with the newest open round that asks the area, if there is one. */
    void confirm(String area, int version, Actor by, Instant at) {
        database.update(
                "insert into metadata_confirmation (area, version, round_id, confirmed_at, confirmed_by,"
                        + " confirmed_by_name) values (?, ?, (select r.id from collection_round r"
                        + " join collection_round_area a on a.round_id = r.id where a.area = ? and r.opens_at <= ?"
                        + " and r.closed_at is null order by r.opens_at desc, r.id limit 1), ?, ?, ?)",
                area,
                version,
                area,
                at,
                at,
                by.id(),
                by.name());
    }
}
