package org.tipstats.publish.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.job.JobResource;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.LongWork;
import org.tipstats.publish.draft.WithheldReader.WithheldFigure;
import org.tipstats.publish.draft.WithheldReader.WithheldPreview;

/** Shows which figures would be withheld if a release were made now with a submission. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
class WithheldResource {

    private final WithheldReader reader;
    private final JobResource replies;
    private final ObjectMapper json;
    private final CurrentActor actor;

    WithheldResource(WithheldReader reader, JobResource replies, ObjectMapper json, CurrentActor actor) {
        this.reader = reader;
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
        LongWork<WithheldView> work = new LongWork<>(
                "withheld",
                null,
                Optional.of(by),
                watch -> WithheldView.from(reader.of(id, by, watch), page),
                view -> JobAnswer.json(200, null, json, view),
                () -> {});
        return replies.reply(work, prefer, view -> Response.ok(view).build());
    }

    /**
     * Lists the figures that would be withheld if a release were made now with this submission.
     *
     * @param figures the number of counts and rates of the submission's areas, in the submission's dataflow and years
     * @param count the number of these counts and rates that would be withheld
     * @param byReason {@code count} by reason
     * @param items one page of the figures that would be withheld, in key order
     * @param next the path and query of the next page; null on the last page
     */
    record WithheldView(
            String submission,
            String dataflow,
            long figures,
            long count,
            Map<String, Integer> byReason,
            List<WithheldFigure> items,
            String next) {

        static WithheldView from(WithheldPreview preview, PageRequest page) {
            List<WithheldFigure> all = preview.withheld();
            Map<String, Integer> byReason = new TreeMap<>();
            all.forEach(figure -> byReason.merge(figure.reason(), 1, Integer::sum));
            Page<WithheldFigure> some =
                    Page.slice(all, page, "/api/v1/submissions/" + preview.submission() + "/withheld");
            return new WithheldView(
                    preview.submission(),
                    preview.dataflow(),
                    preview.figures(),
                    all.size(),
                    byReason,
                    some.items(),
                    some.next());
        }
    }
}
