package org.tipstats.dissemination;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Date;
import java.util.List;
import java.util.Map;
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
            @Context Request conditions) {
        Map<String, List<String>> parameters = uri.getQueryParameters();
        boolean drafts = ReleaseReader.seesDrafts(actor.get());
        DataRequest request = requests.read(dataflow, parameters, accept, languages, drafts);
        DataReply reply = data.answer(request, uri.getRequestUri());
        Response.ResponseBuilder response = notModified(reply, conditions);
        if (response == null) {
            response = reply.isStreamed() ? Response.ok((StreamingOutput) reply::writeTo) : Response.ok(reply.body());
            response.type(MediaType.valueOf(request.format().mediaType()));
            describe(response, reply, dataflow);
        }
        return cached(response, reply).build();
    }

    private static void describe(Response.ResponseBuilder response, DataReply reply, String dataflow) {
        if (reply.request().format() != Format.JSON) {
            response.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + dataflow + "_"
                            + reply.request().release().id() + "."
                            + reply.request().format().extension() + "\"");
        }
        if (reply.next() != null) {
            response.header(HttpHeaders.LINK, "<" + reply.next() + ">; rel=\"next\"");
        }
    }

    private static Response.ResponseBuilder notModified(DataReply reply, Request conditions) {
        if (!reply.request().release().isPublic()) {
            return null;
        }
        return conditions.evaluatePreconditions(
                Date.from(reply.request().release().publishedAt()), new EntityTag(reply.tag()));
    }

    private static Response.ResponseBuilder cached(Response.ResponseBuilder response, DataReply reply) {
        if (!reply.request().release().isPublic()) {
            return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return response.tag(new EntityTag(reply.tag()))
                .lastModified(Date.from(reply.request().release().publishedAt()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate")
                .header(HttpHeaders.VARY, VARY);
    }

    @GET
    @Path("/provenance")
    @FreeParameters
    public Provenance provenance(@RestPath String dataflow, @Context UriInfo uri) {
        return provenance.explain(dataflow, uri.getQueryParameters(), actor.get());
    }

    @GET
    @Path("/codes")
    @FreeParameters
    public CodeAvailability.Available codes(
            @RestPath String dataflow,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri) {
        boolean drafts = ReleaseReader.seesDrafts(actor.get());
        return availability.of(requests.read(dataflow, uri.getQueryParameters(), null, languages, drafts));
    }
}
