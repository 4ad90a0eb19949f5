package org.tipstats.site.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.alert.AlertCause.AlertUnit;
import org.tipstats.platform.alert.AlertTexts;
import org.tipstats.platform.retention.RetentionService;
import org.tipstats.platform.retention.RetentionService.KeptThings;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;

/** Shows which data the service keeps, how much, for how long, and when it may delete the oldest data. */
@Path(Site.LANG + "/desk/admin/retention")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
class RetentionPageResource {

    private final RetentionService retention;
    private final Frames frames;

    RetentionPageResource(RetentionService retention, Frames frames) {
        this.retention = retention;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        static native TemplateInstance retention(Frame frame, PageTexts t, List<KeptRow> rows);
    }

    /**
     * A row of the page, in words.
     *
     * @param size the size of the data; null if the service does not measure this size
     * @param next the time from which the service may delete the oldest data; null if there are no data
     */
    record KeptRow(String name, String about, String kept, String count, String size, Instant next) {

        static KeptRow of(KeptThings things, PageTexts t) {
            AlertTexts amounts = AlertTexts.in(t.language());
            String key = "retention." + things.id();
            return new KeptRow(
                    t.say(key),
                    t.say(key + ".about"),
                    amounts.amount(AlertUnit.SECONDS, things.kept().toSeconds()),
                    Formats.whole(things.count(), t),
                    things.bytes() == null ? null : amounts.amount(AlertUnit.BYTES, things.bytes()),
                    things.next());
        }
    }

    @GET
    public TemplateInstance retention() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(SystemResource.place(t.say("admin.retention"), t));
        return Pages.retention(
                frame,
                t,
                retention.kept().stream().map(things -> KeptRow.of(things, t)).toList());
    }
}
