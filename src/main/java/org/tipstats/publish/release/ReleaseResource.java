package org.tipstats.publish.release;

import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.http.RevalidationFilter.Revalidated;
import org.tipstats.platform.job.JobResource;
import org.tipstats.platform.job.LongWork;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.release.ReleaseReader.ReleaseChecks;
import org.tipstats.publish.release.ReleaseReader.WithheldCellView;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseService.RemedyRequest;

/** Serves releases: compiles, checks, compares and publishes them. */
@Path("/api/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
class ReleaseResource {

    private final ReleaseService releases;
    private final ReleaseReader reader;
    private final PublishedReleases published;
    private final JobResource replies;
    private final ReleaseWork work;
    private final CurrentActor actor;

    ReleaseResource(
            ReleaseService releases,
            ReleaseReader reader,
            PublishedReleases published,
            JobResource replies,
            ReleaseWork work,
            CurrentActor actor) {
        this.releases = releases;
        this.reader = reader;
        this.published = published;
        this.replies = replies;
        this.work = work;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Revalidated
    @Uncompressed
    public Page<ReleaseView> list(@RestQuery String limit, @RestQuery String cursor) {
        return reader.list(actor.get(), PageRequest.of(limit, cursor));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
    public Response draft(ReleaseRequest request, @HeaderParam("Prefer") String prefer) {
        if (request == null) {
            throw ProblemException.body("", null, "The body must have \"id\" and \"title\".");
        }
        return replies.reply(
                work.draft(request, actor.required()),
                prefer,
                draft -> Response.created(URI.create(ReleaseRequest.addressOf(draft.id())))
                        .entity(draft)
                        .build());
    }

    @POST
    @Path("/{id}/remedies")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
    public Response remedy(@RestPath String id, RemedyRequest request, @HeaderParam("Prefer") String prefer) {
        return changed(work.remedies(id, request, actor.required()), prefer);
    }

    private Response changed(LongWork<ReleaseView> change, String prefer) {
        return replies.reply(change, prefer, view -> Response.ok(view).build());
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Revalidated
    @Uncompressed
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
        return reader.checks(id, actor.required());
    }

    @GET
    @Path("/{id}/withheld")
    @RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
    public Page<WithheldCellView> withheld(
            @RestPath String id, @RestQuery String dataflow, @RestQuery String limit, @RestQuery String cursor) {
        return Page.slice(reader.withheld(id, dataflow, actor.required()), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}/changes")
    @PermitAll
    @Revalidated
    @Uncompressed
    public RestResponse<Page<ReleaseChange>> changes(
            @RestPath String id, @RestQuery String since, @RestQuery String limit, @RestQuery String cursor) {
        Page<ReleaseChange> page = Page.slice(reader.changes(id, since, actor.get()), PageRequest.of(limit, cursor));
        return RestResponse.ResponseBuilder.ok(page)
                .header(HttpHeaders.LINK, ReleasedRowsReply.errata(published.required(id, actor.get())))
                .build();
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed(Roles.PUBLISHER)
    public Response publish(@RestPath String id, @HeaderParam("Prefer") String prefer) {
        return changed(work.publication(id, actor.required()), prefer);
    }
}
