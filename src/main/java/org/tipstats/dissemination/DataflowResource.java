package org.tipstats.dissemination;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.dissemination.StructureViews.DataflowDetail;
import org.tipstats.dissemination.StructureViews.DataflowSummary;
import org.tipstats.problem.ProblemException;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.LocalText;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.web.Languages;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;

/** The dataflows: what is collected and published, and templates to fill. */
@Path("/api/v1/dataflows")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class DataflowResource {

    private final SchemaRegistry schemas;

    DataflowResource(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    @GET
    public Page<DataflowSummary> list(
            @RestQuery String lang,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        String language = Languages.choose(lang, languages, LocalText.LANGUAGES);
        List<DataflowSummary> all = schemas.dataflows().stream()
                .map(dataflow -> DataflowSummary.from(dataflow, language))
                .toList();
        return Page.slice(all, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    public DataflowDetail get(
            @RestPath String id, @RestQuery String lang, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return DataflowDetail.from(find(id), Languages.choose(lang, languages, LocalText.LANGUAGES));
    }

    @GET
    @Path("/{id}/template.csv")
    @Produces("text/csv")
    public Response template(@RestPath String id) {
        return Response.ok(Template.csv(find(id)))
                .type(MediaType.valueOf("text/csv;charset=utf-8;header=present"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "_template.csv\"")
                .build();
    }

    private Dataflow find(String id) {
        return schemas.dataflow(id).orElseThrow(() -> ProblemException.notFound("dataflow"));
    }
}
