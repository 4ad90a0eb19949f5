package org.tipstats.disseminate.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.publish.citation.CatalogueConfig;

/** Serves subscriptions to releases, for everyone who is signed in. */
@Path(SubscriptionResource.PATH)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
class SubscriptionResource {

    static final String PATH = "/api/v1/subscriptions";

    private final SubscriptionService subscriptions;
    private final CatalogueConfig catalogue;
    private final CurrentActor actor;

    SubscriptionResource(SubscriptionService subscriptions, CatalogueConfig catalogue, CurrentActor actor) {
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "201")
    public RestResponse<SubscriptionView> register(SubscriptionRequest request, @Context UriInfo uri) {
        Actor by = actor.required();
        String host = subscriptions.check(request);
        String base = catalogue.base(uri.getBaseUri());
        SubscriptionView made = subscriptions.register(request, host, base, by);
        return RestResponse.ResponseBuilder.<SubscriptionView>created(URI.create(PATH + "/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    public Page<SubscriptionView> list(@RestQuery String limit, @RestQuery String cursor) {
        return subscriptions.list(actor.required(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    public SubscriptionView get(@RestPath UUID id) {
        return subscriptions.get(id, actor.required());
    }

    @DELETE
    @Path("/{id}")
    public void delete(@RestPath UUID id) {
        subscriptions.delete(id, actor.required());
    }

    @POST
    @Path("/{id}/verification")
    public SubscriptionView verify(@RestPath UUID id) {
        return subscriptions.verify(id, actor.required());
    }

    @POST
    @Path("/{id}/secret")
    public SubscriptionView rotate(@RestPath UUID id) {
        return subscriptions.rotate(id, actor.required());
    }

    @POST
    @Path("/{id}/test")
    public DeliveryView test(@RestPath UUID id) {
        return subscriptions.test(id, actor.required());
    }

    @GET
    @Path("/{id}/deliveries")
    public Page<DeliveryView> deliveries(@RestPath UUID id, @RestQuery String limit, @RestQuery String cursor) {
        return subscriptions.deliveries(id, actor.required(), PageRequest.of(limit, cursor));
    }

    /**
     * A request for messages about releases.
     *
     * @param url the URL to which messages are posted
     * @param dataflow new releases are announced only if they change this dataflow; null means all releases. Errata and
     *     withdrawals are always announced
     */
    @Schema(examples = "{\"url\": \"https://hooks.example.org/tipstats\", \"dataflow\": \"VICTIMS\"}")
    record SubscriptionRequest(String url, String dataflow) {}

    /**
     * A subscription as the API shows it.
     *
     * @param account the id of the account that owns the subscription
     * @param dataflow new releases are announced only if they change this dataflow; null means all releases. Errata and
     *     withdrawals are always announced
     * @param reason the reason why the subscription is suspended, or null
     * @param verifiedAt the time when the receiver last sent the challenge back, or null
     * @param failingSince time of the first failure since the last success, or null
     * @param secret the secret that signs messages; only the reply that creates the secret shows it
     */
    record SubscriptionView(
            UUID id,
            UUID account,
            String url,
            String dataflow,
            String state,
            String reason,
            Instant createdAt,
            Instant verifiedAt,
            Instant failingSince,
            @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

        static SubscriptionView from(Subscription subscription, String secret) {
            Subscription.SubscriptionTarget target = subscription.target();
            Subscription.SubscriptionStatus status = subscription.status();
            return new SubscriptionView(
                    subscription.id(),
                    subscription.account(),
                    target.url(),
                    target.dataflow(),
                    status.state().name(),
                    status.reason() == null ? null : status.reason().word(),
                    subscription.createdAt(),
                    status.verifiedAt(),
                    status.failingSince(),
                    secret);
        }
    }

    /**
     * A delivery as the API shows it.
     *
     * @param id the id of the delivery, which every attempt sends in the header {@code webhook-id}
     * @param release the id of the release that the message is about; null for a challenge or a test
     * @param state {@code WAITING}, {@code DELIVERED} or {@code GIVEN_UP}
     * @param nextAttemptAt the earliest time of the next attempt; null once the delivery has ended. Older deliveries of
     * the subscription are sent first.
     */
    record DeliveryView(
            UUID id,
            String type,
            String release,
            String state,
            Instant createdAt,
            Instant nextAttemptAt,
            Instant finishedAt,
            List<AttemptView> attempts) {

        static DeliveryView read(ResultSet row) throws SQLException {
            Instant finished = Database.time(row, 7);
            return new DeliveryView(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    Database.time(row, 5),
                    finished == null ? Database.time(row, 6) : null,
                    finished,
                    List.of());
        }

        static DeliveryView begun(Delivery delivery) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.type().word(),
                    delivery.release(),
                    "WAITING",
                    delivery.createdAt(),
                    delivery.createdAt(),
                    null,
                    List.of());
        }

        DeliveryView with(List<AttemptView> made) {
            return new DeliveryView(id, type, release, state, createdAt, nextAttemptAt, finishedAt, List.copyOf(made));
        }

        /**
         * One attempt to deliver, as the API shows it.
         *
         * @param status the HTTP status; null if there was no answer, or none yet
         * @param outcome a word such as {@code delivered} or {@code timed-out}; null if the attempt is running or was
         * interrupted
         * @param millis duration in milliseconds; null if the attempt is running or was interrupted
         */
        record AttemptView(Instant at, Integer status, String outcome, Integer millis) {

            /** Reads an attempt from a row with the id of the delivery, time, status, outcome and duration. */
            static AttemptView read(ResultSet row) throws SQLException {
                return new AttemptView(
                        Database.time(row, 2),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        row.getObject(5, Integer.class));
            }
        }
    }
}
