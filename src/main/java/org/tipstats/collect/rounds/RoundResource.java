package org.tipstats.collect.rounds;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.rounds.Round.RoundState;
import org.tipstats.collect.rounds.RoundBoard.AreaAnswer;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.http.TableFormat;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** Serves rounds of collection, their boards (how each area answers), and their public summaries. */
@Path("/api/v1/rounds")
class RoundResource {

    private final RoundService rounds;
    private final RoundReader reader;
    private final BoardReader boards;
    private final CurrentActor actor;

    RoundResource(RoundService rounds, RoundReader reader, BoardReader boards, CurrentActor actor) {
        this.rounds = rounds;
        this.reader = reader;
        this.boards = boards;
        this.actor = actor;
    }

    /**
     * A request to copy a round to the next year.
     *
     * @param id the id of the new round; if it is missing, the old id with 1 added to each year in the id
     */
    record RoundCopy(String id) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(value = RoundView.class, responseCode = "201")
    public Response create(RoundRequest request) {
        return created(rounds.create(request, actor.required()));
    }

    private Response created(String id) {
        return Response.status(201)
                .entity(view(id))
                .header(HttpHeaders.LOCATION, "/api/v1/rounds/" + id)
                .build();
    }

    private RoundView view(String id) {
        RoundView view = reader.get(id, actor.get());
        return view.state() == RoundState.CLOSED ? view.with(boards.summary(id)) : view;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public Page<RoundView> list(@RestQuery String limit, @RestQuery String cursor) {
        return reader.list(actor.get(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RoundView.class)))
    public Response get(@RestPath String id, @RestQuery String format, @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        RoundView view = view(id);
        return reply(
                format,
                accept,
                () -> view,
                () -> Optional.ofNullable(view.summary())
                        .map(summary -> AreaAnswer.TABLE.text(summary.areas()))
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.NOT_ACCEPTABLE,
                                "The summary of a round is available as CSV once it is closed.")));
    }

    @GET
    @Path("/{id}/board")
    @RolesAllowed({Roles.REVIEWER, Roles.ADMINISTRATOR})
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RoundBoard.class)))
    public Response board(
            @RestPath String id, @RestQuery String format, @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        RoundBoard board = boards.board(id);
        return reply(format, accept, () -> board, () -> RoundBoard.TABLE.text(board.areas()));
    }

    private static Response reply(String format, String accept, Supplier<Object> json, Supplier<String> csv) {
        Response.ResponseBuilder reply = TableFormat.choose(format, accept) == TableFormat.CSV
                ? Response.ok(csv.get()).type(TableFormat.CSV_TYPE)
                : Response.ok(json.get()).type(MediaType.APPLICATION_JSON);
        return reply.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    @POST
    @Path("/{id}/closure")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RoundView close(@RestPath String id) {
        rounds.close(id, actor.required());
        return view(id);
    }

    @POST
    @Path("/{id}/reopening")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RoundView reopen(@RestPath String id) {
        rounds.reopen(id, actor.required());
        return view(id);
    }

    @POST
    @Path("/{id}/copy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(value = RoundView.class, responseCode = "201")
    public Response copy(@RestPath String id, RoundCopy request) {
        return created(rounds.copy(id, request == null ? null : request.id(), actor.required()));
    }
}
