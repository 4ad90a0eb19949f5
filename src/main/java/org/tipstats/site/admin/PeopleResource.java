package org.tipstats.site.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.AccountView.IssuedToken;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.access.Role.Roles;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;

/** Lists the accounts and takes new ones. */
@Path(Site.LANG + "/desk/admin/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
@FormFilter.Guarded
class PeopleResource {

    private static final int CREATED = 201;
    private static final int UNPROCESSABLE = 422;

    private final AccountService accounts;
    private final PeoplePages pages;
    private final Areas areas;
    private final Frames frames;
    private final CurrentActor actor;

    PeopleResource(AccountService accounts, PeoplePages pages, Areas areas, Frames frames, CurrentActor actor) {
        this.accounts = accounts;
        this.pages = pages;
        this.areas = areas;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance people(Frame frame, PageTexts t, PeoplePage page);

        static native TemplateInstance creation(
                Frame frame,
                PageTexts t,
                PersonForm form,
                List<Choice> roles,
                List<Areas.Region> regions,
                List<Choice> sources);

        static native TemplateInstance secret(Frame frame, PageTexts t, PersonPage.Secret secret);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestQuery String name,
            @RestQuery String role,
            @RestQuery String area,
            @RestQuery String state,
            @RestQuery String cursor) {
        PageTexts t = frames.texts();
        PageContext place =
                SystemPages.place(t.say("nav.people"), t).in(Section.PEOPLE).api("/api/v1/accounts");
        return Pages.people(frames.frame(place), t, pages.list(name, role, area, state, cursor, t));
    }

    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance form() {
        return form(PersonForm.typed(null, null, null, null, UUID.randomUUID().toString()));
    }

    private TemplateInstance form(PersonForm form) {
        PageTexts t = frames.texts();
        PageContext place = place(t.say("people.new"), t);
        return Pages.creation(
                frames.frame(form.faults().isEmpty() ? place : place.afterFaults()),
                t,
                form,
                pages.roles(form.roles(), t),
                areas.regions(form.areas(), t),
                pages.sources(form.source(), t));
    }

    /** Creates an account and shows its token. No other page ever shows it. */
    @POST
    @Path("/new")
    @Operation(hidden = true)
    public Response create(
            @RestForm String name,
            @RestForm List<String> roles,
            @RestForm List<String> areas,
            @RestForm String source,
            @RestForm String key) {
        PageTexts t = frames.texts();
        Actor who = actor.required();
        PersonForm form = PersonForm.typed(name, roles, areas, source, key);
        Optional<UUID> made = accounts.findCreated(who, key == null ? "" : key);
        if (made.isPresent()) {
            return Response.seeOther(URI.create(PeoplePages.address(made.get(), t)))
                    .build();
        }
        try {
            CreatedAccount account = accounts.create(who, form.account(), key);
            IssuedToken token = new IssuedToken(account.tokenId(), account.token(), account.expiresAt());
            PersonPage.Secret secret = pages.secret(t.say("person.made"), accounts.find(account.id()), token, t);
            return Response.status(CREATED)
                    .entity(Pages.secret(frames.frame(place(secret.heading(), t)), t, secret))
                    .build();
        } catch (ProblemException e) {
            if (e.problem().errors().isEmpty()) {
                throw e;
            }
            return Response.status(UNPROCESSABLE)
                    .entity(form(form.refused(e.problem(), t)))
                    .build();
        }
    }

    static PageContext place(String title, PageTexts t) {
        return SystemPages.place(title, t).in(Section.PEOPLE).below(t.say("nav.people"), Section.PEOPLE.path());
    }
}
