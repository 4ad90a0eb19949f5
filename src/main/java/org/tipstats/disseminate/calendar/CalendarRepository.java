package org.tipstats.disseminate.calendar;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.disseminate.calendar.CalendarEntry.Kind;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.LanguageTexts;
import org.tipstats.vocabulary.schema.LocalText;

/** Stores the dates that publishers announce. */
@Singleton
record CalendarRepository(Database database) {

    private static final String SELECT =
            "select id, day, title, kind, release_id, version, changed_at from announcement";

    /** Adds an announcement, or changes the announcement with this id. */
    void save(CalendarEntry entry) {
        database.update(
                "insert into announcement (id, day, title, kind, release_id, version, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set day = excluded.day,"
                        + " title = excluded.title, kind = excluded.kind, release_id = excluded.release_id,"
                        + " version = excluded.version, changed_at = excluded.changed_at",
                UUID.fromString(entry.id()),
                entry.date(),
                LanguageTexts.write(new LocalText(entry.title())),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.release(),
                entry.version(),
                entry.changedAt());
    }

    void remove(UUID id) {
        database.update("delete from announcement where id = ?", id);
    }

    List<CalendarEntry> list() {
        return database.list(SELECT, this::read);
    }

    Optional<CalendarEntry> find(UUID id) {
        return database.first(SELECT + " where id = ?", this::read, id);
    }

    /** Finds an announcement and locks it until the transaction ends. */
    Optional<CalendarEntry> findLocked(UUID id) {
        return database.first(SELECT + " where id = ? for update", this::read, id);
    }

    private CalendarEntry read(ResultSet row) throws SQLException {
        return CalendarEntry.announced(
                row.getObject(1, UUID.class),
                row.getObject(2, LocalDate.class),
                LanguageTexts.read(row.getString(3)).texts(),
                Kind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getString(5),
                row.getInt(6),
                Database.time(row, 7));
    }
}
