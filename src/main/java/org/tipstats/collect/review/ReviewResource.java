package org.tipstats.collect.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.justify.JustificationReader;
import org.tipstats.collect.justify.JustificationReader.JustificationsView;
import org.tipstats.collect.justify.Justifications.JustificationRequest;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;

/** Serves the steps of a submission after it is received. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
class ReviewResource {

    /**
     * A reviewer's decision to accept.
     *
     * @param sha256 hash of the reviewed file
     * @param footnotes ids of proposed justifications that become public comments; may be null
     */
    record Acceptance(String sha256, String comment, List<String> footnotes) {}

    /** A reviewer's decision to return a submission, with the reason. */
    @Schema(name = "ReturnRequest")
    record ReturnRequest(String reason) {}

    private final ReviewService review;
    private final JustificationReader justifications;
    private final CurrentActor actor;

    ReviewResource(ReviewService review, JustificationReader justifications, CurrentActor actor) {
        this.review = review;
        this.justifications = justifications;
        this.actor = actor;
    }

    @GET
    @Path("/{id}/justifications")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public JustificationsView justifications(@RestPath String id, @RestQuery String limit, @RestQuery String cursor) {
        return justifications.get(SubmissionIds.read(id), actor.required(), PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/{id}/justifications")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    public SubmissionView justify(@RestPath String id, List<JustificationRequest> justifications) {
        return review.justify(
                SubmissionIds.read(id), required(justifications, "a list of justifications"), actor.required());
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    public SubmissionView withdraw(@RestPath String id) {
        return review.withdraw(SubmissionIds.read(id), actor.required());
    }

    @POST
    @Path("/{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REVIEWER)
    public SubmissionView accept(@RestPath String id, Acceptance acceptance) {
        Acceptance decision = required(acceptance, "\"sha256\", the hash of the reviewed file,");
        return review.accept(
                SubmissionIds.read(id),
                decision.sha256(),
                decision.comment(),
                decision.footnotes() == null ? List.of() : decision.footnotes(),
                actor.required());
    }

    @POST
    @Path("/{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REVIEWER)
    public SubmissionView giveBack(@RestPath String id, ReturnRequest decision) {
        return review.giveBack(
                SubmissionIds.read(id), required(decision, "\"reason\"").reason(), actor.required());
    }

    private static <T> T required(T body, String what) {
        if (body == null) {
            throw ProblemException.body("", null, "A JSON body with " + what + " is required.");
        }
        return body;
    }
}
