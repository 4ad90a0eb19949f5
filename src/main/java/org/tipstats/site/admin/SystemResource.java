package org.tipstats.site.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.access.Roles;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/** Serves the pages for administrators: overview, areas, schemas, settings, population, health. */
@Path(Site.LANG + "/desk/admin")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
class SystemResource {

    private final SystemPages pages;
    private final SchemaPages schemas;
    private final Settings settings;
    private final HealthPages health;
    private final Frames frames;
    private final CurrentActor actor;

    SystemResource(
            SystemPages pages,
            SchemaPages schemas,
            Settings settings,
            HealthPages health,
            Frames frames,
            CurrentActor actor) {
        this.pages = pages;
        this.schemas = schemas;
        this.settings = settings;
        this.health = health;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance overview(Frame frame, PageTexts t, List<SystemPages.Card> cards);

        static native TemplateInstance areas(Frame frame, PageTexts t, List<SystemPages.Region> regions);

        static native TemplateInstance schemas(Frame frame, PageTexts t, SchemaPages.Page page);

        static native TemplateInstance settings(Frame frame, PageTexts t, List<Settings.Row> rows);

        static native TemplateInstance population(Frame frame, PageTexts t, List<SystemPages.Load> loads);

        static native TemplateInstance health(Frame frame, PageTexts t, HealthPages.Page page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance overview() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(PageContext.titled(t.say("admin.heading")).below(t.say("nav.desk"), Section.DESK.path()));
        return Pages.overview(frame, t, pages.overview(t));
    }

    @GET
    @Path("/areas")
    @Operation(hidden = true)
    public TemplateInstance areas() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(SystemPages.place(t.say("areas.heading"), t).api("/api/v1/codelists/CL_AREA"));
        return Pages.areas(frame, t, pages.regions(true, t));
    }

    @GET
    @Path("/schemas")
    @Operation(hidden = true)
    public TemplateInstance schemas() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(
                SystemPages.place(t.say("nav.schemas"), t).in(Section.SCHEMAS).api("/api/v1/dataflows"));
        return Pages.schemas(frame, t, schemas.page(t));
    }

    @GET
    @Path("/settings")
    @Operation(hidden = true)
    public TemplateInstance settings() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(SystemPages.place(t.say("admin.settings"), t).api("/api/v1/limits"));
        return Pages.settings(frame, t, settings.rows(t));
    }

    @GET
    @Path("/population")
    @Operation(hidden = true)
    public TemplateInstance population() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(
                SystemPages.place(t.say("admin.population"), t).api("/api/v1/submissions?dataflow=POPULATION"));
        return Pages.population(frame, t, pages.population(actor.required(), t));
    }

    @GET
    @Path("/health")
    @Operation(hidden = true)
    public TemplateInstance health() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(SystemPages.place(t.say("admin.health"), t).api("/q/health"));
        return Pages.health(frame, t, health.page(t));
    }
}
