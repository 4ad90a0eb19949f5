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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.AccountRequest.TokenRequest;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.AccountView.IssuedToken;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.GrantService;
import org.tipstats.platform.access.TokenService;
import org.tipstats.platform.people.InvitationService;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.ContactForm;
import org.tipstats.site.session.FormFilter;

/**
 * Shows one account. Changes its contact details and rights, invites its person again, issues and revokes its tokens,
 * and closes it. Lets a second administrator confirm new access.
 */
@Path(Site.LANG + "/desk/admin/people/{id:[0-9a-f-]+}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
@FormFilter.Guarded
class PersonResource {

    private static final int CREATED = 201;

    private final AccountService accounts;
    private final InvitationService invitations;
    private final GrantService grants;
    private final TokenService tokens;
    private final ReportingAreas areas;
    private final Clock clock;
    private final Frames frames;

    PersonResource(
            AccountService accounts,
            InvitationService invitations,
            GrantService grants,
            TokenService tokens,
            ReportingAreas areas,
            Clock clock,
            Frames frames) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.grants = grants;
        this.tokens = tokens;
        this.areas = areas;
        this.clock = clock;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        /**
         * @param isLast true if the account is the last open account of an administrator, which cannot be closed
         * @param another whether access that the reader gives must be confirmed by a second administrator
         */
        static native TemplateInstance person(
                Frame frame,
                PageTexts t,
                AccountView account,
                PersonForm form,
                ContactForm contact,
                ReportingAreas areas,
                boolean isLast,
                Actor who,
                boolean another,
                Instant now,
                Instant invitedUntil);
    }

    @GET
    public TemplateInstance person(@RestPath UUID id) {
        AccountView account = accounts.find(id);
        return page(account, PersonForm.of(account), ContactForm.of(account));
    }

    private TemplateInstance page(AccountView account, PersonForm form, ContactForm contact) {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(PeopleResource.place(account.name(), t)
                .api("/api/v1/accounts/" + account.id())
                .after(form.faults())
                .after(contact.faults()));
        boolean isLast = account.closedAt() == null && grants.isLastAdministrator(account.id());
        Instant invited = invitations.openUntil(account.id()).orElse(null);
        Actor who = frames.person();
        boolean another = tokens.needsAnother();
        Instant now = clock.instant();
        return Pages.person(frame, t, account, form, contact, areas, isLast, who, another, now, invited);
    }

    private Response refused(AccountView account, PersonForm form) {
        return PageReply.again(page(account, form, ContactForm.of(account)));
    }

    @POST
    @Path("/invitation")
    public Response invite(@RestPath UUID id) {
        return PeopleResource.invited(invitations.inviteAgain(frames.person(), id), accounts.find(id), frames);
    }

    @POST
    @Path("/contact")
    public Response reach(
            @RestPath UUID id,
            @RestForm String email,
            @RestForm("message-lang") String language,
            @RestForm List<String> notifications) {
        AccountView account = accounts.find(id);
        ContactForm form = ContactForm.typed(email, language, notifications, account);
        try {
            invitations.reach(frames.person(), id, form.request());
            return back(id, "contact");
        } catch (ProblemException e) {
            return PageReply.again(page(account, PersonForm.of(account), form.refused(e, frames.texts())));
        }
    }

    /** Issues a token and shows it. No other page ever shows this token. */
    @POST
    @Path("/tokens")
    public Response issueToken(@RestPath UUID id, @RestForm String days, @RestForm String key) {
        PageTexts t = frames.texts();
        AccountView account = accounts.find(id);
        String typed = Site.typed(days);
        TokenRequest request;
        try {
            request = new TokenRequest(typed.isEmpty() ? null : Integer.valueOf(typed));
        } catch (NumberFormatException | ProblemException e) {
            return refused(account, PersonForm.of(account).withFaultyDays(typed, t));
        }
        IssuedToken token = tokens.issue(frames.person(), id, request, key);
        Frame frame = frames.frame(
                PeopleResource.place(t.say("token.made"), t).below(account.name(), Section.PEOPLE.path() + "/" + id));
        return Response.status(CREATED)
                .entity(PeopleResource.Pages.secret(frame, t, account, token))
                .build();
    }

    @POST
    @Path("/tokens/{token}/end")
    public Response endToken(@RestPath UUID id, @RestPath UUID token) {
        tokens.revoke(frames.person(), id, token);
        return back(id, "tokens");
    }

    @POST
    @Path("/tokens/{token}/confirmation")
    public Response confirmToken(@RestPath UUID id, @RestPath UUID token) {
        tokens.confirm(frames.person(), id, token);
        return list();
    }

    @POST
    @Path("/link/confirmation")
    public Response confirmLink(@RestPath UUID id) {
        tokens.confirmLink(frames.person(), id);
        return list();
    }

    @POST
    @Path("/rights")
    public Response allow(@RestPath UUID id, @RestForm List<String> roles, @RestForm List<String> areas) {
        AccountView account = accounts.find(id);
        PersonForm form = PersonForm.typed(account.name(), roles, areas, account.source(), null);
        try {
            accounts.allow(frames.person(), id, form.rights());
            return back(id, "rights");
        } catch (ProblemException e) {
            return refused(account, form.refused(e, frames.texts()));
        }
    }

    @POST
    @Path("/grants/{grant}/confirmation")
    public Response confirmGrant(@RestPath UUID id, @RestPath UUID grant) {
        grants.confirm(frames.person(), id, grant);
        return list();
    }

    @POST
    @Path("/grants/{grant}/refusal")
    public Response refuseGrant(@RestPath UUID id, @RestPath UUID grant) {
        grants.refuse(frames.person(), id, grant);
        return list();
    }

    /** Redirects to the list of accounts, which shows the access that an administrator must still confirm. */
    private Response list() {
        return PageReply.next("/" + frames.texts().language() + Section.PEOPLE.path());
    }

    @POST
    @Path("/end")
    public Response close(@RestPath UUID id) {
        accounts.close(frames.person(), id);
        return back(id, "content");
    }

    private Response back(UUID id, String part) {
        return PageReply.next(PeopleResource.address(id, frames.texts()) + "#" + part);
    }
}
