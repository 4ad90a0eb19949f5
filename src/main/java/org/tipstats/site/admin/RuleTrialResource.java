package org.tipstats.site.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.collect.trial.RuleTrialService;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.job.JobView;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.validate.trial.RuleTrial.RulesVersion;
import org.tipstats.validate.trial.TrialReport;
import org.tipstats.validate.trial.TrialText;
import org.tipstats.validate.trial.TriedSchemas.SchemaFile;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Checks all accepted files with new schemas before the schemas are adopted, and shows which findings would change. */
@Path(Site.LANG + "/desk/admin/rules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
@FormFilter.Guarded
class RuleTrialResource {

    private static final String PATH = "/desk/admin/rules";

    private final RuleTrialService trials;
    private final FileWords words;
    private final Frames frames;

    RuleTrialResource(RuleTrialService trials, FileWords words, Frames frames) {
        this.trials = trials;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        static native TemplateInstance rules(
                Frame frame, PageTexts t, String since, String rulesVersion, List<Fault> faults);

        static native TemplateInstance trial(
                Frame frame, PageTexts t, JobView job, TrialReport report, FileWords words);
    }

    @GET
    public TemplateInstance form() {
        return form("", List.of());
    }

    private TemplateInstance form(String since, List<Fault> faults) {
        PageTexts t = frames.texts();
        PageContext place = SystemResource.place(t.say("trial.heading"), t).after(faults);
        return Pages.rules(frames.frame(place), t, since, RuleCatalogue.VERSION, faults);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response start(@RestForm String since, @RestForm("file") List<FileUpload> files) {
        PageTexts t = frames.texts();
        String version = Site.typed(since);
        List<SchemaFile> sent = files.stream()
                .filter(file -> !file.fileName().isBlank())
                .map(file -> new SchemaFile(file.fileName().toLowerCase(Locale.ROOT), file.uploadedFile()))
                .toList();
        List<Fault> faults = new ArrayList<>();
        if (sent.isEmpty()) {
            faults.add(new Fault("file", t.say("trial.fault.file")));
        }
        if (!version.isEmpty() && !RulesVersion.isValid(version)) {
            faults.add(new Fault("since", t.say("trial.fault.since")));
        }
        Optional<SchemaRegistry> tried = faults.isEmpty() ? read(sent, faults, t) : Optional.empty();
        if (tried.isEmpty()) {
            return PageReply.again(form(version, faults));
        }
        JobView job = trials.start(tried.get(), version.isEmpty() ? null : version, t.language(), frames.person());
        return PageReply.next(address(job, t));
    }

    private Optional<SchemaRegistry> read(List<SchemaFile> sent, List<Fault> faults, PageTexts t) {
        try {
            return Optional.of(trials.read(sent));
        } catch (SchemaException e) {
            faults.add(new Fault("file", t.say("trial.fault.schemas", "reason", e.getMessage())));
            return Optional.empty();
        }
    }

    private static String address(JobView job, PageTexts t) {
        return "/" + t.language() + PATH + "/" + job.id();
    }

    /** Shows the progress of a trial, and then its report. */
    @GET
    @Path("/{job}")
    public Response trial(@RestPath String job) {
        PageTexts t = frames.texts();
        JobView view = trials.job(job, frames.person());
        Optional<TrialReport> report = trials.report(view, frames.person());
        PageContext place =
                SystemResource.place(t.say("trial.report.heading"), t).below(t.say("trial.heading"), PATH);
        return PageReply.of(Pages.trial(frames.frame(place), t, view, report.orElse(null), words), view, 2);
    }

    @GET
    @Path("/{job}/csv")
    @Produces("text/csv;charset=utf-8")
    public Response csv(@RestPath String job) {
        return download(TrialText.csv(report(job)), "csv");
    }

    @GET
    @Path("/{job}/txt")
    @Produces("text/plain;charset=utf-8")
    public Response text(@RestPath String job) {
        return download(TrialText.text(report(job)), "txt");
    }

    @GET
    @Path("/{job}/json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(@RestPath String job) {
        return download(report(job), "json");
    }

    private TrialReport report(String job) {
        return trials.report(trials.job(job, frames.person()), frames.person())
                .orElseThrow(() -> ProblemException.notFound("report"));
    }

    private static Response download(Object body, String ending) {
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trial." + ending + "\"")
                .build();
    }

    @POST
    @Path("/{job}/cancel")
    public Response cancel(@RestPath String job) {
        JobView view = trials.job(job, frames.person());
        trials.cancel(view, frames.person());
        return PageReply.next(address(view, frames.texts()));
    }
}
