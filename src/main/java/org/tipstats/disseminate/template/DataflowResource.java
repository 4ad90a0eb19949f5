package org.tipstats.disseminate.template;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.disseminate.template.StructureViews.DataflowDetail;
import org.tipstats.disseminate.template.StructureViews.DataflowSummary;
import org.tipstats.disseminate.template.TemplateService.TemplateFile;
import org.tipstats.platform.http.CachedReply;
import org.tipstats.platform.http.GzipEncoding;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.http.TableFormat;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the dataflows with their structures, and templates of the files that providers submit. */
@Path("/api/v1/dataflows")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class DataflowResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SchemaRegistry schemas;
    private final TemplateService templates;

    DataflowResource(SchemaRegistry schemas, TemplateService templates) {
        this.schemas = schemas;
        this.templates = templates;
    }

    @GET
    public Page<DataflowSummary> list(
            @BeanParam LanguageParameters lang, @RestQuery String limit, @RestQuery String cursor) {
        String language = lang.chosen();
        List<DataflowSummary> all = schemas.dataflows().stream()
                .map(dataflow -> DataflowSummary.from(dataflow, language))
                .toList();
        return Page.slice(all, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    public DataflowDetail get(@RestPath String id, @BeanParam LanguageParameters lang) {
        return DataflowDetail.from(find(id), lang.chosen());
    }

    /** Serves the template as CSV. A CSV file has only codes, so the language is checked but makes no difference. */
    @GET
    @Path("/{id}/template.csv")
    @Produces("text/csv")
    public Response template(
            @RestPath String id,
            @RestQuery String area,
            @RestQuery String period,
            @BeanParam LanguageParameters lang,
            @Context HttpHeaders headers) {
        lang.chosen();
        TemplateFile file = templates.csv(toFill(id), area, period);
        boolean packed = GzipEncoding.isAccepted(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        String tag = packed ? GzipEncoding.tag(file.tag()) : file.tag();
        return answer(file, tag, headers, TableFormat.CSV_TYPE, "csv");
    }

    @GET
    @Path("/{id}/template.xlsx")
    @Produces(XLSX)
    public Response templateWorkbook(
            @RestPath String id,
            @RestQuery String area,
            @RestQuery String period,
            @BeanParam LanguageParameters lang,
            @Context HttpHeaders headers) {
        String language = lang.chosen();
        TemplateFile file = templates.workbook(toFill(id), area, period, language);
        return answer(file, file.tag(), headers, XLSX, "xlsx");
    }

    /** Sends the complete file, or status 304 if the client already has the file. */
    private static Response answer(TemplateFile file, String tag, HttpHeaders headers, String type, String ending) {
        return CachedReply.tagged(
                headers,
                tag,
                null,
                file.keeping(),
                () -> Response.ok(file.body())
                        .type(MediaType.valueOf(type))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + file.name() + "." + ending + "\""));
    }

    /**
     * Finds a dataflow for which providers submit files.
     *
     * @throws ProblemException with status 404 if the dataflow is computed or does not exist
     */
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
