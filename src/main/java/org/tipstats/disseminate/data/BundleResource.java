package org.tipstats.disseminate.data;

import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jboss.resteasy.reactive.RestPath;

/** Serves each release as one ZIP file with all its datasets. */
@Path("/api/v1/releases/{id}/bundle.zip")
@PermitAll
class BundleResource {

    private final BundleReply reply;

    BundleResource(BundleReply reply) {
        this.reply = reply;
    }

    @GET
    @Produces("application/zip")
    @Uncompressed
    public Response bundle(@RestPath String id, @Context HttpHeaders headers) {
        return reply.answer(id, "bundle", headers, bundle -> {
            StreamingOutput body = bundle::write;
            return Response.ok(body)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"tipstats_"
                                    + bundle.release().id() + ".zip\"");
        });
    }
}
