package org.tipstats.sdmx.rest;

import io.quarkus.vertx.http.Uncompressed;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.http.ParameterFilter.FreeParameters;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;

/** Serves the SDMX REST interface in its two versions, 1.5 and 2. */
@Path("/sdmx")
@PermitAll
@FreeParameters
class SdmxResource {

    private final StructureService structures;
    private final SdmxDataService data;
    private final AvailabilityService availability;
    private final SchemaService schemas;
    private final CatalogueConfig catalogue;

    SdmxResource(
            StructureService structures,
            SdmxDataService data,
            AvailabilityService availability,
            SchemaService schemas,
            CatalogueConfig catalogue) {
        this.structures = structures;
        this.data = data;
        this.availability = availability;
        this.schemas = schemas;
        this.catalogue = catalogue;
    }

    @GET
    @Uncompressed
    @Path("/v1/{query: .+}")
    public Response structuresV1(@RestPath String query, @Context RoutingContext context) {
        return SdmxReply.to(RestVersion.V1, context, catalogue, structures::answer);
    }

    @GET
    @Uncompressed
    @Path("/v1/data/{query: .+}")
    public Response dataV1(@RestPath String query, @Context RoutingContext context) {
        return SdmxReply.to(RestVersion.V1, context, catalogue, data::answer);
    }

    @GET
    @Uncompressed
    @Path("/v1/availableconstraint/{query: .+}")
    public Response availableV1(@RestPath String query, @Context RoutingContext context) {
        return SdmxReply.to(RestVersion.V1, context, catalogue, availability::answer);
    }

    @GET
    @Uncompressed
    @Path("/v1/schema/{query: .+}")
    public Response schemaV1(@RestPath String query, @Context RoutingContext context) {
        return SdmxReply.to(RestVersion.V1, context, catalogue, schemas::answer);
    }

    @GET
    @Uncompressed
    @Path("/v2/structure/{query: .+}")
    public Response structures(@RestPath String query, @Context RoutingContext context) {
        return SdmxReply.to(RestVersion.V2, context, catalogue, structures::answer);
    }

    @GET
    @Uncompressed
    @Path("/v2/data/{query: .+}")
    public Response data(@RestPath String query, @Context RoutingContext context) {
        return SdmxReply.to(RestVersion.V2, context, catalogue, data::answer);
    }

    @GET
    @Uncompressed
    @Path("/v2/availability/{query: .+}")
    public Response available(@RestPath String query, @Context RoutingContext context) {
        return SdmxReply.to(RestVersion.V2, context, catalogue, availability::answer);
    }

    @GET
    @Uncompressed
    @Path("/v2/schema/{query: .+}")
    public Response schema(@RestPath String query, @Context RoutingContext context) {
        return SdmxReply.to(RestVersion.V2, context, catalogue, schemas::answer);
    }

    @GET
    @Uncompressed
    @Path("/v2/metadata/{query: .+}")
    public Response metadata(@RestPath String query, @Context RoutingContext context) {
        return SdmxReply.to(RestVersion.V2, context, catalogue, structures::metadata);
    }
}
