package org.tipstats.collect.metadata;

import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.metadata.MetadataService.MetadataRequest;
import org.tipstats.collect.metadata.MetadataVersion.PublicMetadata;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.http.RevalidationFilter.Revalidated;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the metadata of each area, and receives them from the area's submitters. */
@Path("/api/v1/areas/{area}/metadata")
@Produces(MediaType.APPLICATION_JSON)
class AreaMetadataResource {

    private final SchemaRegistry schemas;
    private final AcceptedMetadata accepted;
    private final MetadataService metadata;
    private final CurrentActor actor;

    AreaMetadataResource(
            SchemaRegistry schemas, AcceptedMetadata accepted, MetadataService metadata, CurrentActor actor) {
        this.schemas = schemas;
        this.accepted = accepted;
        this.metadata = metadata;
        this.actor = actor;
    }

    /** A reviewer's reason to return a version. */
    @Schema(name = "NationalMetadataReturn")
    record MetadataReturn(String reason) {}

    @GET
    @PermitAll
    @Revalidated
    @Uncompressed
    public Page<PublicMetadata> get(@RestPath String area, @RestQuery String limit, @RestQuery String cursor) {
        if (schemas.areas().singleArea(area).isEmpty()) {
            throw ProblemException.notFound("area");
        }
        return Page.slice(accepted.of(area), PageRequest.of(limit, cursor));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUBMITTER)
    @APIResponseSchema(value = MetadataVersion.class, responseCode = "201")
    public Response write(@RestPath String area, MetadataRequest request) {
        MetadataVersion made = metadata.write(area, request, actor.required());
        return Response.created(URI.create("/api/v1/areas/" + area + "/metadata/versions/" + made.version()))
                .entity(made)
                .build();
    }

    @GET
    @Path("/versions")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public Page<MetadataVersion> history(@RestPath String area, @RestQuery String limit, @RestQuery String cursor) {
        List<MetadataVersion> all = metadata.history(area, actor.required());
        return Page.slice(all, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/versions/{version}")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public MetadataVersion version(@RestPath String area, @RestPath String version) {
        return metadata.get(area, version, actor.required());
    }

    @POST
    @Path("/versions/{version}/acceptance")
    @RolesAllowed(Roles.REVIEWER)
    public MetadataVersion accept(@RestPath String area, @RestPath String version) {
        return metadata.accept(area, version, actor.required());
    }

    @POST
    @Path("/versions/{version}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REVIEWER)
    public MetadataVersion giveBack(@RestPath String area, @RestPath String version, MetadataReturn decision) {
        return metadata.giveBack(area, version, decision == null ? null : decision.reason(), actor.required());
    }

    @POST
    @Path("/versions/{version}/confirmation")
    @RolesAllowed(Roles.SUBMITTER)
    public MetadataVersion confirm(@RestPath String area, @RestPath String version) {
        return metadata.confirm(area, version, actor.required());
    }
}
