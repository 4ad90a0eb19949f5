package org.tipstats.disseminate.data;

import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import org.apache.commons.io.function.Uncheck;
import org.jboss.resteasy.reactive.RestPath;

/** Serves each release as one ZIP file with all its datasets, and the signed manifest of this file. */
@Path("/api/v1/releases")
@PermitAll
class BundleResource {

    private final BundleReply reply;

    BundleResource(BundleReply reply) {
        this.reply = reply;
    }

    @GET
    @Path("/{id}/bundle.zip")
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

    /** Returns the files of the bundle with their hashes. */
    @GET
    @Path("/{id}/manifest")
    @Produces(MediaType.APPLICATION_JSON)
    public Response manifest(@RestPath String id, @Context HttpHeaders headers) {
        return reply.answer(
                id,
                BundleReply.MANIFEST,
                headers,
                bundle -> Response.ok(Uncheck.get(
                        () -> bundle.write(OutputStream.nullOutputStream()).json())));
    }
}
