package org.tipstats.dissemination;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.dissemination.StructureViews.DataflowDetail;
import org.tipstats.dissemination.StructureViews.DataflowSummary;
import org.tipstats.dissemination.TemplateService.TemplateFile;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.LocalText;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.web.Keeping;
import org.tipstats.web.Languages;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;

/** The dataflows: what is collected and published, and templates to fill. */
@Path("/api/v1/dataflows")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class DataflowResource {

    private static final String CSV = "text/csv;charset=utf-8;header=present";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SchemaRegistry schemas;
    private final TemplateService templates;

    DataflowResource(SchemaRegistry schemas, TemplateService templates) {
        this.schemas = schemas;
        this.templates = templates;
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

    /** A CSV file has codes only, so the language that may be asked for is checked and makes no difference. */
    @GET
    @Path("/{id}/template.csv")
    @Produces("text/csv")
    public Response template(
            @RestPath String id,
            @RestQuery String area,
            @RestQuery String period,
            @RestQuery String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        Languages.choose(lang, languages, LocalText.LANGUAGES);
        return answer(templates.csv(toFill(id), area, period), CSV, "csv", known);
    }

    @GET
    @Path("/{id}/template.xlsx")
    @Produces(XLSX)
    public Response templateWorkbook(
            @RestPath String id,
            @RestQuery String area,
            @RestQuery String period,
            @RestQuery String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        String language = Languages.choose(lang, languages, LocalText.LANGUAGES);
        return answer(templates.workbook(toFill(id), area, period, language), XLSX, "xlsx", known);
    }

    /** The whole file, or 304 where the client has it already. */
    private static Response answer(TemplateFile file, String mediaType, String extension, String known) {
        String name = file.name() + "." + extension;
        Response.ResponseBuilder response = file.tag().isKnown(known, null)
                ? Response.notModified()
                : Response.ok(file.body())
                        .type(MediaType.valueOf(mediaType))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        return response.tag(new EntityTag(file.tag().value()))
                .header(HttpHeaders.CACHE_CONTROL, (file.tag().open() ? Keeping.ASK_AGAIN : Keeping.NEVER).header())
                .header(HttpHeaders.VARY, "Accept-Encoding, Accept-Language, Authorization")
                .build();
    }

    /** 404 for a dataflow that takes no files. */
    private Dataflow toFill(String id) {
        Dataflow dataflow = find(id);
        if (dataflow.isDerived()) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no template: " + id
                            + " accepts no files, because it is computed from published figures.");
        }
        return dataflow;
    }

    private Dataflow find(String id) {
        return schemas.dataflow(id).orElseThrow(() -> ProblemException.notFound("dataflow"));
    }
}
