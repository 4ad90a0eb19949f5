package org.tipstats.disseminate.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.tipstats.publish.citation.TermsService.CatalogueConfig;
import org.tipstats.publish.release.PublicationAnnouncer.ReleasePublished;

/**
 * Queues the messages about a release in the same transaction that publishes the release. So each subscriber gets a
 * message, and no subscriber gets a message too early.
 */
@ApplicationScoped
class AnnouncementService {

    private final SubscriptionRepository subscriptions;
    private final DeliveryRepository deliveries;
    private final WebhookMessages messages;
    private final CatalogueConfig catalogue;
    private final Clock clock;

    AnnouncementService(
            SubscriptionRepository subscriptions,
            DeliveryRepository deliveries,
            WebhookMessages messages,
            CatalogueConfig catalogue,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.messages = messages;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void announce(@Observes ReleasePublished release) {
        Instant now = clock.instant();
        deliveries.lockOrder();
        for (Subscription to : subscriptions.activeFor(release.changed())) {
            String base =
                    catalogue.address().map(catalogue::base).orElse(to.target().base());
            deliveries.add(messages.published(to, release, base, now));
        }
    }
}
