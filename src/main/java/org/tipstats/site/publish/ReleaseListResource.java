package org.tipstats.site.publish;

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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobService.UnansweredJob;
import org.tipstats.platform.problem.InputError;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseText;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;

/** Lists the releases in preparation and starts new drafts. */
@Path(Site.LANG + "/desk/releases")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
@FormFilter.Guarded
class ReleaseListResource {

    private final ReleaseReader releases;
    private final ReleaseJobs jobs;
    private final Frames frames;

    ReleaseListResource(ReleaseReader releases, ReleaseJobs jobs, Frames frames) {
        this.releases = releases;
        this.jobs = jobs;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "releasedesk")
    static final class Pages {

        static native TemplateInstance list(
                Frame frame,
                PageTexts t,
                List<UnansweredJob> underway,
                List<ReleaseView> drafts,
                List<ReleaseView> published);

        static native TemplateInstance draft(Frame frame, PageTexts t, DraftForm form);
    }

    /**
     * The values typed into the form for a draft, with the faults found in these values.
     *
     * @param embargo a day and time (UTC) as the browser writes them; empty for no embargo
     */
    record DraftForm(String id, LanguageFields title, LanguageFields notes, String embargo, List<Fault> faults) {

        static final DraftForm EMPTY = new DraftForm("", LanguageFields.EMPTY, LanguageFields.EMPTY, "", List.of());

        /** Returns whether there is a title or there are notes in any language other than the given one. */
        public boolean others(String than) {
            return title.others(than) || notes.others(than);
        }

        /** Returns the fault of the title in a language; null if it has none. */
        public String titleFault(String language) {
            return Fault.of("title-" + language, faults);
        }

        /** Returns the fault of the notes in a language; null if they have none. */
        public String notesFault(String language) {
            return Fault.of("notes-" + language, faults);
        }

        /**
         * Returns the form with the faults of its values.
         *
         * @param taken true if a release already has the id
         */
        DraftForm checked(boolean taken, PageTexts t) {
            List<Fault> found = new ArrayList<>();
            ReleaseRequest request;
            try {
                request = request();
            } catch (DateTimeException e) {
                found.add(new Fault("embargo", t.say("draft.fault.embargo")));
                request = request(null);
            }
            request.faults().forEach(error -> found.add(fault(error, t)));
            if (taken) {
                found.add(new Fault("id", t.say("draft.fault.taken")));
            }
            return new DraftForm(id, title, notes, embargo, found);
        }

        /**
         * Returns the fault for the field that the error points to. The fault of a missing title is at the title in the
         * language of the page.
         */
        private static Fault fault(InputError error, PageTexts t) {
            String[] place = error.pointer().substring(1).split("/");
            return switch (place[0]) {
                case "embargoUntil" -> new Fault("embargo", t.say("draft.fault.embargo"));
                case "id" -> new Fault("id", t.say("draft.fault.id"));
                default ->
                    place.length == 1
                            ? new Fault("title-" + t.language(), t.say("draft.fault.untitled"))
                            : new Fault(place[0] + "-" + place[1], t.say("draft.fault." + place[0]));
            };
        }

        /**
         * Makes the request for the service.
         *
         * @throws DateTimeException if the day and time are not valid
         */
        ReleaseRequest request() {
            return request(
                    embargo.isEmpty() ? null : LocalDateTime.parse(embargo).toInstant(ZoneOffset.UTC));
        }

        private ReleaseRequest request(Instant embargoUntil) {
            return new ReleaseRequest(
                    id, ReleaseText.of(title.texts()), ReleaseText.of(notes.texts()), null, embargoUntil);
        }
    }

    /** The fields of the form, as the browser sends them. Each language has a title and notes. */
    record DraftFields(
            @RestForm String id,
            @RestForm List<String> language,
            @RestForm List<String> title,
            @RestForm List<String> notes,
            @RestForm String embargo) {

        DraftForm form() {
            return new DraftForm(
                    Site.typed(id),
                    LanguageFields.of(language, title),
                    LanguageFields.of(language, notes),
                    Site.typed(embargo),
                    List.of());
        }
    }

    @GET
    public TemplateInstance list() {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        Frame frame = frames.frame(
                PageContext.onDesk(t.say("nav.drafts"), t).in(Section.DRAFTS).api("/api/v1/releases"));
        // Query the running jobs before the drafts, so that a draft that is completed in between appears at least once.
        List<UnansweredJob> underway = jobs.underway(who);
        Map<Boolean, List<ReleaseView>> published = releases.list(Optional.of(who)).stream()
                .collect(Collectors.partitioningBy(release -> release.status().isFinal()));
        return Pages.list(frame, t, underway, published.get(false), published.get(true));
    }

    @GET
    @Path("/new")
    public TemplateInstance form() {
        return form(DraftForm.EMPTY);
    }

    private TemplateInstance form(DraftForm form) {
        PageTexts t = frames.texts();
        PageContext place = ReleaseDeskResource.place(t.say("draft.heading"), t).after(form.faults());
        return Pages.draft(frames.frame(place), t, form);
    }

    @POST
    @Path("/new")
    public Response draft(@BeanParam DraftFields fields) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        DraftForm typed = fields.form();
        boolean taken = releases.list(Optional.of(who)).stream()
                .anyMatch(release -> release.id().equals(typed.id()));
        DraftForm form = typed.checked(taken, t);
        if (!form.faults().isEmpty()) {
            return PageReply.again(form(form));
        }
        String job = jobs.draft(form.request(), who).id().toString();
        return PageReply.next(ReleaseDeskResource.address(form.id(), t) + "/work/" + job);
    }
}
