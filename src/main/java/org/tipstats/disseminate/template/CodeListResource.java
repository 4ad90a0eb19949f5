package org.tipstats.disseminate.template;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.disseminate.template.StructureViews.CodeListDetail;
import org.tipstats.disseminate.template.StructureViews.CodeListSummary;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the code lists that submitted files and published data share. */
@Path("/api/v1/codelists")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class CodeListResource {

    private final SchemaRegistry schemas;

    CodeListResource(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    @GET
    public Page<CodeListSummary> list(
            @BeanParam LanguageParameters lang, @RestQuery String limit, @RestQuery String cursor) {
        String language = lang.chosen();
        List<CodeListSummary> all = schemas.codeLists().stream()
                .map(list -> CodeListSummary.from(list, language))
                .toList();
        return Page.slice(all, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    public CodeListDetail get(@RestPath String id, @BeanParam LanguageParameters lang) {
        String language = lang.chosen();
        return schemas.codeList(id)
                .map(list -> CodeListDetail.from(list, language))
                .orElseThrow(() -> ProblemException.notFound("code list"));
    }
}
