package org.tipstats.site.frame;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.problem.ProblemException;

/** Serves the files that pages load. */
@Path("/assets")
@PermitAll
class AssetResource {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "txt", "text/plain;charset=UTF-8");

    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    /**
     * Serves one file. The answer may be cached only if the requested version is the version of this instance. During
     * an update, a page of the new version may ask an instance that still has the old version.
     */
    @GET
    @Path("/{version}/{name}")
    public RestResponse<byte[]> get(@RestPath String version, @RestPath String name) {
        byte[] content = assets.content(name).orElseThrow(() -> ProblemException.notFound("file"));
        return RestResponse.ResponseBuilder.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        CachePolicy.ofVersion(version, assets.version()).header())
                .build();
    }
}
