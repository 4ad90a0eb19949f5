package org.tipstats.collect.rounds;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.collect.rounds.RoundPart.PartExtension;
import org.tipstats.collect.rounds.RoundPart.StoredPart;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.LanguageTexts;
import org.tipstats.vocabulary.schema.LocalText;

/** Stores rounds and the areas that they ask. */
@Singleton
record RoundRepository(Database database) {

    private static final String ROUND = "select id, title, dataflows, years, opens_at, closes_at, guidance, contact,"
            + " closed_at from collection_round r where ";

    private static final String PART = "select round_id, p.area, opened_at, extended_until, asked_until, asked_text,"
            + " asked_at, granted, decision_text, decided_at, exists (select from entry_draft d"
            + " join account a on a.id = d.account where d.round = round_id and d.area = p.area and d.cell_count > 0"
            + " and 'submitter' = any (a.roles) and d.area = any (a.areas)),"
            + " (select max(c.confirmed_at) from metadata_confirmation c where c.round_id = p.round_id"
            + " and c.area = p.area) from collection_round_area p where ";

    /** Adds a round with its areas by two statements, regardless of the number of areas. */
    void add(Round round, List<String> areas, Actor by, Instant at) {
        database.update(
                "insert into collection_round (id, title, dataflows, years, opens_at, closes_at, guidance, contact,"
                        + " created_at, created_by, created_by_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                round.id(),
                LanguageTexts.write(new LocalText(round.title())),
                round.dataflows(),
                round.years(),
                round.opensAt(),
                round.closesAt(),
                LanguageTexts.write(new LocalText(round.guidance())),
                round.contact(),
                at,
                by.id(),
                by.name());
        database.update(
                "insert into collection_round_area (round_id, area) select ?, unnest(?::text[])", round.id(), areas);
    }

    Optional<Round> find(String id) {
        return database.first(ROUND + "id = ?", RoundRepository::readRound, id);
    }

    /** Returns a round and locks it until the transaction ends. */
    Optional<Round> findLocked(String id) {
        return database.first(ROUND + "id = ? for update", RoundRepository::readRound, id);
    }

    /**
     * Returns rounds, the latest opening first.
     *
     * @param all whether the reader sees every round; other readers see closed rounds, and open rounds that ask their
     *     areas
     * @param open whether to return only rounds that are open now
     */
    List<Round> list(boolean all, Collection<String> areas, boolean open, Instant now, int limit, int offset) {
        return database.list(
                ROUND
                        + "(? or closed_at is not null or opens_at <= ? and exists (select from collection_round_area a"
                        + " where a.round_id = r.id and a.area = any (?)))"
                        + " and (not ? or closed_at is null and opens_at <= ?) order by opens_at desc, id"
                        + " limit ? offset ?",
                RoundRepository::readRound,
                all,
                now,
                areas,
                open,
                now,
                limit,
                offset);
    }

    /** Returns the ids of the rounds that are not closed, or were closed after a time. */
    List<String> notClosedBefore(Instant time) {
        return database.list(
                "select id from collection_round where closed_at is null or closed_at >= ? order by id",
                row -> row.getString(1),
                time);
    }

    /** Returns closed rounds that opened before a round and ask for one of its dataflows, the latest first. */
    List<Round> before(Round round, int limit) {
        return database.list(
                ROUND + "id <> ? and opens_at <= ? and closed_at is not null and dataflows && ?"
                        + " order by opens_at desc, id limit ?",
                RoundRepository::readRound,
                round.id(),
                round.opensAt(),
                round.dataflows(),
                limit);
    }

    /** Returns the parts of rounds, sorted by round and area. */
    List<StoredPart> parts(Collection<String> rounds) {
        return database.list(PART + "round_id = any (?) order by round_id, area", RoundRepository::readPart, rounds);
    }

    Optional<StoredPart> part(String round, String area) {
        return database.first(PART + "round_id = ? and area = ?", RoundRepository::readPart, round, area);
    }

    /** Returns a part and locks it until the transaction ends. */
    Optional<StoredPart> partLocked(String round, String area) {
        return database.first(PART + "round_id = ? and area = ? for update", RoundRepository::readPart, round, area);
    }

    void close(String id, Instant at) {
        database.update("update collection_round set closed_at = ? where id = ?", at, id);
    }

    void reopen(String id) {
        database.update("update collection_round set closed_at = null where id = ?", id);
    }

    /** Stores the time at which a part was first opened. Returns false if it was opened before. */
    boolean open(String round, String area, Instant at) {
        return database.update(
                        "update collection_round_area set opened_at = ?"
                                + " where round_id = ? and area = ? and opened_at is null",
                        at,
                        round,
                        area)
                > 0;
    }

    void askExtension(StoredPart part, Instant until, String text, Instant at) {
        database.update(
                "update collection_round_area set asked_until = ?, asked_text = ?, asked_at = ?, granted = null,"
                        + " decision_text = null, decided_at = null where round_id = ? and area = ?",
                until,
                text,
                at,
                part.round(),
                part.area());
    }

    void decideExtension(StoredPart part, boolean granted, String text, Instant at) {
        database.update(
                "update collection_round_area set granted = ?, decision_text = ?, decided_at = ?,"
                        + " extended_until = case when ? then asked_until else extended_until end"
                        + " where round_id = ? and area = ?",
                granted,
                text,
                at,
                granted,
                part.round(),
                part.area());
    }

    private static Round readRound(ResultSet row) throws SQLException {
        return new Round(
                row.getString(1),
                new TreeMap<>(LanguageTexts.read(row.getString(2)).texts()),
                Database.texts(row, 3),
                Database.texts(row, 4),
                Database.time(row, 5),
                Database.time(row, 6),
                new TreeMap<>(LanguageTexts.read(row.getString(7)).texts()),
                row.getString(8),
                Database.time(row, 9));
    }

    private static StoredPart readPart(ResultSet row) throws SQLException {
        PartExtension asked = row.getObject(5) == null
                ? null
                : new PartExtension(
                        Database.time(row, 5),
                        row.getString(6),
                        Database.time(row, 7),
                        (Boolean) row.getObject(8),
                        row.getString(9),
                        Database.time(row, 10));
        return new StoredPart(
                row.getString(1),
                row.getString(2),
                Database.time(row, 3),
                Database.time(row, 4),
                asked,
                row.getBoolean(11),
                Database.time(row, 12));
    }
}
