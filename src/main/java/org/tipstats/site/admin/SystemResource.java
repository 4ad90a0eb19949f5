package org.tipstats.site.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.platform.access.AccountRequest.AccountFilter;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.alert.AlertService;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the overview for administrators, and the pages about areas, schemas, population and health. */
@Path(Site.LANG + "/desk/admin")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
class SystemResource {

    static final PageRequest ALL = new PageRequest(PageRequest.MAX_LIMIT, null);
    private static final PageRequest NEWEST_FILES = new PageRequest(50, null);

    private final AccountService accounts;
    private final SubmissionReader submissions;
    private final SchemaRegistry schemas;
    private final ReportingAreas areas;
    private final HealthReports health;
    private final AlertService alerts;
    private final FileWords words;
    private final Frames frames;

    SystemResource(
            AccountService accounts,
            SubmissionReader submissions,
            SchemaRegistry schemas,
            ReportingAreas areas,
            HealthReports health,
            AlertService alerts,
            FileWords words,
            Frames frames) {
        this.accounts = accounts;
        this.submissions = submissions;
        this.schemas = schemas;
        this.areas = areas;
        this.health = health;
        this.alerts = alerts;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        static native TemplateInstance overview(Frame frame, PageTexts t, Counts counts, boolean isReady, long alerts);

        /** @param submitters the submitters by area */
        static native TemplateInstance areas(
                Frame frame, PageTexts t, ReportingAreas areas, Map<String, List<AccountView>> submitters);

        static native TemplateInstance schemas(
                Frame frame, PageTexts t, SchemaRegistry schemas, String rulesVersion, List<RuleCatalogue.Entry> rules);

        static native TemplateInstance population(
                Frame frame, PageTexts t, List<SubmissionView> files, FileWords words);

        static native TemplateInstance health(Frame frame, PageTexts t, HealthReports.HealthReport report);
    }

    /**
     * The numbers on the overview page.
     *
     * @param reporting the number of areas for which someone can submit files
     */
    record Counts(long people, long administrators, long areas, long reporting, long dataflows, long rules) {}

    static PageContext place(String title, PageTexts t) {
        return PageContext.onDesk(title, t).below(t.say("admin.heading"), "/desk/admin");
    }

    @GET
    public TemplateInstance overview() {
        PageTexts t = frames.texts();
        Counts counts = new Counts(
                count(null),
                count(AccountRole.ADMINISTRATOR),
                areas.count(),
                submitters().size(),
                schemas.dataflows().size(),
                RuleCatalogue.entries().size());
        Frame frame = frames.frame(PageContext.onDesk(t.say("admin.heading"), t));
        return Pages.overview(frame, t, counts, health.isReady(), alerts.count());
    }

    private long count(AccountRole role) {
        return accounts.count(new AccountFilter(null, role, null, AccountFilter.State.OPEN));
    }

    private Map<String, List<AccountView>> submitters() {
        Map<String, List<AccountView>> submitters = new HashMap<>();
        AccountFilter open = new AccountFilter(null, AccountRole.SUBMITTER, null, AccountFilter.State.OPEN);
        for (AccountView account : accounts.list(open, ALL).items()) {
            account.areas()
                    .forEach(area -> submitters
                            .computeIfAbsent(area, none -> new ArrayList<>())
                            .add(account));
        }
        return submitters;
    }

    @GET
    @Path("/areas")
    public TemplateInstance areas() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(place(t.say("areas.heading"), t).api("/api/v1/codelists/CL_AREA"));
        return Pages.areas(frame, t, areas, submitters());
    }

    @GET
    @Path("/schemas")
    public TemplateInstance schemas() {
        PageTexts t = frames.texts();
        Frame frame =
                frames.frame(place(t.say("nav.schemas"), t).in(Section.SCHEMAS).api("/api/v1/dataflows"));
        List<RuleCatalogue.Entry> rules = RuleCatalogue.entries().stream()
                .sorted(Comparator.comparing(RuleCatalogue.Entry::severity))
                .toList();
        return Pages.schemas(frame, t, schemas, RuleCatalogue.VERSION, rules);
    }

    /** Lists the files with population figures, the newest first. The list is empty if no dataflow has such figures. */
    @GET
    @Path("/population")
    public TemplateInstance population() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(place(t.say("admin.population"), t).api("/api/v1/submissions?dataflow=POPULATION"));
        List<SubmissionView> files = schemas.population().stream()
                .flatMap(
                        flow -> submissions.list(flow.id(), null, null, frames.person(), NEWEST_FILES).items().stream())
                .toList();
        return Pages.population(frame, t, files, words);
    }

    @GET
    @Path("/health")
    public TemplateInstance health() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(place(t.say("admin.health"), t).api("/q/health"));
        return Pages.health(frame, t, health.report());
    }
}
