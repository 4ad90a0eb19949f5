package org.tipstats.disseminate.data;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.OutputStream;
import org.apache.commons.io.function.Uncheck;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.disseminate.format.ReleaseBundle;

/** Serves the signed manifest of each release: the files of its bundle with their hashes. */
@Path("/api/v1/releases/{id}/manifest")
@PermitAll
class ManifestResource {

    private final BundleReply reply;

    ManifestResource(BundleReply reply) {
        this.reply = reply;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response manifest(@RestPath String id, @Context HttpHeaders headers) {
        return reply.answer(id, BundleReply.MANIFEST, headers, bundle -> Response.ok(json(bundle)));
    }

    private static String json(ReleaseBundle bundle) {
        return Uncheck.get(() -> bundle.write(OutputStream.nullOutputStream()).json());
    }
}
