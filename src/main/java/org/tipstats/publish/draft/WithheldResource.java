package org.tipstats.publish.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.job.JobResource;
import org.tipstats.platform.job.JobService;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.Preference;

/** The figures of a submission that would be withheld. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
class WithheldResource {

    private final WithheldReader reader;
    private final JobService jobs;
    private final JobResource replies;
    private final ObjectMapper json;
    private final CurrentActor actor;

    WithheldResource(
            WithheldReader reader, JobService jobs, JobResource replies, ObjectMapper json, CurrentActor actor) {
        this.reader = reader;
        this.jobs = jobs;
        this.replies = replies;
        this.json = json;
        this.actor = actor;
    }

    @GET
    @Path("/{id}/withheld")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER})
    @APIResponseSchema(value = WithheldView.class, responseCode = "200")
    public Response withheld(
            @RestPath String id,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam("Prefer") String prefer) {
        Actor by = actor.required();
        PageRequest page = PageRequest.of(limit, cursor);
        page.offset();
        Optional<Preference> preference = jobs.preference(prefer);
        if (preference.isEmpty()) {
            return Response.ok(WithheldView.from(reader.of(id, by), page)).build();
        }
        return replies.started(jobs.start(
                "withheld", Optional.of(by), preference.get().patience(), watch -> {
                    WithheldView view = WithheldView.from(reader.of(id, by, ProtectionStages.of(watch)), page);
                    return new JobAnswer(
                            200,
                            null,
                            MediaType.APPLICATION_JSON,
                            null,
                            null,
                            out -> out.write(json.writeValueAsBytes(view)));
                }));
    }
}
