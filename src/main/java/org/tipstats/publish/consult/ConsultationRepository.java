package org.tipstats.publish.consult;

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

/** Stores consultations, and the answers of areas. */
@Singleton
record ConsultationRepository(Database database) {

    private static final String COLUMNS = "release_id, until, opened_at, opener_name";

    record Consultation(String release, Instant until, Instant openedAt, String openedBy) {

        private static Consultation read(ResultSet row) throws SQLException {
            return new Consultation(row.getString(1), Database.time(row, 2), Database.time(row, 3), row.getString(4));
        }

        boolean isOpen(Instant now) {
            return now.isBefore(until);
        }
    }

    /**
     * The last answer of an area.
     *
     * @param comment null without a comment
     * @param sha256 the hash of the figures that the area answered about
     */
    record StoredAnswer(boolean objects, String comment, String sha256, Instant at, String by) {}

    /** Opens a consultation, or changes the end of an existing one. */
    void open(String release, Instant until, Actor by, Instant at) {
        database.update(
                "insert into consultation (release_id, until, opened_at, opened_by, opener_name)"
                        + " values (?, ?, ?, ?, ?) on conflict (release_id) do update set until = excluded.until",
                release,
                until,
                at,
                by.id(),
                by.name());
    }

    Optional<Consultation> find(String release) {
        return database.first(
                "select " + COLUMNS + " from consultation where release_id = ?", Consultation::read, release);
    }

    /** Returns the consultations that are open at an instant. Those that end first come first. */
    List<Consultation> open(Instant now) {
        return database.list(
                "select " + COLUMNS + " from consultation where until > ? order by until, release_id",
                Consultation::read,
                now);
    }

    void add(String release, String area, StoredAnswer answer, Actor by) {
        database.update(
                "insert into consultation_answer (release_id, area, objects, comment, figures_sha256, answered_at,"
                        + " answered_by, answerer_name) values (?, ?, ?, ?, ?, ?, ?, ?)",
                release,
                area,
                answer.objects(),
                answer.comment(),
                answer.sha256(),
                answer.at(),
                by.id(),
                by.name());
    }

    Map<String, StoredAnswer> answers(String release) {
        Map<String, StoredAnswer> last = new TreeMap<>();
        database.each(
                "select area, objects, comment, figures_sha256, answered_at, answerer_name from consultation_answer"
                        + " where release_id = ? order by id",
                row -> last.put(
                        row.getString(1),
                        new StoredAnswer(
                                row.getBoolean(2),
                                row.getString(3),
                                row.getString(4),
                                Database.time(row, 5),
                                row.getString(6))),
                release);
        return last;
    }
}
