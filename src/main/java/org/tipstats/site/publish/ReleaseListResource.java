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
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.job.JobService.UnansweredJob;
import org.tipstats.platform.problem.InputError;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.FaultReply;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
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
    private final CurrentActor actor;

    ReleaseListResource(ReleaseReader releases, ReleaseJobs jobs, Frames frames, CurrentActor actor) {
        this.releases = releases;
        this.jobs = jobs;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "releasedesk")
    static final class Pages {

        private Pages() {}

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
    record DraftForm(String id, String title, String notes, String embargo, List<Fault> faults) {

        static final DraftForm EMPTY = new DraftForm("", "", "", "", List.of());

        /**
         * Makes the form from the typed values and checks the values.
         *
         * @param taken true if a release already has the id
         */
        static DraftForm of(String id, String title, String notes, String embargo, boolean taken, PageTexts t) {
            DraftForm typed = new DraftForm(text(id), text(title), text(notes), text(embargo), List.of());
            List<Fault> faults = new ArrayList<>();
            ReleaseRequest request = null;
            try {
                request = typed.request();
            } catch (DateTimeException e) {
                faults.add(new Fault("embargo", t.say("draft.fault.embargo")));
                request = new ReleaseRequest(typed.id, typed.title, typed.notes, null);
            }
            for (InputError error : request.faults()) {
                String field = error.pointer().equals("/embargoUntil")
                        ? "embargo"
                        : error.pointer().substring(1).toLowerCase(Locale.ROOT);
                boolean missing = field.equals("title") && typed.title.isEmpty();
                faults.add(new Fault(field, t.say("draft.fault." + (missing ? "untitled" : field))));
            }
            if (taken) {
                faults.add(new Fault("id", t.say("draft.fault.taken")));
            }
            return new DraftForm(typed.id, typed.title, typed.notes, typed.embargo, faults);
        }

        private static String text(String typed) {
            return typed == null ? "" : typed.strip();
        }

        /**
         * Makes the request for the service.
         *
         * @throws DateTimeException if the day and time are not valid
         */
        ReleaseRequest request() {
            return new ReleaseRequest(
                    id,
                    title,
                    notes.isEmpty() ? null : notes,
                    embargo.isEmpty() ? null : LocalDateTime.parse(embargo).toInstant(ZoneOffset.UTC));
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        PageTexts t = frames.texts();
        Actor who = actor.required();
        Frame frame = frames.frame(PageContext.titled(t.say("nav.drafts"))
                .in(Section.DRAFTS)
                .below(t.say("nav.desk"), Section.DESK.path())
                .api("/api/v1/releases"));
        // Query the running jobs before the drafts, so that a draft that is completed in between appears at least once.
        List<UnansweredJob> underway = jobs.underway(who);
        Map<Boolean, List<ReleaseView>> published = releases.list(Optional.of(who)).stream()
                .collect(Collectors.partitioningBy(release -> release.status().isFinal()));
        return Pages.list(frame, t, underway, published.get(false), published.get(true));
    }

    @GET
    @Path("/new")
    @Operation(hidden = true)
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
    @Operation(hidden = true)
    public Response draft(
            @RestForm String id, @RestForm String title, @RestForm String notes, @RestForm String embargo) {
        PageTexts t = frames.texts();
        Actor who = actor.required();
        boolean taken = id != null
                && releases.list(Optional.of(who)).stream()
                        .anyMatch(release -> release.id().equals(id.strip()));
        DraftForm form = DraftForm.of(id, title, notes, embargo, taken, t);
        if (!form.faults().isEmpty()) {
            return FaultReply.of(form(form)).build();
        }
        String job = jobs.draft(form.request(), who).id().toString();
        return Response.seeOther(URI.create(ReleaseDeskResource.address(form.id(), t) + "/work/" + job))
                .build();
    }
}
