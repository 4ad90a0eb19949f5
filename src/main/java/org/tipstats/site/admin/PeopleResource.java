package org.tipstats.site.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRequest.AccountFilter;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.AccountView.IssuedToken;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.access.TokenService;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.people.InvitationService;
import org.tipstats.platform.people.InvitationService.Invited;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Lists the accounts and creates new accounts. */
@Path(Site.LANG + "/desk/admin/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
@FormFilter.Guarded
class PeopleResource {

    private static final int CREATED = 201;
    private static final AccountFilter PENDING = new AccountFilter(null, null, null, AccountFilter.State.PENDING);
    private static final AccountFilter MIXED = new AccountFilter(null, null, null, AccountFilter.State.MIXED);

    private final AccountService accounts;
    private final InvitationService invitations;
    private final TokenService access;
    private final ReportingAreas areas;
    private final SchemaRegistry schemas;
    private final Clock clock;
    private final Frames frames;

    PeopleResource(
            AccountService accounts,
            InvitationService invitations,
            TokenService access,
            ReportingAreas areas,
            SchemaRegistry schemas,
            Clock clock,
            Frames frames) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.access = access;
        this.areas = areas;
        this.schemas = schemas;
        this.clock = clock;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        /**
         * @param holders the accounts with a role, a token or a sign-in link that an administrator must still confirm
         * @param mixed the number of open accounts that have the role administrator and another role
         * @param another whether access that the reader gives must be confirmed by a second administrator
         */
        static native TemplateInstance people(
                Frame frame,
                PageTexts t,
                PeopleQuery query,
                Page<AccountView> page,
                ReportingAreas areas,
                List<AccountView> holders,
                long mixed,
                Actor who,
                boolean another,
                Instant now);

        static native TemplateInstance creation(
                Frame frame, PageTexts t, PersonForm form, ReportingAreas areas, List<Code> agencies);

        static native TemplateInstance invited(Frame frame, PageTexts t, AccountView account, Invited invited);

        static native TemplateInstance secret(Frame frame, PageTexts t, AccountView account, IssuedToken token);
    }

    /** The filter of the list, as the reader typed it. An empty field does not limit the accounts. */
    record PeopleQuery(
            @RestQuery String name,
            @RestQuery String role,
            @RestQuery String area,
            @RestQuery String state) {

        PeopleQuery {
            name = Site.typed(name);
            role = Site.typed(role);
            area = Site.typed(area);
            state = Site.typed(state);
        }

        private AccountFilter filter() {
            return AccountFilter.of(orNull(name), orNull(role), orNull(area), orNull(state));
        }

        public boolean isFiltered() {
            return !filter().equals(AccountFilter.ALL);
        }

        public String address() {
            return "?name=" + Addresses.encoded(name) + "&role=" + Addresses.encoded(role) + "&area="
                    + Addresses.encoded(area) + "&state=" + Addresses.encoded(state);
        }
    }

    /** Returns a typed text without spaces around it; null if nothing was typed. */
    static String orNull(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    @GET
    public TemplateInstance list(@BeanParam PeopleQuery query, @RestQuery String cursor) {
        PageTexts t = frames.texts();
        Page<AccountView> page = accounts.list(query.filter(), PageRequest.of(null, orNull(cursor)));
        Frame frame = frames.frame(
                SystemResource.place(t.say("nav.people"), t).in(Section.PEOPLE).api("/api/v1/accounts"));
        List<AccountView> holders = accounts.list(PENDING, SystemResource.ALL).items();
        long mixed = accounts.count(MIXED);
        Actor who = frames.person();
        boolean another = access.needsAnother();
        return Pages.people(frame, t, query, page, areas, holders, mixed, who, another, clock.instant());
    }

    @GET
    @Path("/new")
    public TemplateInstance form() {
        return form(PersonForm.typed(null, null, null, null, null).reached(null, "en"));
    }

    private TemplateInstance form(PersonForm form) {
        PageTexts t = frames.texts();
        List<Code> agencies = schemas.codeList(Mandate.CODES).stream()
                .flatMap(list -> list.codes().stream())
                .filter(code -> !code.id().equals(Mandate.OFFICIAL))
                .toList();
        Frame frame = frames.frame(place(t.say("people.new"), t).after(form.faults()));
        return Pages.creation(frame, t, form, areas, agencies);
    }

    /** Creates an account, and shows its token or invites its person. No other page ever shows this token. */
    @POST
    @Path("/new")
    public Response create(
            @RestForm String name,
            @RestForm List<String> roles,
            @RestForm List<String> areas,
            @RestForm String source,
            @RestForm String email,
            @RestForm("message-lang") String language,
            @RestForm String invite,
            @RestForm String key) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        PersonForm form = PersonForm.typed(name, roles, areas, source, key).reached(email, language);
        Optional<UUID> made = accounts.findCreated(who, key == null ? "" : key);
        if (made.isPresent()) {
            return PageReply.next(address(made.get(), t));
        }
        try {
            return invite != null ? invited(invitations.invite(who, form.account(), key)) : created(who, form, key);
        } catch (ProblemException e) {
            return PageReply.again(form(form.refused(e, t)));
        }
    }

    private Response created(Actor who, PersonForm form, String key) {
        PageTexts t = frames.texts();
        CreatedAccount account = accounts.create(who, form.account(), key);
        IssuedToken token = new IssuedToken(account.tokenId(), account.token(), account.expiresAt(), false);
        Frame frame = frames.frame(place(t.say("person.made"), t));
        return Response.status(CREATED)
                .entity(Pages.secret(frame, t, accounts.find(account.id()), token))
                .build();
    }

    private Response invited(Invited invited) {
        return invited(invited, accounts.find(invited.account()), frames);
    }

    /** Shows an invitation. If the service does not mail the link of the invitation, only this page shows the link. */
    static Response invited(Invited invited, AccountView account, Frames frames) {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(place(t.say("invitation.made"), t));
        return Response.status(CREATED)
                .entity(Pages.invited(frame, t, account, invited))
                .build();
    }

    /** Returns the URL of an account's page. */
    static String address(UUID id, PageTexts t) {
        return "/" + t.language() + Section.PEOPLE.path() + "/" + id;
    }

    static PageContext place(String title, PageTexts t) {
        return SystemResource.place(title, t).in(Section.PEOPLE).below(t.say("nav.people"), Section.PEOPLE.path());
    }
}
