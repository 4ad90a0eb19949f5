package org.tipstats.site.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.people.InvitationService;
import org.tipstats.platform.people.InvitationService.Accepted;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.provider.ProviderConfig;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.SignInResource.DemoChoice;

/**
 * Lets people accept an invitation. Opening the link changes nothing, because programs that check mail open links, too.
 */
@Path(Site.LANG + "/invitation/{secret:[A-Za-z0-9_-]{43}}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@FormFilter.Guarded
class InvitationPageResource {

    private final InvitationService invitations;
    private final ProviderConfig provider;
    private final Frames frames;

    InvitationPageResource(InvitationService invitations, ProviderConfig provider, Frames frames) {
        this.invitations = invitations;
        this.provider = provider;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "session")
    static final class Pages {

        /**
         * @param path the path of this page, below the language
         * @param way the text of the button for the organisation's provider; null without a provider
         * @param tokens whether the person may have a token of this service
         */
        static native TemplateInstance invitation(
                Frame frame, PageTexts t, AccountView account, String path, String way, boolean tokens);

        static native TemplateInstance accepted(Frame frame, PageTexts t, Accepted accepted);
    }

    private Frame frame() {
        return frames.frame(PageContext.titled(frames.texts().say("invitation.title")));
    }

    @GET
    public Response invitation(@RestPath String secret, RoutingContext context) {
        AccountView account = invitations.find(secret);
        Response.ResponseBuilder answer = Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store");
        SignInResource.allowForm(answer, context);
        PageTexts t = frames.texts();
        DemoChoice way = SignInResource.way(provider, t, null);
        String button = way == null ? null : way.text();
        return answer.entity(Pages.invitation(frame(), t, account, "/invitation/" + secret, button, provider.tokens()))
                .build();
    }

    /**
     * Sends the person to the organisation's provider through another page, because browsers do not let forms lead to
     * another server. The invitation is accepted when the person comes back.
     */
    @POST
    @Path("provider")
    public Response leave(@RestPath String lang, @RestPath String secret, RoutingContext context) {
        if (!provider.isSet()) {
            throw ProblemException.notFound("provider");
        }
        invitations.find(secret);
        PageTexts t = frames.texts();
        String next = "/" + lang + "/sign-in/provider?invited=true";
        return Response.ok(ProviderSignInResource.Pages.onward(
                        frame(), t, t.say("invitation.title"), t.say("invitation.onward"), next))
                .header("Refresh", "0; url=" + next)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.keepInvitation(secret, ProviderConfig.SIGN_IN_TIME, context.request()))
                .build();
    }

    /** Accepts the invitation and shows the token of the account. No other page ever shows it. */
    @POST
    public Response accept(@RestPath String secret) {
        Accepted accepted = invitations.accept(secret);
        return Response.ok(Pages.accepted(frame(), frames.texts(), accepted))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
