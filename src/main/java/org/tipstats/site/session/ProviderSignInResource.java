package org.tipstats.site.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.SignInService;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.provider.ProviderCalls;
import org.tipstats.platform.provider.ProviderCalls.ProviderTokens;
import org.tipstats.platform.provider.ProviderConfig;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.SessionService.Opening;

/**
 * Signs people in with the organisation's provider. The first request redirects to the provider. The framework brings
 * the person back to this resource with tokens. The resource then opens a session. It shows a page that loads the next
 * page, because browsers send the session cookie only with requests from a page of this website.
 */
@Path(Site.LANG + "/sign-in/provider")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class ProviderSignInResource {

    private static final Logger LOG = Logger.getLogger(ProviderSignInResource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SessionService sessions;
    private final SignInService refusals;
    private final ProviderConfig provider;
    private final CurrentIdentityAssociation association;
    private final OidcSession once;
    private final OidcAuthenticationMechanism framework;
    private final Frames frames;

    ProviderSignInResource(
            SessionService sessions,
            SignInService refusals,
            ProviderConfig provider,
            CurrentIdentityAssociation association,
            OidcSession once,
            OidcAuthenticationMechanism framework,
            Frames frames) {
        this.sessions = sessions;
        this.refusals = refusals;
        this.provider = provider;
        this.association = association;
        this.once = once;
        this.framework = framework;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "session")
    static final class Pages {

        static native TemplateInstance onward(Frame frame, PageTexts t, String heading, String text, String next);
    }

    /**
     * @param role the role that needs a stronger sign-in than the earlier sign-in; null if there is no such role
     * @param invited not null if the person accepts an invitation by signing in. The cookie with the invitation does
     *     not prove this, because another person may have used the same browser before
     */
    @GET
    public Response signIn(
            @RestPath String lang,
            @RestQuery String next,
            @RestQuery String role,
            @RestQuery String invited,
            RoutingContext context) {
        if (!provider.isSet()) {
            throw ProblemException.notFound("provider");
        }
        try {
            SecurityIdentity identity = association.getIdentity();
            IdTokenCredential id = identity.getCredential(IdTokenCredential.class);
            return id == null
                    ? leave(context)
                    : enter(identity, id, new Way(lang, next, role, invited != null), context.request());
        } catch (RuntimeException e) {
            return back(lang, fault(e), next);
        }
    }

    /**
     * Returns the fault to show.
     *
     * @throws RuntimeException the failure itself if it is a redirect of the framework, or an error in this program
     */
    static SignInFault fault(RuntimeException failure) {
        if (ProviderCalls.isAway(failure)) {
            LOG.warnf("the provider does not answer: %s", failure);
            return SignInFault.AWAY;
        }
        if (failure instanceof AuthenticationRedirectException || !(failure instanceof AuthenticationException)) {
            throw failure;
        }
        return SignInFault.FAILED;
    }

    /** Redirects to the provider. */
    private Response leave(RoutingContext context) {
        ChallengeData way = framework.getChallenge(context).await().atMost(PATIENCE);
        Response.ResponseBuilder answer = Response.status(way.status);
        way.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }

    /** The parameters of a sign-in. The framework keeps them until the person comes back from the provider. */
    private record Way(String lang, String next, String role, boolean invited) {

        String invitation(HttpServerRequest request) {
            return invited ? SessionCookie.readInvitation(request).orElse(null) : null;
        }

        Response back(SignInFault fault) {
            return ProviderSignInResource.back(lang, fault, next);
        }
    }

    private Response enter(SecurityIdentity identity, IdTokenCredential id, Way way, HttpServerRequest request) {
        once.logout().await().atMost(PATIENCE);
        AccessTokenCredential access = identity.getCredential(AccessTokenCredential.class);
        if (access == null
                || access.getRefreshToken() == null
                || access.getRefreshToken().getToken() == null) {
            LOG.error("the provider gives no refresh token, so nobody could be signed out within a minute;"
                    + " see TIPSTATS_OIDC_SCOPES");
            return way.back(SignInFault.FAILED);
        }
        ProviderTokens tokens =
                new ProviderTokens(id.getToken(), access.getRefreshToken().getToken());
        Opening opening = sessions.open(tokens, way.invitation(request));
        if (opening.secret() != null) {
            return onward(opening.secret(), Site.returnAddress(way.next()).orElse("/" + way.lang() + "/desk"), request);
        }
        if (opening.unproven() != null && way.role() == null) {
            String wanted = opening.unproven().id();
            return PageReply.next("/" + way.lang() + "/sign-in/provider?role=" + wanted
                    + (way.next() == null ? "" : "&next=" + Addresses.encoded(way.next())));
        }
        refusals.noteRefused(request.remoteAddress().hostAddress(), null);
        return way.back(opening.refusal() == null ? SignInFault.WEAK : SignInFault.of(opening.refusal()));
    }

    private Response onward(SessionSecret secret, String next, HttpServerRequest request) {
        PageTexts t = frames.texts();
        String heading = t.say("sign-in.title");
        Frame frame = frames.frame(PageContext.titled(heading));
        return Response.ok(Pages.onward(frame, t, heading, t.say("sign-in.onward"), next))
                .header("Refresh", "0; url=" + next)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.keep(secret, request))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.keepWay(request))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.keepInvitation("", Duration.ZERO, request))
                .build();
    }

    /** Redirects to the sign-in page, which explains the fault. */
    static Response back(String lang, SignInFault fault, String next) {
        return PageReply.next(
                "/" + lang + "/sign-in?fault=" + fault.id() + (next == null ? "" : "&next=" + Addresses.encoded(next)));
    }
}
