package org.tipstats.platform.mail;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.mail.Audience.Recipient;
import org.tipstats.platform.mail.MailRecord.MailState;
import org.tipstats.platform.mail.MailRecord.MailTrouble;

/** Stores the messages that wait, and a record of the messages that are finished. */
@Singleton
record MailRepository(Database database) {

    /** A paragraph ends with an empty line. */
    static final String PARAGRAPH = "\n\n";

    private static final String RECIPIENTS =
            "select id, coalesce(lang, 'en'), areas from account where closed_at is null"
                    + " and email is not null and case when notifications is null then ? else ? = any (notifications) end and ";

    private static final String ADD =
            "insert into mail_message (id, account_id, lang, subject, body, link, areas, key, kind,"
                    + " state, created_at, due_at, until) select gen_random_uuid(), cast(t.account as uuid), t.lang, t.subject, t.body,"
                    + " t.link, string_to_array(t.areas, ','), t.key, ?, 'WAITING', ?, ?, cast(t.until as timestamptz)"
                    + " from unnest(?, ?, ?, ?, ?, ?, ?, ?) t (account, lang, subject, body, link, areas, key, until)"
                    + " on conflict do nothing";

    private static final String READY =
            " from mail_message m where m.state = 'WAITING' and m.due_at <= ? and (m.leased_until is null or m.leased_until"
                    + " <= ?)";

    /** Parameters: now, now, an hour ago, the limit for a person in an hour, now, the end of the claim. */
    private static final String CLAIM = "with next as (select m.id" + READY
            + " and (select count(*) from mail_message s where s.account_id = m.account_id and s.attempted_at > ?) < ?"
            + " order by m.due_at, m.created_at limit 1 for update of m skip locked)"
            + " update mail_message m set attempts = m.attempts + 1, attempted_at = ?, leased_until = ?"
            + " from next, account a where m.id = next.id and a.id = m.account_id"
            + " returning m.id, m.account_id, m.kind, m.lang, m.subject, m.body, m.link, m.attempts, m.created_at, a.email,"
            + " m.key, m.until";

    private static final String RECORD = "select m.id, m.account_id, a.name, m.kind, m.subject, m.state, m.attempts,"
            + " m.created_at, m.due_at, m.finished_at, m.trouble, m.cause from mail_message m"
            + " join account a on a.id = m.account_id";

    private static final String DELETE_UNSENT =
            "delete from mail_message where (key = ? or starts_with(key, ? || '/')) and state <> 'SENT'";

    private static final String NOT_IN_USE = "not exists (select from unnest(cast(? as text[])) used"
            + " where key = used or starts_with(key, used || '/'))";

    /** Returns and locks accounts. A change of their areas then waits, and deletes messages queued for lost areas. */
    List<Recipient> recipients(MessageKind kind, Audience audience) {
        List<Object> values = new ArrayList<>(List.of(kind.isUsual(), kind.id()));
        values.addAll(audience.values());
        return database.list(
                RECIPIENTS + audience.condition() + " order by id for share",
                row -> new Recipient(row.getObject(1, UUID.class), row.getString(2), Database.texts(row, 3)),
                values.toArray());
    }

    /** Adds messages, except for people who already have one with the same key. */
    void add(String kind, Function<Recipient, String> key, Map<Recipient, MailText> messages, Instant now) {
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            columns.add(new ArrayList<>());
        }
        messages.forEach((to, text) -> {
            columns.get(0).add(to.account().toString());
            columns.get(1).add(to.lang());
            columns.get(2).add(text.subject());
            columns.get(3).add(String.join(PARAGRAPH, text.paragraphs()));
            columns.get(4).add("/" + to.lang() + text.path());
            columns.get(5).add(String.join(",", text.areas()));
            columns.get(6).add(key.apply(to));
            columns.get(7).add(text.until() == null ? null : text.until().toString());
        });
        List<Object> values = new ArrayList<>(List.of(kind, now, now));
        values.addAll(columns);
        database.update(ADD, values.toArray());
    }

    /**
     * Returns the time at which the first message with this key, or with a key that begins with it and a slash, was
     * queued, by account and area.
     */
    Map<UUID, Map<String, Instant>> times(String key) {
        Map<UUID, Map<String, Instant>> times = new HashMap<>();
        database.list(
                "select account_id, a, min(created_at) from mail_message, unnest(areas) a"
                        + " where key = ? or starts_with(key, ? || '/') group by 1, 2",
                row -> times.computeIfAbsent(row.getObject(1, UUID.class), none -> new HashMap<>())
                        .put(row.getString(2), Database.time(row, 3)),
                key,
                key);
        return times;
    }

    boolean isAnyReady(Instant now) {
        return database.number("select count(*) from (select 1" + READY + " limit 1) ready", now, now) > 0;
    }

    /** Makes claims of all instances wait for each other, so that the instances together keep the limits. */
    void lockClaims() {
        database.lock("claims of mail");
    }

    long attemptsSince(Instant instant) {
        return database.number("select count(*) from mail_message where attempted_at > ?", instant);
    }

    /**
     * Claims the next message that is due, so that no other instance sends it.
     *
     * @param perPerson the number of messages that a person may get within the hour
     */
    Optional<QueuedMail> claim(Instant now, Instant until, int perPerson) {
        return database.first(CLAIM, QueuedMail::read, now, now, now.minus(Duration.ofHours(1)), perPerson, now, until);
    }

    /** Ends a message, unless it was claimed again meanwhile. */
    void end(QueuedMail mail, MailState state, MailTrouble trouble, String cause, Instant now) {
        database.update(
                "update mail_message set state = ?, trouble = ?, cause = ?, finished_at = ?, leased_until = null"
                        + " where id = ? and attempts = ? and state = 'WAITING'",
                state.name(),
                trouble == null ? null : trouble.name(),
                cause,
                now,
                mail.id(),
                mail.attempts());
    }

    /** Schedules the next attempt, unless the message was claimed again meanwhile. */
    void postpone(QueuedMail mail, MailTrouble trouble, String cause, Instant due) {
        database.update(
                "update mail_message set due_at = ?, trouble = ?, cause = ?, leased_until = null"
                        + " where id = ? and attempts = ? and state = 'WAITING'",
                due,
                trouble.name(),
                cause,
                mail.id(),
                mail.attempts());
    }

    void deleteUnsent(String key) {
        database.update(DELETE_UNSENT, key, key);
    }

    void deleteUnsent(String key, String area) {
        database.update(DELETE_UNSENT + " and ? = any (areas)", key, key, area);
    }

    /** Lets a message that was not delivered wait again. Returns false if there is no such message. */
    boolean repeat(UUID id, Instant now) {
        return database.update(
                        "update mail_message set state = 'WAITING', attempts = attempts + 1, created_at = ?, due_at = ?,"
                                + " finished_at = null where id = ? and state in ('REFUSED', 'GIVEN_UP')",
                        now,
                        now,
                        id)
                == 1;
    }

    /** Returns messages of some states, the newest first. */
    List<MailRecord> list(List<String> states, int offset, int limit) {
        return database.list(
                RECORD + " where m.state = any (?) order by m.created_at desc, m.id offset ? limit ?",
                MailRepository::read,
                states,
                offset,
                limit);
    }

    Optional<MailRecord> find(UUID id) {
        return database.first(RECORD + " where m.id = ?", MailRepository::read, id);
    }

    private static MailRecord read(ResultSet row) throws SQLException {
        String trouble = row.getString(11);
        return new MailRecord(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                MailState.valueOf(row.getString(6)),
                row.getInt(7),
                Database.time(row, 8),
                Database.time(row, 9),
                Database.time(row, 10),
                trouble == null ? null : MailTrouble.valueOf(trouble),
                row.getString(12));
    }

    long count(MailState state) {
        return database.number("select count(*) from mail_message where state = ?", state.name());
    }

    /** Returns the time of the oldest message that waits. */
    Optional<Instant> oldestWaiting() {
        return database.instant("select min(created_at) from mail_message where state = 'WAITING'");
    }

    long undeliveredSince(Instant instant) {
        return database.number(
                "select count(*) from mail_message where state in ('REFUSED', 'GIVEN_UP') and finished_at > ?",
                instant);
    }

    long countFinished() {
        return database.number("select count(*) from mail_message where finished_at is not null");
    }

    /** Returns when the oldest of the finished messages ended, without those with keys in use. */
    Optional<Instant> oldestFinished(List<String> inUse) {
        return database.instant("select min(finished_at) from mail_message where " + NOT_IN_USE, inUse);
    }

    int deleteFinishedBefore(Instant instant, List<String> inUse) {
        return database.update("delete from mail_message where finished_at < ? and " + NOT_IN_USE, instant, inUse);
    }

    /** A message that this instance has claimed. */
    record QueuedMail(
            UUID id,
            UUID account,
            String kind,
            String lang,
            String subject,
            String body,
            String link,
            int attempts,
            Instant createdAt,
            String email,
            String key,
            Instant until) {

        private static QueuedMail read(ResultSet row) throws SQLException {
            return new QueuedMail(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getInt(8),
                    Database.time(row, 9),
                    row.getString(10),
                    row.getString(11),
                    Database.time(row, 12));
        }
    }
}
