package org.tipstats.platform.job;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.job.JobService.WorkEnd;
import org.tipstats.platform.job.JobView.Job;
import org.tipstats.platform.job.JobView.JobState;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Serves the jobs of the caller, whether the caller is signed in or not. Also makes the replies of other resources that
 * start jobs, because only resources may use the types of the REST framework.
 */
@Path("/api/v1/jobs/{id}")
@PermitAll
public class JobResource {

    private static final int RETRY_SECONDS = 2;

    private final JobService jobs;
    private final CurrentActor actor;

    JobResource(JobService jobs, CurrentActor actor) {
        this.jobs = jobs;
        this.actor = actor;
    }

    private static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no such job.");
        }
    }

    @GET
    public JobView get(@RestPath String id) {
        return jobs.get(read(id), actor.get());
    }

    @DELETE
    public Response cancel(@RestPath String id) {
        jobs.cancel(read(id), actor.get());
        return Response.noContent().build();
    }

    @GET
    @Path("/result")
    public Response result(@RestPath String id) {
        Job job = jobs.find(read(id), actor.get());
        if (job.state() != JobState.DONE) {
            throw ProblemException.conflict("The job has no answer. Its state is " + job.state() + ".");
        }
        return answer(job).build();
    }

    /**
     * Does the work that a request asks for. Replies with the result if the work ends in time, otherwise with 202 and
     * the URL of the job that continues the work.
     *
     * @param prefer the header {@code Prefer} of the request, or null
     */
    public <T> Response reply(LongWork<T> work, String prefer, Function<T, Response> reply) {
        Optional<Preference> preference = jobs.preference(prefer, work.by());
        if (preference.isPresent()) {
            return started(jobs.start(work, preference.get().patience()));
        }
        WorkEnd<T> end = jobs.await(work);
        return end.job() == null
                ? reply.apply(end.result())
                : accepted(end.job()).build();
    }

    private static Response.ResponseBuilder accepted(JobView job) {
        return Response.accepted(job)
                .header(HttpHeaders.LOCATION, job.address())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }

    /**
     * Returns the reply to the request that started a job: the answer if it is ready, otherwise 202 with the job's URL.
     */
    public Response started(JobView job) {
        Response.ResponseBuilder reply =
                job.state().equals(JobState.DONE.name()) ? answer(jobs.find(job.id(), actor.get())) : accepted(job);
        return reply.header("Preference-Applied", "respond-async").build();
    }

    private Response.ResponseBuilder answer(Job job) {
        Job.Reply reply = job.reply();
        Response.ResponseBuilder response = Response.status(reply.status())
                .entity((StreamingOutput) out -> jobs.write(job, out))
                .type(reply.mediaType())
                .header(HttpHeaders.VARY, "Accept, Accept-Language");
        if (reply.location() != null) {
            response.header(HttpHeaders.LOCATION, reply.location());
        }
        if (reply.language() != null) {
            response.header(HttpHeaders.CONTENT_LANGUAGE, reply.language());
        }
        if (reply.fileName() != null) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + reply.fileName() + "\"");
        }
        return response;
    }
}
