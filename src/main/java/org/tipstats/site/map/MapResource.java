package org.tipstats.site.map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.tipstats.platform.http.CachePolicy;

/** Serves the shapes that pages with maps use. */
@Path("/map")
@PermitAll
class MapResource {

    private final WorldMap world;

    MapResource(WorldMap world) {
        this.world = world;
    }

    /** Returns the current shapes for any version. Only the reply to a URL with the current version may be cached. */
    @GET
    @Path("/{version}/world.svg")
    public RestResponse<byte[]> shapes(@RestPath String version) {
        return RestResponse.ResponseBuilder.ok(world.file())
                .header(HttpHeaders.CONTENT_TYPE, "image/svg+xml")
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        CachePolicy.ofVersion(version, world.version()).header())
                .build();
    }
}
