package org.tipstats.disseminate.notify;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.access.Role.Roles;
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
    private final SubscriptionRules rules;
    private final CatalogueConfig catalogue;
    private final CurrentActor actor;

    SubscriptionResource(
            SubscriptionService subscriptions, SubscriptionRules rules, CatalogueConfig catalogue, CurrentActor actor) {
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.catalogue = catalogue;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "201")
    public RestResponse<SubscriptionView> register(SubscriptionRequest request, @Context UriInfo uri) {
        Actor by = actor.required();
        String host = rules.check(request);
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
}
