package org.tipstats.publish.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.LanguageTexts;
import org.tipstats.publish.notice.ReleaseNotice.Kind;
import org.tipstats.publish.read.ReleaseReferenceRepository;
import org.tipstats.vocabulary.schema.LocalText;

/** Stores errata and withdrawals. */
@ApplicationScoped
public class NoticeRepository {

    private static final String ERRATA = "select e.id, r.id, " + ReleaseReferenceRepository.TITLES
            + ", e.text, e.published_at from release_erratum e"
            + " join release r on r.id = e.release_id where r.status <> 'WITHDRAWN'";

    private static final String WITHDRAWALS = "select release_id, reason, requested_by, requester_name, requested_at,"
            + " confirmer_name, confirmed_at from release_withdrawal where ";

    private final Database database;

    NoticeRepository(Database database) {
        this.database = database;
    }

    void addErratum(ReleaseNotice erratum, Actor by) {
        database.update(
                "insert into release_erratum (id, release_id, text, published_at, account, account_name)"
                        + " values (?, ?, ?, ?, ?, ?)",
                UUID.fromString(erratum.id()),
                erratum.release(),
                LanguageTexts.write(erratum.text()),
                erratum.publishedAt(),
                by.id(),
                by.name());
    }

    /** Returns the errata of releases that are not withdrawn, oldest first. */
    public List<ReleaseNotice> errata(Collection<String> releases) {
        return database.list(ERRATA + " and r.id = any (?) order by e.published_at, e.id", this::readErratum, releases);
    }

    /** Returns the newest errata, newest first. The errata of withdrawn releases are left out. */
    List<ReleaseNotice> newestErrata(int limit) {
        return database.list(ERRATA + " order by e.published_at desc, e.id limit " + limit, this::readErratum);
    }

    private ReleaseNotice readErratum(ResultSet row) throws SQLException {
        return new ReleaseNotice(
                Kind.ERRATUM,
                row.getObject(1, UUID.class).toString(),
                row.getString(2),
                LanguageTexts.read(row.getString(3)),
                LanguageTexts.read(row.getString(4)),
                Database.time(row, 5));
    }

    List<ReleaseNotice> newestWithdrawals(int limit) {
        return database.list(
                "select r.id, " + ReleaseReferenceRepository.TITLES
                        + ", w.reason, w.confirmed_at from release_withdrawal w join release r on r.id ="
                        + " w.release_id where w.confirmed_at is not null order by w.confirmed_at desc, r.id limit "
                        + limit,
                row -> withdrawal(
                        row.getString(1),
                        LanguageTexts.read(row.getString(2)),
                        row.getString(3),
                        Database.time(row, 4)));
    }

    public static ReleaseNotice withdrawal(String release, LocalText titles, String reason, Instant at) {
        LocalText text = new LocalText(Map.of("en", reason));
        return new ReleaseNotice(Kind.WITHDRAWAL, "withdrawal-" + release, release, titles, text, at);
    }

    public void request(String release, String reason, Actor by, Instant at) {
        database.update(
                "insert into release_withdrawal (release_id, reason, requested_by, requester_name, requested_at)"
                        + " values (?, ?, ?, ?, ?)",
                release,
                reason,
                by.id(),
                by.name(),
                at);
    }

    public void cancel(String release) {
        database.update("delete from release_withdrawal where release_id = ?", release);
    }

    public void confirm(String release, Actor by, Instant at) {
        database.update(
                "update release_withdrawal set confirmed_by = ?, confirmer_name = ?, confirmed_at = ?"
                        + " where release_id = ?",
                by.id(),
                by.name(),
                at,
                release);
    }

    /** Returns the requested and the confirmed withdrawals of these releases. */
    public List<Withdrawal> withdrawals(Collection<String> releases) {
        return database.list(WITHDRAWALS + "release_id = any (?)", NoticeRepository::readWithdrawal, releases);
    }

    public Optional<Withdrawal> withdrawal(String release) {
        return withdrawals(List.of(release)).stream().findFirst();
    }

    private static Withdrawal readWithdrawal(ResultSet row) throws SQLException {
        return new Withdrawal(
                row.getString(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                Database.time(row, 5),
                row.getString(6),
                Database.time(row, 7));
    }

    /**
     * A withdrawal that one publisher requested.
     *
     * @param confirmedBy the name of the other publisher; null until the withdrawal is confirmed
     * @param confirmedAt null until the withdrawal is confirmed
     */
    public record Withdrawal(
            String release,
            String reason,
            UUID requester,
            String requestedBy,
            Instant requestedAt,
            String confirmedBy,
            Instant confirmedAt) {}
}
