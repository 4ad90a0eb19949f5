package org.tipstats.site.publish;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.notice.ErratumService;
import org.tipstats.publish.notice.ErratumService.ErratumRequest;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.publish.release.WithdrawalService;
import org.tipstats.publish.release.WithdrawalService.WithdrawalRequest;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;

/** Publishes errata to a published release, and requests, confirms and cancels its withdrawal. */
@Path(Site.LANG + "/desk/releases/{id}/notices")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.PUBLISHER)
@FormFilter.Guarded
class NoticeDeskResource {

    static final String PATH = "/notices";

    private final ErratumService errata;
    private final WithdrawalService withdrawals;
    private final ReleaseReader reader;
    private final Frames frames;

    NoticeDeskResource(ErratumService errata, WithdrawalService withdrawals, ReleaseReader reader, Frames frames) {
        this.errata = errata;
        this.withdrawals = withdrawals;
        this.reader = reader;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "releasedesk")
    static final class Pages {

        static native TemplateInstance notices(Frame frame, PageTexts t, NoticePage page);
    }

    /**
     * The notices about a release, with the forms for more.
     *
     * @param own true if the reader requested the withdrawal, so that someone else must confirm it
     * @param text the typed erratum
     * @param reason the typed reason for a withdrawal
     */
    record NoticePage(ReleaseView release, boolean own, LanguageFields text, String reason, List<Fault> faults) {

        public boolean isPublished() {
            return release.status() == ReleaseStatus.PUBLISHED;
        }
    }

    @GET
    public TemplateInstance notices(@RestPath String id) {
        return page(id, LanguageFields.EMPTY, "", List.of());
    }

    private TemplateInstance page(String id, LanguageFields text, String reason, List<Fault> faults) {
        PageTexts t = frames.texts();
        ReleaseView release = find(id);
        boolean own = withdrawals.isRequestedBy(id, frames.person());
        Frame frame = frames.frame(ReleaseDeskResource.place(t.say("notices.heading", "id", id), t)
                .below(id, Section.DRAFTS.path() + "/" + id)
                .after(faults));
        return Pages.notices(frame, t, new NoticePage(release, own, text, reason, faults));
    }

    /**
     * Returns a published or withdrawn release. Answers 404 for a release that was never public, because it needs no
     * notices.
     */
    private ReleaseView find(String id) {
        ReleaseView release = reader.get(id, Optional.of(frames.person()));
        if (!release.status().isFinal()) {
            throw ProblemException.notFound("published release");
        }
        return release;
    }

    @POST
    @Path("/erratum")
    public Response erratum(@RestPath String id, @RestForm List<String> language, @RestForm List<String> text) {
        LanguageFields typed = LanguageFields.of(language, text);
        List<Fault> faults = typed.faults(ErratumService.MAX_TEXT, frames.texts());
        if (!faults.isEmpty()) {
            return PageReply.again(page(id, typed, "", faults));
        }
        errata.publish(id, new ErratumRequest(typed.texts()), frames.person());
        return back(id);
    }

    @POST
    @Path("/withdrawal")
    public Response request(@RestPath String id, @RestForm String reason, @RestForm String typed) {
        PageTexts t = frames.texts();
        WithdrawalRequest request = new WithdrawalRequest(Site.typed(reason));
        List<Fault> faults = new ArrayList<>(unconfirmed(id, typed, t));
        if (!request.faults().isEmpty()) {
            faults.add(
                    0,
                    new Fault(
                            "reason",
                            request.reason().isEmpty()
                                    ? t.say("withdrawal.fault.reason")
                                    : t.say("notice.fault.long", "n", WithdrawalService.MAX_REASON)));
        }
        if (!faults.isEmpty()) {
            return PageReply.again(page(id, LanguageFields.EMPTY, request.reason(), faults));
        }
        withdrawals.request(id, request, frames.person());
        return back(id);
    }

    private static List<Fault> unconfirmed(String id, String typed, PageTexts t) {
        return typed != null && typed.strip().equals(id)
                ? List.of()
                : List.of(new Fault("typed", t.say("publication.typed.wrong", "id", id)));
    }

    /**
     * Confirms another person's request to withdraw the release, and withdraws the release.
     *
     * @param requested the time of the request that the reader saw; meanwhile, a later request may have replaced this
     *     request
     */
    @POST
    @Path("/withdrawal/confirmation")
    public Response confirm(@RestPath String id, @RestForm String typed, @RestForm String requested) {
        List<Fault> faults = unconfirmed(id, typed, frames.texts());
        if (!faults.isEmpty()) {
            return PageReply.again(page(id, LanguageFields.EMPTY, "", faults));
        }
        withdrawals.confirm(id, requested == null ? "" : requested, frames.person());
        return back(id);
    }

    @POST
    @Path("/withdrawal/cancellation")
    public Response cancel(@RestPath String id) {
        withdrawals.cancel(id, frames.person());
        return back(id);
    }

    private Response back(String id) {
        return PageReply.next(ReleaseDeskResource.address(id, frames.texts()) + PATH);
    }
}
