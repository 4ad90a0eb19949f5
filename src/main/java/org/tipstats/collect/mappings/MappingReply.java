package org.tipstats.collect.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.tipstats.platform.http.AcceptHeader;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** Answers with a mapping in the form that the caller accepts. */
public final class MappingReply {

    private static final String SDMX_JSON = "application/vnd.sdmx.structure+json;version=2.0.0";
    private static final String SDMX_ML = "application/vnd.sdmx.structure+xml;version=3.0.0";

    private MappingReply() {}

    /**
     * Returns the view of a mapping as JSON, or its structure message as SDMX-JSON or SDMX-ML.
     *
     * @param accept the header {@code Accept}; null accepts everything
     * @param message the structure message in SDMX-JSON
     * @throws ProblemException 406 if the caller accepts none of these forms
     */
    public static Response of(String accept, Object view, JsonNode message) {
        String type = AcceptHeader.parse(accept)
                .best(List.of(MediaType.APPLICATION_JSON, SDMX_JSON, SDMX_ML), each -> each)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "Mappings are available as JSON, as SDMX-JSON 2.0 and as SDMX-ML 3.0."));
        // The writer in the room sdmx converts the message if its type is SDMX-ML.
        Object body = type.equals(SDMX_JSON) ? message.toString() : type.equals(SDMX_ML) ? message : view;
        return Response.ok(body)
                .type(type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
