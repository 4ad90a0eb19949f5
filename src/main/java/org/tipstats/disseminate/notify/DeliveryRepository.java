package org.tipstats.disseminate.notify;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.disseminate.notify.Delivery.DeliveryType;
import org.tipstats.disseminate.notify.DeliveryService.AttemptOutcome;
import org.tipstats.disseminate.notify.SubscriptionResource.DeliveryView;
import org.tipstats.disseminate.notify.SubscriptionResource.DeliveryView.AttemptView;
import org.tipstats.platform.alert.AlertCause;
import org.tipstats.platform.alert.AlertCause.AlertReading;
import org.tipstats.platform.alert.AlertCause.AlertUnit;
import org.tipstats.platform.alert.AlertConfig;
import org.tipstats.platform.database.Database;

/** Stores deliveries and their attempts. */
@Singleton
record DeliveryRepository(Database database) {

    private static final Duration ALERT_PERIOD = Duration.ofDays(1);

    private static final String COLUMNS =
            " d.id, d.subscription_id, d.type, d.release_id, d.body, d.challenge, d.attempts, d.created_at";

    /**
     * Selects deliveries that are due and not claimed, of subscriptions that are neither suspended nor deleted. A
     * delivery has to wait for all older deliveries of its subscription. The SQL has two parameters; both are the
     * present time.
     */
    private static final String READY = " from subscription_delivery d join subscription s on s.id = d.subscription_id"
            + " where d.state = 'WAITING' and d.due_at <= ? and (d.leased_until is null or d.leased_until <= ?)"
            + " and s.state <> 'SUSPENDED' and s.deleted_at is null and not exists (select from subscription_delivery e"
            + " where e.subscription_id = d.subscription_id and e.state = 'WAITING' and e.place < d.place)";

    private static final String CLAIM = "with next as (select d.id" + READY
            + " order by d.due_at, d.place limit 1 for update of d skip locked)"
            + " update subscription_delivery d set attempts = d.attempts + 1, leased_until = ?"
            + " from next where d.id = next.id returning" + COLUMNS;

    /** Selects the deliveries that alerts are about: messages about releases. Leaves out deleted subscriptions. */
    private static final String ABOUT_RELEASES = " from subscription_delivery d join subscription s"
            + " on s.id = d.subscription_id where d.release_id is not null and s.deleted_at is null";

    /**
     * Locks the order of deliveries until the transaction ends. Another transaction that calls this method waits, so
     * that its deliveries get later places in the order.
     */
    void lockOrder() {
        database.lock("order of deliveries");
    }

    void add(Delivery delivery) {
        database.update(
                "insert into subscription_delivery (id, subscription_id, type, release_id, body, challenge, state,"
                        + " created_at, due_at) values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)",
                delivery.id(),
                delivery.subscription(),
                delivery.type().word(),
                delivery.release(),
                delivery.body(),
                delivery.challenge(),
                delivery.createdAt(),
                delivery.createdAt());
    }

    boolean isAnyReady(Instant at) {
        return database.number("select count(*) from (select 1" + READY + " limit 1) ready", at, at) > 0;
    }

    /**
     * Claims a ready delivery until an instant, so that no other instance sends it. Records the start of the attempt.
     */
    Optional<Delivery> claim(Instant at, Instant until) {
        Optional<Delivery> claimed = database.first(CLAIM, DeliveryRepository::read, at, at, until);
        claimed.ifPresent(delivery -> database.update(
                "insert into subscription_attempt (delivery_id, number, at) values (?, ?, ?)",
                delivery.id(),
                delivery.attempts(),
                at));
        return claimed;
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                DeliveryType.of(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                Database.time(row, 8));
    }

    void recordAttempt(Delivery delivery, AttemptOutcome outcome, int status, long millis) {
        database.update(
                "update subscription_attempt set outcome = ?, status = ?, millis = ? where delivery_id = ? and number"
                        + " = ?",
                outcome.word(),
                status == 0 ? null : status,
                millis,
                delivery.id(),
                delivery.attempts());
    }

    /**
     * Ends a delivery. Does nothing if it has already ended, or if an instance has claimed it again since this attempt
     * began.
     *
     * @return whether this call ended the delivery
     */
    boolean end(Delivery delivery, boolean delivered, Instant at) {
        return database.update(
                        "update subscription_delivery set state = ?, finished_at = ?, leased_until = null"
                                + " where id = ? and attempts = ? and state = 'WAITING'",
                        delivered ? "DELIVERED" : "GIVEN_UP",
                        at,
                        delivery.id(),
                        delivery.attempts())
                == 1;
    }

    /**
     * Schedules the next attempt. Does nothing if the delivery has ended, or if an instance has claimed it again since
     * this attempt began.
     *
     * @return whether the attempt was scheduled
     */
    boolean postpone(Delivery delivery, Instant due) {
        return database.update(
                        "update subscription_delivery set due_at = ?, leased_until = null"
                                + " where id = ? and attempts = ? and state = 'WAITING'",
                        due,
                        delivery.id(),
                        delivery.attempts())
                == 1;
    }

    void giveUp(UUID subscription, Instant at) {
        database.update(
                "update subscription_delivery set state = 'GIVEN_UP', finished_at = ?, leased_until = null"
                        + " where subscription_id = ? and state = 'WAITING'",
                at,
                subscription);
    }

    /**
     * Returns the time of the last test or challenge, including the challenge at registration; empty if there is none.
     */
    Optional<Instant> lastRequestedByAccount(UUID subscription) {
        return database.first(
                "select created_at from subscription_delivery where subscription_id = ? and type in (?, ?)"
                        + " order by created_at desc limit 1",
                row -> Database.time(row, 1),
                subscription,
                DeliveryType.VERIFICATION.word(),
                DeliveryType.TEST.word());
    }

    /** Returns deliveries without their attempts, the newest delivery first. */
    List<DeliveryView> list(UUID subscription, int offset, int limit) {
        return database.list(
                "select id, type, release_id, state, created_at, due_at, finished_at from subscription_delivery"
                        + " where subscription_id = ? order by place desc offset ? limit ?",
                DeliveryView::read,
                subscription,
                offset,
                limit);
    }

    /** Returns the attempts of these deliveries by the id of the delivery, the first attempt first. */
    Map<UUID, List<AttemptView>> attempts(Collection<UUID> deliveries) {
        Map<UUID, List<AttemptView>> attempts = new HashMap<>();
        database.each(
                "select delivery_id, at, status, outcome, millis from subscription_attempt"
                        + " where delivery_id = any (cast(? as uuid[])) order by delivery_id, number",
                row -> attempts.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
                        .add(AttemptView.read(row)),
                deliveries.stream().map(UUID::toString).toList());
        return attempts;
    }

    /** Returns when the oldest of the waiting messages about releases was queued; empty if no message waits. */
    Optional<Instant> oldestWaiting() {
        return database.instant("select min(d.created_at)" + ABOUT_RELEASES + " and d.state = 'WAITING'");
    }

    /** Counts the messages about releases whose delivery the service gave up after an instant. */
    long givenUpSince(Instant instant) {
        return database.number(
                "select count(*)" + ABOUT_RELEASES + " and d.state = 'GIVEN_UP' and d.finished_at > ?", instant);
    }

    void deleteFinishedBefore(Instant instant) {
        database.update("delete from subscription_delivery where finished_at < ?", instant);
    }

    /** Alerts if a message about a release has waited for longer than the settings allow. */
    @Produces
    @Singleton
    static AlertCause waiting(DeliveryRepository deliveries, AlertConfig config) {
        return new AlertCause(
                "webhooks-waiting",
                "tipstats.webhooks.oldest.seconds",
                AlertUnit.SECONDS,
                now -> AlertReading.ofAge(deliveries.oldestWaiting().orElse(null), config.webhooks(), now));
    }

    /** Alerts if the number of messages about releases that were given up during the last day reaches the threshold. */
    @Produces
    @Singleton
    static AlertCause failed(DeliveryRepository deliveries, AlertConfig config) {
        return new AlertCause(
                "webhooks-failed",
                "tipstats.webhooks.failed",
                AlertUnit.COUNT,
                now -> AlertReading.ofCount(deliveries.givenUpSince(now.minus(ALERT_PERIOD)), config.webhooksFailed()));
    }
}
