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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.consult.ConsultationService;
import org.tipstats.publish.consult.ConsultationView;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;

/** Opens a draft to its areas, and shows their answers. */
@Path(Site.LANG + "/desk/releases/{id}/consultation")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
@FormFilter.Guarded
class ConsultationDeskResource {

    static final String PATH = "/consultation";

    private final ConsultationService consultations;
    private final ReleaseReader releases;
    private final FileWords words;
    private final Frames frames;

    ConsultationDeskResource(
            ConsultationService consultations, ReleaseReader releases, FileWords words, Frames frames) {
        this.consultations = consultations;
        this.releases = releases;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "releasedesk")
    static final class Pages {

        /** @param consultation null if nobody was consulted yet */
        static native TemplateInstance consultation(
                Frame frame,
                PageTexts t,
                FileWords words,
                String id,
                ConsultationView consultation,
                boolean isPublic,
                String until,
                List<Fault> faults);
    }

    @GET
    public TemplateInstance consultation(@RestPath String id) {
        return page(id, "", List.of());
    }

    private TemplateInstance page(String id, String until, List<Fault> faults) {
        PageTexts t = frames.texts();
        boolean isPublic =
                releases.get(id, Optional.of(frames.person())).status().isFinal();
        PageContext place = ReleaseDeskResource.place(t.say("consult.desk.heading"), t)
                .below(id, Section.DRAFTS.path() + "/" + id)
                .api("/api/v1/consultations/" + id)
                .after(faults);
        return Pages.consultation(
                frames.frame(place), t, words, id, consultations.find(id).orElse(null), isPublic, until, faults);
    }

    @POST
    public Response open(@RestPath String id, @RestForm String until) {
        PageTexts t = frames.texts();
        String typed = Site.typed(until);
        try {
            Instant end = LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
            consultations.open(id, end, frames.person());
        } catch (DateTimeException e) {
            return refused(id, typed, t);
        } catch (ProblemException e) {
            if (e.problem().type() != ProblemType.INVALID_BODY) {
                throw e;
            }
            return refused(id, typed, t);
        }
        return PageReply.next(ReleaseDeskResource.address(id, t) + PATH);
    }

    private Response refused(String id, String typed, PageTexts t) {
        return PageReply.again(page(id, typed, List.of(new Fault("until", t.say("consult.fault.until")))));
    }
}
