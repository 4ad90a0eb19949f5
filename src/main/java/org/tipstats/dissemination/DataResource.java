package org.tipstats.dissemination;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.access.CurrentActor;
import org.tipstats.release.Provenance;
import org.tipstats.release.ReleaseReader;
import org.tipstats.web.FreeParameters;

/** Published data: observations, where they come from, and which codes have any. */
@Path("/api/v1/data/{dataflow}")
@PermitAll
class DataResource {

    private static final String VARY = "Accept, Accept-Encoding, Accept-Language, Authorization";

    private final DataRequests requests;
    private final DataService data;
    private final ProvenanceService provenance;
    private final CodeAvailability availability;
    private final CurrentActor actor;

    DataResource(
            DataRequests requests,
            DataService data,
            ProvenanceService provenance,
            CodeAvailability availability,
            CurrentActor actor) {
        this.requests = requests;
        this.data = data;
        this.provenance = provenance;
        this.availability = availability;
        this.actor = actor;
    }

    @GET
    @FreeParameters
    public Response observations(
            @RestPath String dataflow,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Map<String, List<String>> parameters = uri.getQueryParameters();
        boolean drafts = ReleaseReader.seesDrafts(actor.get());
        DataRequest request = requests.read(dataflow, parameters, accept, languages, drafts);
        DataReply reply = data.answer(request, uri.getRequestUri());
        return answer(reply.tag(), headers, () -> whole(reply, dataflow));
    }

    private static Response.ResponseBuilder whole(DataReply reply, String dataflow) {
        Format format = reply.request().format();
        Response.ResponseBuilder response =
                reply.isStreamed() ? Response.ok((StreamingOutput) reply::writeTo) : Response.ok(reply.body());
        response.type(MediaType.valueOf(format.mediaType()));
        if (format != Format.JSON) {
            String name = dataflow + "_" + reply.request().release().id() + "." + format.extension();
            response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        }
        if (reply.next() != null) {
            response.header(HttpHeaders.LINK, "<" + reply.next() + ">; rel=\"next\"");
        }
        return response;
    }

    @GET
    @Path("/provenance")
    @FreeParameters
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Provenance.class)
    public Response provenance(@RestPath String dataflow, @Context UriInfo uri, @Context HttpHeaders headers) {
        Tagged<Provenance> reply = provenance.explain(dataflow, uri.getQueryParameters(), actor.get());
        return answer(reply.tag(), headers, () -> Response.ok(reply.body()));
    }

    @GET
    @Path("/codes")
    @FreeParameters
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(CodeAvailability.Available.class)
    public Response codes(
            @RestPath String dataflow,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        boolean drafts = ReleaseReader.seesDrafts(actor.get());
        Tagged<CodeAvailability.Available> reply =
                availability.of(dataflow, uri.getQueryParameters(), languages, drafts);
        return answer(reply.tag(), headers, () -> Response.ok(reply.body()));
    }

    /** The whole reply, or 304 where the client has it already. */
    private static Response answer(ReplyTag tag, HttpHeaders headers, Supplier<Response.ResponseBuilder> whole) {
        if (!tag.open()) {
            return whole.get().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        }
        boolean known = tag.isKnown(
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                headers.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
        return (known ? Response.notModified() : whole.get())
                .tag(new EntityTag(tag.value()))
                .lastModified(Date.from(tag.lastModified()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate")
                .header(HttpHeaders.VARY, VARY)
                .build();
    }
}
