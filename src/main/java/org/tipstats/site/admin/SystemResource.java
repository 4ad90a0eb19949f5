package org.tipstats.site.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
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
import org.tipstats.platform.alert.AlertCause.AlertUnit;
import org.tipstats.platform.alert.AlertService;
import org.tipstats.platform.alert.AlertTexts;
import org.tipstats.platform.alert.WatchedMeasure;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.retention.RetentionService;
import org.tipstats.platform.retention.RetentionService.KeptThings;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the overview for administrators, and the pages about areas, schemas, population, health, alerts and retention. */
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
    private final RetentionService retention;
    private final FileWords words;
    private final Frames frames;

    SystemResource(
            AccountService accounts,
            SubmissionReader submissions,
            SchemaRegistry schemas,
            ReportingAreas areas,
            HealthReports health,
            AlertService alerts,
            RetentionService retention,
            FileWords words,
            Frames frames) {
        this.accounts = accounts;
        this.submissions = submissions;
        this.schemas = schemas;
        this.areas = areas;
        this.health = health;
        this.alerts = alerts;
        this.retention = retention;
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

        static native TemplateInstance alerts(
                Frame frame, PageTexts t, AlertTexts texts, List<WatchedMeasure> measures);

        static native TemplateInstance retention(Frame frame, PageTexts t, List<KeptRow> rows);
    }

    /**
     * The numbers on the overview page.
     *
     * @param reporting the number of areas for which someone can submit files
     */
    record Counts(long people, long administrators, long areas, long reporting, long dataflows, long rules) {}

    /**
     * A row of the page about retention, in words.
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

    /**
     * Lists the newest 50 files with population figures, the newest first. The list is empty if no dataflow has such
     * figures.
     */
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

    /** Shows the service's alerts with advice, and all measured values with the limits at which an alert is raised. */
    @GET
    @Path("/alerts")
    public TemplateInstance alerts() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(place(t.say("admin.alerts"), t).api("/api/v1/alerts"));
        return Pages.alerts(frame, t, AlertTexts.in(t.language()), alerts.measure());
    }

    /** Shows which data the service keeps, how much, for how long, and when it may delete the oldest data. */
    @GET
    @Path("/retention")
    public TemplateInstance retention() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(place(t.say("admin.retention"), t));
        return Pages.retention(
                frame,
                t,
                retention.kept().stream().map(things -> KeptRow.of(things, t)).toList());
    }
}
