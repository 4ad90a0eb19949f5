package org.tipstats.publish.release;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.http.RevalidationFilter.Revalidated;
import org.tipstats.platform.job.JobResource;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.platform.job.LongWork;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
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
    private final JobResource replies;
    private final ObjectMapper json;
    private final CurrentActor actor;

    ReleaseResource(
            ReleaseService releases, ReleaseReader reader, JobResource replies, ObjectMapper json, CurrentActor actor) {
        this.releases = releases;
        this.reader = reader;
        this.replies = replies;
        this.json = json;
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
            throw ProblemException.body(
                    List.of(InputError.pointer("", null, "The body must have \"id\" and \"title\".")));
        }
        Actor by = actor.required();
        LongWork<ReleaseView> work = new LongWork<>(
                ReleaseService.DRAFT_JOB,
                request.address(),
                by,
                watch -> releases.draft(request, by, watch),
                draft -> JobAnswer.json(201, ReleaseRequest.addressOf(draft.id()), json, draft));
        return replies.reply(
                work,
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
        return changed("remedies", prefer, (watch, by) -> releases.remedy(id, request, by, watch));
    }

    /** A change of a release that can take long. */
    private interface Change {
        ReleaseView make(JobProgressListener watch, Actor by);
    }

    private Response changed(String kind, String prefer, Change change) {
        Actor by = actor.required();
        LongWork<ReleaseView> work = new LongWork<>(
                kind, null, by, watch -> change.make(watch, by), view -> JobAnswer.json(200, null, json, view));
        return replies.reply(work, prefer, view -> Response.ok(view).build());
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
        reader.noteRead(id, actor.get());
        return reader.checks(id);
    }

    @GET
    @Path("/{id}/withheld")
    @RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
    public Page<WithheldCellView> withheld(
            @RestPath String id, @RestQuery String dataflow, @RestQuery String limit, @RestQuery String cursor) {
        reader.noteRead(id, actor.get());
        return Page.slice(reader.withheld(id, dataflow), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}/changes")
    @PermitAll
    @Revalidated
    @Uncompressed
    public Page<ReleaseChange> changes(
            @RestPath String id, @RestQuery String since, @RestQuery String limit, @RestQuery String cursor) {
        reader.noteRead(id, actor.get());
        return Page.slice(reader.changes(id, since, actor.get()), PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed(Roles.PUBLISHER)
    public Response publish(@RestPath String id, @HeaderParam("Prefer") String prefer) {
        return changed("publication", prefer, (watch, by) -> {
            watch.report("auditing", 0);
            return releases.publish(id, by);
        });
    }
}
