package org.tipstats.site.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.people.InvitationService;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;

/** Shows people their own account, and lets them change their contact details. */
@Path(Site.LANG + "/desk/account")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@FormFilter.Guarded
class AccountPageResource {

    private final AccountService accounts;
    private final InvitationService invitations;
    private final Frames frames;

    AccountPageResource(AccountService accounts, InvitationService invitations, Frames frames) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "session")
    static final class Pages {

        static native TemplateInstance account(Frame frame, PageTexts t, AccountView account, ContactForm form);
    }

    private AccountView own() {
        return accounts.find(frames.person().id());
    }

    @GET
    public TemplateInstance account() {
        AccountView account = own();
        return page(account, ContactForm.of(account));
    }

    private TemplateInstance page(AccountView account, ContactForm form) {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(PageContext.onDesk(t.say("account.title"), t)
                .api("/api/v1/account")
                .after(form.faults()));
        return Pages.account(frame, t, account, form);
    }

    @POST
    public Response reach(
            @RestPath String lang,
            @RestForm String email,
            @RestForm("message-lang") String language,
            @RestForm List<String> notifications) {
        Actor own = frames.person();
        AccountView account = own();
        ContactForm form = ContactForm.typed(email, language, notifications, account);
        try {
            invitations.reach(own, own.id(), form.request());
            return PageReply.next("/" + lang + "/desk/account#contact");
        } catch (ProblemException e) {
            return PageReply.again(page(account, form.refused(e, frames.texts())));
        }
    }
}
