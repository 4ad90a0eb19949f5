package org.tipstats.disseminate.notify;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.disseminate.deliver.HookSecret;
import org.tipstats.disseminate.deliver.SecretCipher;
import org.tipstats.disseminate.notify.Subscription.SubscriptionState;
import org.tipstats.disseminate.notify.Subscription.SubscriptionStatus;
import org.tipstats.disseminate.notify.Subscription.SubscriptionTarget;
import org.tipstats.disseminate.notify.Subscription.SuspensionReason;
import org.tipstats.platform.database.Database;

/**
 * Stores subscriptions. Deleted subscriptions stay for at least an hour because they count towards the limit, but no
 * method returns a deleted subscription.
 */
@Singleton
record SubscriptionRepository(Database database, SecretCipher cipher) {

    private static final String SELECT =
            "select id, account, url, dataflow, base, state, reason, secret, former_secret, former_until, created_at,"
                    + " verified_at, failing_since from subscription where deleted_at is null and ";
    private static final int MAX_LISTED = 10_000;

    /** Encrypts secrets that were stored before the service had a key. Does nothing without a key. */
    void encryptSecrets() {
        if (!cipher.hasKey()) {
            return;
        }
        record Stored(UUID id, byte[] present, byte[] former) {}
        List<Stored> rows = database.list(
                "select id, secret, former_secret from subscription for no key update",
                row -> new Stored(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)));
        for (Stored row : rows) {
            database.update(
                    "update subscription set secret = ?, former_secret = ? where id = ?",
                    encrypted(row.present(), row.id()),
                    encrypted(row.former(), row.id()),
                    row.id());
        }
    }

    private byte[] encrypted(byte[] stored, UUID id) {
        return stored == null || SecretCipher.isEncrypted(stored)
                ? stored
                : cipher.toStored(new HookSecret(stored), id);
    }

    void add(Subscription subscription) {
        database.update(
                "insert into subscription (id, account, url, dataflow, base, state, secret, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                subscription.id(),
                subscription.account(),
                subscription.target().url(),
                subscription.target().dataflow(),
                subscription.target().base(),
                subscription.status().state().name(),
                cipher.toStored(subscription.secrets().present(), subscription.id()),
                subscription.createdAt());
    }

    /**
     * Counts the subscriptions of an account, including the subscriptions deleted since an instant. Locks the account's
     * subscriptions until the transaction ends, so that no subscription is added meanwhile.
     */
    long count(UUID account, Instant deletedSince) {
        database.lock("subscriptions of " + account);
        return database.number(
                "select count(*) from subscription where account = ? and (deleted_at is null or deleted_at > ?)",
                account,
                deletedSince);
    }

    /** @param all whether to include the subscriptions of other accounts */
    List<Subscription> list(UUID account, boolean all) {
        return database.list(
                SELECT + "(? or account = ?) order by created_at, id limit " + MAX_LISTED, this::read, all, account);
    }

    Optional<Subscription> find(UUID id, UUID account, boolean all) {
        return database.first(SELECT + "id = ? and (? or account = ?)", this::read, id, all, account);
    }

    Optional<Subscription> find(UUID id) {
        return database.first(SELECT + "id = ?", this::read, id);
    }

    /** Finds a subscription and locks it until the transaction ends, so that no other transaction changes it. */
    Optional<Subscription> findLocked(UUID id) {
        return database.first(SELECT + "id = ? for no key update", this::read, id);
    }

    List<Subscription> active() {
        return database.list(SELECT + "state = 'ACTIVE' order by created_at, id", this::read);
    }

    /** Returns the active subscriptions that name one of these dataflows or no dataflow. */
    List<Subscription> activeFor(Collection<String> dataflows) {
        return database.list(
                SELECT + "state = 'ACTIVE' and (dataflow is null or dataflow = any (?)) order by created_at, id",
                this::read,
                dataflows);
    }

    private Subscription read(ResultSet row) throws SQLException {
        String reason = row.getString(7);
        UUID id = row.getObject(1, UUID.class);
        return new Subscription(
                id,
                row.getObject(2, UUID.class),
                new SubscriptionTarget(row.getString(3), row.getString(4), row.getString(5)),
                new SubscriptionStatus(
                        SubscriptionState.valueOf(row.getString(6)),
                        reason == null ? null : SuspensionReason.valueOf(reason),
                        Database.time(row, 12),
                        Database.time(row, 13)),
                new Subscription.SigningSecrets(
                        secret(row.getBytes(8), id), secret(row.getBytes(9), id), Database.time(row, 10)),
                Database.time(row, 11));
    }

    private HookSecret secret(byte[] stored, UUID subscription) {
        return stored == null ? null : cipher.toSecret(stored, subscription).orElse(null);
    }

    /** Activates a subscription whose receiver has sent the challenge back. */
    void activate(UUID id, Instant at) {
        database.update(
                "update subscription set state = 'ACTIVE', reason = null, verified_at = ?, failing_since = null"
                        + " where id = ?",
                at,
                id);
    }

    void suspend(UUID id, SuspensionReason reason) {
        database.update("update subscription set state = 'SUSPENDED', reason = ? where id = ?", reason.name(), id);
    }

    void awaitVerification(UUID id) {
        database.update(
                "update subscription set state = 'PENDING', reason = null, failing_since = null where id = ?", id);
    }

    void noteSuccess(UUID id) {
        database.update("update subscription set failing_since = null where id = ? and failing_since is not null", id);
    }

    void noteFailure(UUID id, Instant at) {
        database.update("update subscription set failing_since = ? where id = ? and failing_since is null", at, id);
    }

    /** Sets a new secret. Until {@code formerUntil}, the service also signs messages with the previous secret. */
    void rotate(UUID id, HookSecret secret, Instant formerUntil) {
        database.update(
                "update subscription set former_secret = secret, former_until = ?, secret = ? where id = ?",
                formerUntil,
                cipher.toStored(secret, id),
                id);
    }

    void delete(UUID id, Instant at) {
        database.update("update subscription set deleted_at = ? where id = ?", at, id);
    }

    void forgetDeletedBefore(Instant instant) {
        database.update("delete from subscription where deleted_at < ?", instant);
    }
}
