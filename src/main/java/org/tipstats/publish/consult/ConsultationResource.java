package org.tipstats.publish.consult;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.publish.consult.ConsultationView.AnswerRequest;
import org.tipstats.publish.consult.ConsultationView.AreaConsultation;
import org.tipstats.publish.consult.ConsultationView.ConsultedFigure;

/** Serves consultations: to reviewers and publishers the answers of all areas, to submitters their own areas. */
@Path("/api/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER})
class ConsultationResource {

    private final ConsultationService consultations;
    private final CurrentActor actor;

    ConsultationResource(ConsultationService consultations, CurrentActor actor) {
        this.consultations = consultations;
        this.actor = actor;
    }

    /** A request to open a draft to its areas. */
    @Schema(name = "ConsultationRequest")
    record ConsultationRequest(Instant until) {}

    @GET
    public Page<AreaConsultation> list(@RestQuery String limit, @RestQuery String cursor) {
        return Page.slice(consultations.mine(actor.required()), PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/{release}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
    public ConsultationView open(@RestPath String release, ConsultationRequest request) {
        return consultations.open(release, request == null ? null : request.until(), actor.required());
    }

    @GET
    @Path("/{release}")
    @RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
    public ConsultationView get(@RestPath String release) {
        return consultations.get(release);
    }

    @GET
    @Path("/{release}/areas/{area}")
    public AreaConsultation area(@RestPath String release, @RestPath String area) {
        return consultations.area(release, area, actor.required());
    }

    @GET
    @Path("/{release}/areas/{area}/figures")
    public Page<ConsultedFigure> figures(
            @RestPath String release,
            @RestPath String area,
            @RestQuery String dataflow,
            @RestQuery String limit,
            @RestQuery String cursor) {
        return Page.slice(
                consultations.figures(release, area, dataflow, actor.required()), PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/{release}/areas/{area}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBMITTER)
    public AreaConsultation answer(@RestPath String release, @RestPath String area, AnswerRequest request) {
        return consultations.answer(release, area, request, actor.required());
    }
}
