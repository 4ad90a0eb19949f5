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
import org.tipstats.sdmx.question.DataQueryParser;
import org.tipstats.sdmx.question.MetadataQuery;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;
import org.tipstats.sdmx.question.StructureQuery;

/** The SDMX REST interface, version 2. */
@Path("/sdmx/v2")
@PermitAll
@FreeParameters
class V2Resource {

    private final StructureService structures;
    private final DataQueryParser queries;
    private final SdmxDataService data;
    private final AvailabilityService availability;
    private final SchemaService schemas;
    private final MetadataService metadata;

    V2Resource(
            StructureService structures,
            DataQueryParser queries,
            SdmxDataService data,
            AvailabilityService availability,
            SchemaService schemas,
            MetadataService metadata) {
        this.structures = structures;
        this.queries = queries;
        this.data = data;
        this.availability = availability;
        this.schemas = schemas;
        this.metadata = metadata;
    }

    @GET
    @Uncompressed
    @Path("/structure/{query: .+}")
    public Response structures(@RestPath String query, @Context RoutingContext context) {
        return SdmxHttpReply.answer(
                RestVersion.V2, context, request -> structures.answer(request, StructureQuery.v2(request)));
    }

    @GET
    @Uncompressed
    @Path("/data/{query: .+}")
    public Response data(@RestPath String query, @Context RoutingContext context) {
        return SdmxHttpReply.answer(RestVersion.V2, context, request -> data.answer(request, queries.v2(request)));
    }

    @GET
    @Uncompressed
    @Path("/availability/{query: .+}")
    public Response available(@RestPath String query, @Context RoutingContext context) {
        return SdmxHttpReply.answer(RestVersion.V2, context, availability::v2);
    }

    @GET
    @Uncompressed
    @Path("/schema/{query: .+}")
    public Response schema(@RestPath String query, @Context RoutingContext context) {
        return SdmxHttpReply.answer(RestVersion.V2, context, schemas::answer);
    }

    @GET
    @Uncompressed
    @Path("/metadata/{query: .+}")
    public Response metadata(@RestPath String query, @Context RoutingContext context) {
        return SdmxHttpReply.answer(
                RestVersion.V2, context, request -> metadata.answer(request, MetadataQuery.v2(request)));
    }
}
