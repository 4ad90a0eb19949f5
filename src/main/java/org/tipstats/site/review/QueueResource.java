package org.tipstats.site.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.review.QueuePages.QueueFilter;
import org.tipstats.site.review.QueuePages.QueuePage;

/** Lists the files that wait for a reviewer. */
@Path(Site.LANG + "/desk/review")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.REVIEWER)
class QueueResource {

    private final QueuePages pages;
    private final Frames frames;
    private final CurrentActor actor;

    QueueResource(QueuePages pages, Frames frames, CurrentActor actor) {
        this.pages = pages;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "reviewdesk")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance queue(Frame frame, PageTexts t, QueuePage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance queue(@RestQuery String state, @RestQuery String dataflow, @RestQuery String area) {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(t.say("queue.heading"))
                .in(Section.QUEUE)
                .below(t.say("nav.desk"), Section.DESK.path())
                .api("/api/v1/submissions?status=SUBMITTED");
        QueueFilter requested = QueueFilter.of(state, dataflow, area);
        return Pages.queue(frames.frame(place), t, pages.page(requested, actor.required(), t));
    }
}
