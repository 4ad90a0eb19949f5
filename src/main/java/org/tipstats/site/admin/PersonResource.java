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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.AccountRequest.TokenRequest;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.AccountView.IssuedToken;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.access.Role.Roles;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;

/** Shows one account, issues and revokes its tokens, changes its rights, and closes it. */
@Path(Site.LANG + "/desk/admin/people/{id:[0-9a-f-]+}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
@FormFilter.Guarded
class PersonResource {

    private static final int CREATED = 201;
    private static final int UNPROCESSABLE = 422;
    private static final String DAYS = "days";

    private final AccountService accounts;
    private final PeoplePages pages;
    private final Frames frames;
    private final CurrentActor actor;

    PersonResource(AccountService accounts, PeoplePages pages, Frames frames, CurrentActor actor) {
        this.accounts = accounts;
        this.pages = pages;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance person(Frame frame, PageTexts t, PersonPage page, List<Fault> faults);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance person(@RestPath UUID id) {
        return page(id, null, "", List.of());
    }

    private TemplateInstance page(UUID id, PersonForm form, String days, List<Fault> faults) {
        PageTexts t = frames.texts();
        PersonPage page = pages.page(accounts.find(id), form, days, t);
        PageContext place = PeopleResource.place(page.name(), t).api("/api/v1/accounts/" + id);
        return Pages.person(frames.frame(faults.isEmpty() ? place : place.afterFaults()), t, page, faults);
    }

    private Response again(UUID id, PersonForm form, String days, List<Fault> faults) {
        return Response.status(UNPROCESSABLE)
                .entity(page(id, form, days, faults))
                .build();
    }

    /** Issues a token and shows it. No other page ever shows it. */
    @POST
    @Path("/tokens")
    @Operation(hidden = true)
    public Response issueToken(@RestPath UUID id, @RestForm String days, @RestForm String key) {
        PageTexts t = frames.texts();
        String typed = days == null ? "" : days.strip();
        TokenRequest request;
        try {
            request = new TokenRequest(typed.isEmpty() ? null : Integer.valueOf(typed));
        } catch (NumberFormatException | ProblemException e) {
            return again(id, null, typed, List.of(new Fault(DAYS, t.say("token.fault.days"))));
        }
        AccountView account = accounts.find(id);
        IssuedToken token = accounts.issueToken(actor.required(), id, request, key);
        PersonPage.Secret secret = pages.secret(t.say("token.made"), account, token, t);
        PageContext place =
                PeopleResource.place(secret.heading(), t).below(account.name(), Section.PEOPLE.path() + "/" + id);
        return Response.status(CREATED)
                .entity(PeopleResource.Pages.secret(frames.frame(place), t, secret))
                .build();
    }

    @POST
    @Path("/tokens/{token}/end")
    @Operation(hidden = true)
    public Response endToken(@RestPath UUID id, @RestPath UUID token) {
        accounts.revokeToken(actor.required(), id, token);
        return back(id, "tokens");
    }

    @POST
    @Path("/rights")
    @Operation(hidden = true)
    public Response allow(@RestPath UUID id, @RestForm List<String> roles, @RestForm List<String> areas) {
        AccountView account = accounts.find(id);
        PersonForm form = PersonForm.typed(account.name(), roles, areas, account.source(), null);
        try {
            accounts.allow(actor.required(), id, form.rights());
            return back(id, "rights");
        } catch (ProblemException e) {
            if (e.problem().errors().isEmpty()) {
                throw e;
            }
            PersonForm refused = form.refused(e.problem(), frames.texts());
            return again(id, refused, "", refused.faults());
        }
    }

    @POST
    @Path("/end")
    @Operation(hidden = true)
    public Response close(@RestPath UUID id) {
        accounts.close(actor.required(), id);
        return back(id, "content");
    }

    private Response back(UUID id, String part) {
        return Response.seeOther(URI.create(PeoplePages.address(id, frames.texts()) + "#" + part))
                .build();
    }
}
