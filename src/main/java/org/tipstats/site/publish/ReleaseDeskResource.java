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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobView;
import org.tipstats.publish.checks.ReleaseCheck;
import org.tipstats.publish.release.ReleaseChange;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseReader.ReleaseChecks;
import org.tipstats.publish.release.ReleaseService;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.publish.LossTables.LossTable;
import org.tipstats.site.publish.RemedyButtons.RemedyButton;
import org.tipstats.site.session.FormFilter;

/** Shows one release with its checks, applies remedies to it, publishes it, and discards it. */
@Path(Site.LANG + "/desk/releases")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
@FormFilter.Guarded
class ReleaseDeskResource {

    private final ReleaseService releases;
    private final ReleaseReader reader;
    private final ReleaseJobs jobs;
    private final LossTables losses;
    private final CheckNumbers numbers;
    private final RemedyButtons remedies;
    private final AnnouncedDates announced;
    private final Clock clock;
    private final Frames frames;

    ReleaseDeskResource(
            ReleaseService releases,
            ReleaseReader reader,
            ReleaseJobs jobs,
            LossTables losses,
            CheckNumbers numbers,
            RemedyButtons remedies,
            AnnouncedDates announced,
            Clock clock,
            Frames frames) {
        this.releases = releases;
        this.reader = reader;
        this.jobs = jobs;
        this.losses = losses;
        this.numbers = numbers;
        this.remedies = remedies;
        this.announced = announced;
        this.clock = clock;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "releasedesk")
    static final class Pages {

        static native TemplateInstance release(Frame frame, PageTexts t, DeskRelease page, List<Fault> faults);

        static native TemplateInstance publication(Frame frame, PageTexts t, DeskRelease page, List<Fault> faults);

        static native TemplateInstance refused(Frame frame, PageTexts t, DeskRelease page, int status);

        static native TemplateInstance work(Frame frame, PageTexts t, String id, JobView job, boolean isDraft);
    }

    /**
     * A release on the desk.
     *
     * @param remedies the remedies that the checks of a draft offer; empty for all other releases
     * @param changes the number of changes since the release before, by kind; empty for the first release and for a
     *     withdrawn one
     * @param blocked a sentence that says why the draft cannot be published now; null if nothing blocks it, or if the
     *     release is not a draft
     * @param announced a sentence that says that the calendar names a day other than the day of publication; null
     *     otherwise
     * @param notices the URL of the page for errata and a withdrawal; null if there is no such page for the reader
     * @param losses the tables of withheld figures
     * @param numbers the numbers that the checks found, in sentences
     */
    record DeskRelease(
            ReleaseView release,
            ReleaseChecks checks,
            List<RemedyButton> remedies,
            Map<ReleaseChange.Kind, Long> changes,
            String blocked,
            String announced,
            String notices,
            List<LossTable> losses,
            CheckNumbers numbers,
            Instant now) {

        /** Returns whether a check that blocks the draft needs a remedy, but no check offers one. */
        public boolean isStuck() {
            return isDraft() && remedies.isEmpty() && checks.blocking().stream().anyMatch(ReleaseCheck::needsRemedy);
        }

        public boolean isDraft() {
            return release.status() == ReleaseStatus.DRAFT;
        }

        public boolean isPublished() {
            return release.status() == ReleaseStatus.PUBLISHED;
        }

        public boolean isWithdrawn() {
            return release.status() == ReleaseStatus.WITHDRAWN;
        }
    }

    private DeskRelease find(String id, Actor who, PageTexts t) {
        ReleaseView release = reader.get(id, Optional.of(who));
        ReleaseChecks checks = reader.checks(id, who);
        boolean isDraft = release.status() == ReleaseStatus.DRAFT;
        String blocked = isDraft ? blocked(checks, who, t) : null;
        List<RemedyButton> buttons = isDraft ? remedies.of(checks, t) : List.of();
        return new DeskRelease(
                release,
                checks,
                buttons,
                changes(release, who),
                blocked,
                announced.difference(release, clock.instant(), who, t),
                notices(release, who, t),
                losses.of(checks, t),
                numbers,
                clock.instant());
    }

    /** Returns the number of changes by kind; empty for a withdrawn release, which nobody can compare any more. */
    private Map<ReleaseChange.Kind, Long> changes(ReleaseView release, Actor who) {
        return release.status() == ReleaseStatus.WITHDRAWN
                ? Map.of()
                : reader.changes(release.id(), null, Optional.of(who)).stream()
                        .collect(Collectors.groupingBy(ReleaseChange::change, TreeMap::new, Collectors.counting()));
    }

    private static String notices(ReleaseView release, Actor who, PageTexts t) {
        boolean shown = release.status().isFinal();
        return shown && who.may(AccountRole.PUBLISHER) ? address(release.id(), t) + NoticeDeskResource.PATH : null;
    }

    private String blocked(ReleaseChecks checks, Actor who, PageTexts t) {
        if (!who.may(AccountRole.PUBLISHER)) {
            return t.say("release.dead.role");
        }
        if (reader.isCreatedBy(checks.release(), who)) {
            return t.say("release.dead.own");
        }
        int blocking = ReleaseFormats.with(checks, "blocking").size();
        return blocking == 0 ? null : t.say("release.dead.checks", "n", blocking);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance release(@RestPath String id) {
        PageTexts t = frames.texts();
        DeskRelease page = find(id, frames.person(), t);
        PageContext place = place(t.of(page.release().titles()), t).api("/api/v1/releases/" + id);
        return Pages.release(frames.frame(place), t, page, List.of());
    }

    @GET
    @Path("/{id}/publication")
    @RolesAllowed(Roles.PUBLISHER)
    public Response publication(@RestPath String id) {
        PageTexts t = frames.texts();
        DeskRelease page = find(id, frames.person(), t);
        return canBePublished(page) ? publication(page, List.of(), t) : refused(page, t);
    }

    private static boolean canBePublished(DeskRelease page) {
        return page.isDraft() && page.blocked() == null;
    }

    private Response publication(DeskRelease page, List<Fault> faults, PageTexts t) {
        String id = page.release().id();
        Frame frame = frames.frame(place(t.say("publication.heading", "id", id), t)
                .below(id, Section.DRAFTS.path() + "/" + id)
                .after(faults));
        return PageReply.of(Pages.publication(frame, t, page, faults), faults);
    }

    private Response refused(DeskRelease page, PageTexts t) {
        boolean own = page.isDraft() && reader.isCreatedBy(page.release().id(), frames.person());
        int status = own ? 403 : 409;
        return Response.status(status)
                .entity(Pages.refused(frames.frame(place(t.say("publication.refused"), t)), t, page, status))
                .build();
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed(Roles.PUBLISHER)
    public Response publish(@RestPath String id, @RestForm String typed, @RestForm String hash) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        DeskRelease page = find(id, who, t);
        if (!canBePublished(page)) {
            return refused(page, t);
        }
        if (typed == null || !typed.strip().equals(id)) {
            return publication(page, List.of(new Fault("typed", t.say("publication.typed.wrong", "id", id))), t);
        }
        // Someone may have replaced the draft under the same id while the page was open.
        if (!page.release().contentHash().equals(hash)) {
            return publication(page, List.of(new Fault("typed", t.say("publication.changed", "id", id))), t);
        }
        return PageReply.next(address(id, t) + "/work/" + jobs.publish(id, who).id());
    }

    @POST
    @Path("/{id}/remedies")
    public Response remedy(@RestPath String id, @RestForm String remedy) {
        PageTexts t = frames.texts();
        return PageReply.next(address(id, t) + "/work/"
                + jobs.remedy(id, remedy, frames.person()).id());
    }

    @POST
    @Path("/{id}/discard")
    public Response discard(@RestPath String id, @RestForm String typed) {
        PageTexts t = frames.texts();
        if (typed == null || !typed.strip().equals(id)) {
            List<Fault> faults = List.of(new Fault("discard-typed", t.say("publication.typed.wrong", "id", id)));
            DeskRelease page = find(id, frames.person(), t);
            Frame frame = frames.frame(place(t.of(page.release().titles()), t).after(faults));
            return PageReply.again(Pages.release(frame, t, page, faults));
        }
        releases.drop(id, frames.person());
        return PageReply.next("/" + t.language() + Section.DRAFTS.path());
    }

    @GET
    @Path("/{id}/work/{job}")
    public Response work(@RestPath String id, @RestPath String job) {
        PageTexts t = frames.texts();
        Optional<JobView> unfinished = jobs.unfinished(id, job, frames.person());
        if (unfinished.isEmpty()) {
            return PageReply.next(address(id, t));
        }
        JobView view = unfinished.get();
        Frame frame = frames.frame(place(id, t));
        return PageReply.of(Pages.work(frame, t, id, view, ReleaseJobs.isDraft(view)), view, 5);
    }

    /** Returns the URL of a release's page on the desk. */
    static String address(String id, PageTexts t) {
        return "/" + t.language() + Section.DRAFTS.path() + "/" + Addresses.encoded(id);
    }

    static PageContext place(String title, PageTexts t) {
        return PageContext.onDesk(title, t).in(Section.DRAFTS).below(t.say("nav.drafts"), Section.DRAFTS.path());
    }
}
