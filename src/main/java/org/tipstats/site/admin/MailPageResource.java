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
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.mail.MailDeliveryService;
import org.tipstats.platform.mail.MailFilter;
import org.tipstats.platform.mail.MailRecord;
import org.tipstats.platform.mail.MailRecord.MailState;
import org.tipstats.platform.mail.MailService;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;

/** Shows sent, waiting and undelivered messages, with the causes of failures and what to do. Sends a message again. */
@Path(Site.LANG + "/desk/admin/mail")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
@FormFilter.Guarded
class MailPageResource {

    private static final PageRequest NEWEST = new PageRequest(50, null);

    private final MailService mail;
    private final MailDeliveryService messages;
    private final Frames frames;

    MailPageResource(MailService mail, MailDeliveryService messages, Frames frames) {
        this.mail = mail;
        this.messages = messages;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        /** @param waiting the number of messages that wait */
        static native TemplateInstance mail(
                Frame frame,
                PageTexts t,
                boolean isOn,
                long waiting,
                List<MailRecord> undelivered,
                List<MailRecord> newest);
    }

    @GET
    public TemplateInstance mail() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(SystemResource.place(t.say("admin.mail"), t).api("/api/v1/mail"));
        return Pages.mail(
                frame,
                t,
                mail.isOn(),
                messages.count(MailState.WAITING),
                messages.list(MailFilter.UNDELIVERED, NEWEST).items(),
                messages.list(MailFilter.ALL, NEWEST).items());
    }

    @POST
    @Path("/{id}/repetition")
    public Response repeat(@RestPath String lang, @RestPath UUID id) {
        messages.repeat(id, frames.person());
        return PageReply.next("/" + lang + "/desk/admin/mail");
    }
}
