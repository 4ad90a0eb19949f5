package org.tipstats.publish.citation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.database.JsonText;
import org.tipstats.platform.http.AcceptHeader;
import org.tipstats.platform.http.LanguageParameters;

/** Serves the citation of a release. */
@Path("/api/v1/releases/{id}/citation")
@PermitAll
class CitationResource {

    private final CitationService citations;
    private final ObjectMapper json;

    CitationResource(CitationService citations, ObjectMapper json) {
        this.citations = citations;
        this.json = json;
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Citation.class)))
    public Response get(
            @RestPath String id,
            @RestQuery String format,
            @BeanParam LanguageParameters lang,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri) {
        CitationFormat form = CitationFormat.choose(format, accept);
        String language = lang.chosen();
        Citation citation = citations.of(id, uri.getBaseUri());
        Object body = switch (form) {
            case JSON -> citation;
            case TEXT -> citation.texts().get(language) + "\n";
            case BIBTEX -> citation.bibtex();
            case CSL -> JsonText.write(json, List.of(citation.csl()));
        };
        return Response.ok(body)
                .type(MediaType.valueOf(form.mediaType()).withCharset("utf-8"))
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    enum CitationFormat {
        /** A JSON object that contains the citation in the other formats. */
        JSON("application/json"),
        TEXT("text/plain"),
        BIBTEX("application/x-bibtex"),
        CSL("application/vnd.citationstyles.csl+json");

        private final String mediaType;

        CitationFormat(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the requested format; see {@link AcceptHeader#choose}. */
        static CitationFormat choose(String format, String accept) {
            return AcceptHeader.choose(
                    List.of(values()), CitationFormat::word, CitationFormat::mediaType, format, accept);
        }
    }
}
