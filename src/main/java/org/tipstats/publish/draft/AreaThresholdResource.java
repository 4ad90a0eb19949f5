package org.tipstats.publish.draft;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.publish.draft.AreaThresholdService.AreaOrderRequest;
import org.tipstats.publish.draft.AreaThresholdService.AreaThreshold;
import org.tipstats.publish.draft.AreaThresholdService.AreaThresholdRequest;

/** Serves the thresholds and orders that areas set to protect their own figures. */
@Path("/api/v1/areas/{area}/thresholds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUBMITTER)
class AreaThresholdResource {

    private final AreaThresholdService thresholds;
    private final CurrentActor actor;

    AreaThresholdResource(AreaThresholdService thresholds, CurrentActor actor) {
        this.thresholds = thresholds;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER})
    public Page<AreaThreshold> list(@RestPath String area, @RestQuery String limit, @RestQuery String cursor) {
        return Page.slice(thresholds.list(area, actor.required()), PageRequest.of(limit, cursor));
    }

    @PUT
    @Path("/{dataflow}")
    @Consumes(MediaType.APPLICATION_JSON)
    public AreaThreshold state(@RestPath String area, @RestPath String dataflow, AreaThresholdRequest request) {
        return thresholds.state(area, dataflow, request, actor.required());
    }

    @DELETE
    @Path("/{dataflow}")
    @ResponseStatus(204)
    public void takeBack(@RestPath String area, @RestPath String dataflow) {
        thresholds.withdraw(area, dataflow, actor.required());
    }

    @PUT
    @Path("/{dataflow}/order")
    @Consumes(MediaType.APPLICATION_JSON)
    public AreaThreshold stateOrder(@RestPath String area, @RestPath String dataflow, AreaOrderRequest request) {
        return thresholds.stateOrder(area, dataflow, request, actor.required());
    }

    @DELETE
    @Path("/{dataflow}/order")
    @ResponseStatus(204)
    public void takeBackOrder(@RestPath String area, @RestPath String dataflow) {
        thresholds.withdrawOrder(area, dataflow, actor.required());
    }
}
