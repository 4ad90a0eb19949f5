package org.tipstats.disseminate.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.http.Languages;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.ReferenceMetadata;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the reference metadata of a dataflow. */
@Path("/api/v1/dataflows/{id}/metadata")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class MetadataResource {

    private final SchemaRegistry schemas;

    MetadataResource(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    @GET
    public MetadataView get(
            @RestPath String id, @RestQuery String lang, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        Dataflow dataflow = schemas.dataflow(id).orElseThrow(() -> ProblemException.notFound("dataflow"));
        ReferenceMetadata metadata = schemas.metadata(id).orElseGet(() -> new ReferenceMetadata(id, Map.of()));
        return MetadataView.from(dataflow, metadata, Languages.choose(lang, languages, LocalText.LANGUAGES));
    }
}
