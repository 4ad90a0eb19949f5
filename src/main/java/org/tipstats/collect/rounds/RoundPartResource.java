package org.tipstats.collect.rounds;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionService.SubmissionOutcome;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.rounds.DeclarationService.DeclarationRequest;
import org.tipstats.collect.rounds.PartService.ExtensionDecision;
import org.tipstats.collect.rounds.PartService.ExtensionRequest;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.LanguageParameters;

/** Serves an area's part of a round, and takes its declarations and requests for a later deadline. */
@Path("/api/v1/rounds/{id}/areas/{area}")
@Produces(MediaType.APPLICATION_JSON)
class RoundPartResource {

    private final RoundReader reader;
    private final PartService parts;
    private final DeclarationService declarations;
    private final SubmissionReader submissions;
    private final CurrentActor actor;

    RoundPartResource(
            RoundReader reader,
            PartService parts,
            DeclarationService declarations,
            SubmissionReader submissions,
            CurrentActor actor) {
        this.reader = reader;
        this.parts = parts;
        this.declarations = declarations;
        this.submissions = submissions;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public RoundPart get(@RestPath String id, @RestPath String area) {
        parts.open(id, area, actor.required());
        return reader.part(id, area, actor.required());
    }

    @POST
    @Path("/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBMITTER)
    public RoundPart ask(@RestPath String id, @RestPath String area, ExtensionRequest request) {
        parts.ask(id, area, request, actor.required());
        return reader.part(id, area, actor.required());
    }

    @POST
    @Path("/extension/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REVIEWER, Roles.ADMINISTRATOR})
    public RoundPart decide(@RestPath String id, @RestPath String area, ExtensionDecision decision) {
        parts.decide(id, area, decision, actor.required());
        return reader.part(id, area, actor.required());
    }

    @POST
    @Path("/declaration")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBMITTER)
    @APIResponseSchema(value = SubmissionView.class, responseCode = "201")
    public Response declare(
            @RestPath String id,
            @RestPath String area,
            @BeanParam LanguageParameters lang,
            DeclarationRequest request) {
        Actor by = actor.required();
        String language = lang.chosen();
        SubmissionOutcome outcome = declarations.declare(id, area, request, language, by);
        return Response.status(outcome.created() ? 201 : 200)
                .entity(submissions.get(outcome.id(), by))
                .header(HttpHeaders.LOCATION, "/api/v1/submissions/" + outcome.id())
                .build();
    }
}
