package org.tipstats.submission;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the service takes and gives at most. */
@Path("/api/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class LimitsResource {

    private final UploadConfig config;

    LimitsResource(UploadConfig config) {
        this.config = config;
    }

    @GET
    public Limits get() {
        return Limits.of(config);
    }
}
