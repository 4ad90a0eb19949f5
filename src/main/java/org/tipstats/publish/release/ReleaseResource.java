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
import java.util.Optional;
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
import org.tipstats.platform.job.JobService;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobService.JobWork;
import org.tipstats.platform.job.JobService.Preference;
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
    private final JobService jobs;
    private final JobResource replies;
    private final ObjectMapper json;
    private final CurrentActor actor;

    ReleaseResource(
            ReleaseService releases,
            ReleaseReader reader,
            JobService jobs,
            JobResource replies,
            ObjectMapper json,
            CurrentActor actor) {
        this.releases = releases;
        this.reader = reader;
        this.jobs = jobs;
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
        Optional<Preference> preference = jobs.preference(prefer);
        if (preference.isPresent()) {
            return started(ReleaseService.DRAFT_JOB, request.address(), by, preference.get(), watch -> {
                ReleaseView draft = releases.draft(request, by, watch);
                return JobAnswer.json(201, ReleaseRequest.addressOf(draft.id()), json, draft);
            });
        }
        ReleaseView draft = releases.draft(request, by);
        return Response.created(URI.create(ReleaseRequest.addressOf(draft.id())))
                .entity(draft)
                .build();
    }

    @POST
    @Path("/{id}/remedies")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
    public Response remedy(@RestPath String id, RemedyRequest request, @HeaderParam("Prefer") String prefer) {
        Actor by = actor.required();
        Optional<Preference> preference = jobs.preference(prefer);
        if (preference.isPresent()) {
            return started(
                    "remedies",
                    null,
                    by,
                    preference.get(),
                    watch -> JobAnswer.json(200, null, json, releases.remedy(id, request, by, watch)));
        }
        return Response.ok(releases.remedy(id, request, by, (stage, percent) -> {}))
                .build();
    }

    private Response started(String kind, String place, Actor by, Preference preference, JobWork work) {
        return replies.started(jobs.start(kind, place, Optional.of(by), preference.patience(), work));
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
        Actor by = actor.required();
        Optional<Preference> preference = jobs.preference(prefer);
        if (preference.isPresent()) {
            return started("publication", null, by, preference.get(), watch -> {
                watch.report("auditing", 0);
                return JobAnswer.json(200, null, json, releases.publish(id, by));
            });
        }
        return Response.ok(releases.publish(id, by)).build();
    }
}
