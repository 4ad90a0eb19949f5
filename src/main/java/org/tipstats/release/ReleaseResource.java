package org.tipstats.release;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.tipstats.access.CurrentActor;
import org.tipstats.access.Roles;
import org.tipstats.problem.InputError;
import org.tipstats.problem.ProblemException;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;

/** Releases: compile, check, compare, publish. */
@Path("/api/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
class ReleaseResource {

    private final ReleaseService releases;
    private final ReleaseReader reader;
    private final CurrentActor actor;

    ReleaseResource(ReleaseService releases, ReleaseReader reader, CurrentActor actor) {
        this.releases = releases;
        this.reader = reader;
        this.actor = actor;
    }

    @GET
    @PermitAll
    public Page<ReleaseView> list(@RestQuery String limit, @RestQuery String cursor) {
        return Page.slice(reader.list(actor.get()), PageRequest.of(limit, cursor));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
    public RestResponse<ReleaseView> draft(ReleaseRequest request) {
        if (request == null) {
            throw ProblemException.body(
                    List.of(InputError.pointer("", null, "A body with \"id\" and \"title\" is needed.")));
        }
        ReleaseView draft = releases.draft(request, actor.required());
        return ResponseBuilder.<ReleaseView>created(URI.create("/api/v1/releases/" + draft.id()))
                .entity(draft)
                .build();
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public ReleaseView get(@RestPath String id) {
        return reader.get(id, actor.get());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
    @ResponseStatus(204)
    public void drop(@RestPath String id) {
        releases.drop(id, actor.required());
    }

    @GET
    @Path("/{id}/checks")
    @RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
    public ReleaseChecks checks(@RestPath String id) {
        return reader.checks(id);
    }

    @GET
    @Path("/{id}/changes")
    @PermitAll
    public Page<ReleaseChange> changes(
            @RestPath String id, @RestQuery String since, @RestQuery String limit, @RestQuery String cursor) {
        return Page.slice(reader.changes(id, since, actor.get()), PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed(Roles.PUBLISHER)
    public ReleaseView publish(@RestPath String id) {
        return releases.publish(id, actor.required());
    }
}
