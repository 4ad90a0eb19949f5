package org.tipstats.site.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.access.DemoAccounts;
import org.tipstats.platform.provider.ProviderCalls;
import org.tipstats.platform.provider.ProviderConfig;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Signs people in and out. Before a person signs in, the cookie contains a secret without a session, so that the
 * sign-in form can have a form token.
 */
@Path(Site.LANG)
@Produces(MediaType.TEXT_HTML)
@PermitAll
@FormFilter.Guarded
class SignInResource {

    /**
     * The page for signing in.
     *
     * @param staff the demo's accounts for roles other than submitter, for example reviewers; empty if the service is
     *     not a demo
     * @param submitters the demo's accounts that submit files for one area; empty if the service is not a demo
     * @param way the link for signing in with the organisation's provider: its URL and its text; null without a
     *     provider
     * @param tokens true if any token of this service signs in; false if only tokens for emergencies do
     * @param next the URL of the page to show after signing in; null for the desk
     */
    record SignInPage(
            List<DemoChoice> staff,
            List<DemoChoice> submitters,
            DemoChoice way,
            boolean tokens,
            String next,
            List<Fault> faults) {

        public boolean isDemo() {
            return !staff.isEmpty();
        }

        public String tokenFault() {
            return Fault.of("token", faults);
        }

        public String providerFault() {
            return Fault.of(PROVIDER, faults);
        }
    }

    /**
     * An account of the demo, or the link to the organisation's provider.
     *
     * @param token the token with which the account signs in, which is the name of the account in the demo; for the
     *     link, its URL
     * @param text a description of the account; for the link, its text
     */
    record DemoChoice(String token, String text) {}

    private static final String PROVIDER = "provider";
    private static final String PAUSE = "30";
    private static final int UNPROCESSABLE = 422;

    private final SessionService sessions;
    private final Frames frames;
    private final CurrentActor actor;
    private final DemoAccounts accounts;
    private final SchemaRegistry schemas;
    private final ProviderConfig provider;
    private final ProviderCalls calls;
    private final boolean demo;

    SignInResource(
            SessionService sessions,
            Frames frames,
            CurrentActor actor,
            DemoAccounts accounts,
            SchemaRegistry schemas,
            ProviderConfig provider,
            ProviderCalls calls,
            @ConfigProperty(name = "tipstats.demo", defaultValue = "false") boolean demo) {
        this.sessions = sessions;
        this.frames = frames;
        this.actor = actor;
        this.accounts = accounts;
        this.schemas = schemas;
        this.provider = provider;
        this.calls = calls;
        this.demo = demo;
    }

    @CheckedTemplate(basePath = "session")
    static final class Pages {

        static native TemplateInstance signin(Frame frame, PageTexts t, SignInPage page);

        static native TemplateInstance signout(Frame frame, PageTexts t);
    }

    @GET
    @Path("/sign-in")
    public Response show(
            @RestPath String lang, @RestQuery String next, @RestQuery String fault, RoutingContext context) {
        String after = Site.returnAddress(next).orElse(null);
        if (actor.get().isPresent()) {
            return seeOther(after == null ? desk(lang) : after).build();
        }
        return SignInFault.of(fault)
                .map(known -> failed(known, after, context))
                .orElseGet(() -> form(Response.ok(), after, List.of(), context));
    }

    private Response failed(SignInFault fault, String next, RoutingContext context) {
        Response.ResponseBuilder answer = Response.status(fault.status());
        if (fault == SignInFault.AWAY) {
            answer.header(HttpHeaders.RETRY_AFTER, PAUSE);
        }
        String message = frames.texts().say("sign-in.fault." + fault.id());
        return form(answer, next, List.of(new Fault(PROVIDER, message)), context);
    }

    @POST
    @Path("/sign-in")
    public Response signIn(
            @RestPath String lang, @RestForm String token, @RestForm String next, RoutingContext context) {
        HttpServerRequest request = context.request();
        String after = Site.returnAddress(next).orElse(null);
        String typed = Site.typed(token);
        Optional<SessionSecret> opened = typed.isEmpty()
                ? Optional.empty()
                : sessions.open(
                        typed,
                        request.remoteAddress().hostAddress(),
                        SessionCookie.read(request).orElse(null));
        if (opened.isEmpty()) {
            String fault = frames.texts().say(typed.isEmpty() ? "sign-in.token.missing" : "sign-in.token.wrong");
            return form(Response.status(UNPROCESSABLE), after, List.of(new Fault("token", fault)), context);
        }
        return seeOther(after == null ? desk(lang) : after)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.keep(opened.get(), request))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.keepWay(request))
                .build();
    }

    @GET
    @Path("/sign-out")
    public TemplateInstance signOut() {
        PageTexts t = frames.texts();
        return Pages.signout(frames.frame(PageContext.titled(t.say("sign-out.title"))), t);
    }

    @POST
    @Path("/sign-out")
    public Response signOut(@RestPath String lang, RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<String> away = SessionCookie.read(request)
                .flatMap(sessions::end)
                .flatMap(tokens -> calls.signOutAddress(tokens, request.scheme() + "://" + request.authority()));
        // The page's policy forbids forms to lead to other servers, so the answer is a page that redirects by itself.
        return away.map(this::signOutThere)
                .orElseGet(() -> seeOther("/" + lang + "/sign-out"))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.drop(request))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.dropWay(request))
                .build();
    }

    private Response.ResponseBuilder signOutThere(String address) {
        PageTexts t = frames.texts();
        String heading = t.say("sign-out.title");
        Frame frame = frames.frame(PageContext.titled(heading));
        return Response.ok(ProviderSignInResource.Pages.onward(frame, t, heading, t.say("sign-out.onward"), address))
                .header("Refresh", "0; url=" + address);
    }

    private Response form(Response.ResponseBuilder answer, String next, List<Fault> faults, RoutingContext context) {
        allowForm(answer, context);
        PageTexts t = frames.texts();
        Frame frame = frames.frame(PageContext.titled(t.say("sign-in.title")).after(faults));
        return answer.entity(Pages.signin(frame, t, page(t, next, faults))).build();
    }

    /** Gives the page a form token. A browser without a cookie gets a secret, which has no session yet. */
    static void allowForm(Response.ResponseBuilder answer, RoutingContext context) {
        HttpServerRequest request = context.request();
        SessionSecret secret = SessionCookie.read(request).orElseGet(() -> {
            SessionSecret made = SessionSecret.random();
            answer.header(HttpHeaders.SET_COOKIE, SessionCookie.keep(made, request));
            return made;
        });
        context.put(Frames.FORM_TOKEN, secret.formToken());
    }

    private static String desk(String lang) {
        return "/" + lang + "/desk";
    }

    private static Response.ResponseBuilder seeOther(String address) {
        return Response.seeOther(URI.create(address));
    }

    /**
     * Makes the page. In the demo, the page offers a submitter's account for each area, and the accounts of the other
     * roles.
     */
    private SignInPage page(PageTexts t, String next, List<Fault> faults) {
        return new SignInPage(
                demo ? staff(t) : List.of(),
                demo ? submitters(t) : List.of(),
                way(provider, t, next),
                provider.tokens(),
                next,
                faults);
    }

    /** Returns the link for signing in with the organisation's provider; null without a provider. */
    static DemoChoice way(ProviderConfig provider, PageTexts t, String next) {
        if (!provider.isSet()) {
            return null;
        }
        String address =
                "/" + t.language() + "/sign-in/provider" + (next == null ? "" : "?next=" + Addresses.encoded(next));
        return new DemoChoice(
                address,
                provider.name()
                        .map(name -> t.say("sign-in.provider.named", "name", name))
                        .orElseGet(() -> t.say("sign-in.provider")));
    }

    private List<DemoChoice> staff(PageTexts t) {
        return accounts.staff().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, AccountRole> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new DemoChoice(
                        entry.getKey(), t.say("role." + entry.getValue().id())))
                .toList();
    }

    private List<DemoChoice> submitters(PageTexts t) {
        return schemas.areas().codes().stream()
                .filter(code -> !code.isAreaGroup())
                .map(code -> new DemoChoice(accounts.submitter(code.id()), t.of(code.name())))
                .sorted(Comparator.comparing(DemoChoice::text, t.collator()))
                .toList();
    }
}
