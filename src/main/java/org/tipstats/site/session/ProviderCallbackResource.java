package org.tipstats.site.session;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.provider.ProviderConfig;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageReply;

/**
 * The only address to which the organisation's provider sends people back, after signing in and after signing out.
 * After a successful sign-in, the framework redirects from here.
 */
@Path("/sign-in/callback")
@PermitAll
class ProviderCallbackResource {

    private static final Set<String> OF_SIGN_IN = Set.of("code", "error");

    private final ProviderConfig provider;
    private final CurrentIdentityAssociation association;

    ProviderCallbackResource(ProviderConfig provider, CurrentIdentityAssociation association) {
        this.provider = provider;
        this.association = association;
    }

    @GET
    public Response callback(
            @CookieParam(Frames.LANGUAGE) String read,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String wanted,
            RoutingContext context) {
        if (!provider.isSet()) {
            throw ProblemException.notFound("provider");
        }
        String lang = Frames.language(read, wanted);
        SignInFault fault = SignInFault.FAILED;
        try {
            association.getIdentity();
        } catch (RuntimeException e) {
            fault = ProviderSignInResource.fault(e);
        }
        return OF_SIGN_IN.stream().anyMatch(context.queryParams()::contains)
                ? ProviderSignInResource.back(lang, fault, null)
                : PageReply.next("/" + lang + "/sign-out");
    }
}
