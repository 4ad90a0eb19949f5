package org.tipstats.platform.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.tipstats.platform.http.ParameterFilter.FreeParameters;

/** A resource for tests that checks its own parameters. */
@Path("/api/v1/free")
class FreeResource {

    @GET
    @FreeParameters
    public String all(@Context UriInfo uri) {
        return uri.getQueryParameters().get("REF_AREA").toString();
    }
}
