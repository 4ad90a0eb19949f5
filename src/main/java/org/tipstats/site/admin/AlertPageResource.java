package org.tipstats.site.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.alert.AlertService;
import org.tipstats.platform.alert.AlertTexts;
import org.tipstats.platform.alert.WatchedMeasure;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;

/** Shows the service's alerts with advice, and all measured values with the limits at which an alert is raised. */
@Path(Site.LANG + "/desk/admin/alerts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
class AlertPageResource {

    private final AlertService alerts;
    private final Frames frames;

    AlertPageResource(AlertService alerts, Frames frames) {
        this.alerts = alerts;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        static native TemplateInstance alerts(
                Frame frame, PageTexts t, AlertTexts texts, List<WatchedMeasure> measures);
    }

    @GET
    public TemplateInstance alerts() {
        PageTexts t = frames.texts();
        Frame frame =
                frames.frame(SystemResource.place(t.say("admin.alerts"), t).api("/api/v1/alerts"));
        return Pages.alerts(frame, t, AlertTexts.in(t.language()), alerts.measure());
    }
}
