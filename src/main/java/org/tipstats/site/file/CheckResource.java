package org.tipstats.site.file;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.collect.reports.ReportFormats;
import org.tipstats.collect.reports.ReportFormats.ReportReply;
import org.tipstats.collect.reports.ValidatedFile;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Checks files for people without an account. Each request sends the file again, because the service stores nothing.
 */
@Path(Site.LANG + "/check")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class CheckResource {

    private static final String NO_STORE = "no-store";

    private final ReportFormats checks;
    private final RunningChecks running;
    private final SchemaRegistry schemas;
    private final FileDrops drops;
    private final Frames frames;

    /** An example file with errors, which shows readers a report; empty if the schemas do not allow such a file. */
    private final Optional<FaultyExample.Example> example;

    CheckResource(ReportFormats checks, RunningChecks running, SchemaRegistry schemas, FileDrops drops, Frames frames) {
        this.checks = checks;
        this.running = running;
        this.schemas = schemas;
        this.drops = drops;
        this.frames = frames;
        this.example = FaultyExample.of(schemas.submitted());
    }

    @CheckedTemplate(basePath = "check")
    static final class Pages {

        static native TemplateInstance form(
                Frame frame,
                PageTexts t,
                List<Fault> faults,
                String dataflow,
                List<Dataflow> flows,
                FileDrops drops,
                boolean hasExample);

        /** @param isExample true for the example file of the service; the forms on the page then need no file */
        static native TemplateInstance report(
                Frame frame, PageTexts t, String fileName, Dataflow flow, boolean isExample, ReportPage report);
    }

    /**
     * The fields of a form.
     *
     * @param example not null if the form asks to check the example file of the service
     * @param key the key for progress requests; null if nobody will ask for the progress
     */
    private record CheckForm(String dataflow, String example, List<FileUpload> files, String key) {}

    @GET
    public TemplateInstance form(@RestQuery String dataflow) {
        return form(List.of(), dataflow);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response check(
            @RestForm String dataflow,
            @RestForm String example,
            @RestForm String show,
            @RestForm String severity,
            @RestForm String rule,
            @RestForm String column,
            @RestForm String progress,
            @RestForm("file") List<FileUpload> files)
            throws IOException {
        CheckForm sent = new CheckForm(dataflow, example, files, progress);
        ReportFilter filter = show == null ? ReportFilter.of(severity, rule, column, null) : ReportFilter.ofQuery(show);
        return checked(sent, file -> Response.ok(report(file, sent, filter, List.of())));
    }

    /** Returns the file with the findings as remarks. */
    @POST
    @Path("/remarks/{form:xlsx|csv}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.WILDCARD)
    public Response remarks(
            @RestPath String form,
            @RestForm String dataflow,
            @RestForm String example,
            @RestForm("file") List<FileUpload> files)
            throws IOException {
        String language = frames.texts().language();
        return checked(new CheckForm(dataflow, example, files, null), file -> download(file.annotated(form, language)));
    }

    /** Returns a new file with the chosen corrections. If none is chosen, shows the report again. */
    @POST
    @Path("/corrected")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.WILDCARD)
    public Response corrected(
            @RestForm String dataflow,
            @RestForm String example,
            @RestForm List<String> apply,
            @RestForm("file") List<FileUpload> files)
            throws IOException {
        String language = frames.texts().language();
        CheckForm sent = new CheckForm(dataflow, example, files, null);
        if (apply.isEmpty()) {
            List<Fault> faults = List.of(new Fault("correct", frames.texts().say("filereport.correct.none")));
            return checked(
                    sent, file -> Response.fromResponse(PageReply.again(report(file, sent, ReportFilter.ALL, faults))));
        }
        return checked(sent, file -> download(file.corrected(ReportPages.wanted(apply), language)));
    }

    /**
     * Reports the progress of a running check. A script requests the progress while the reader waits for the result.
     */
    @GET
    @Path("/progress/{key}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response progress(@RestPath String key) {
        return running.reached(key)
                .map(Response::ok)
                .orElseGet(Response::noContent)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    private static Response.ResponseBuilder download(ReportReply reply) {
        return Response.ok(reply).type(reply.mediaType());
    }

    /** Checks the file of a form and answers with the result. Shows the form again if a field is missing. */
    private Response checked(CheckForm sent, Function<ValidatedFile, Response.ResponseBuilder> answer)
            throws IOException {
        if (sent.example() != null && example.isPresent()) {
            FaultyExample.Example own = example.get();
            InputStream body = new ByteArrayInputStream(own.content().getBytes(StandardCharsets.UTF_8));
            return of(body, own.fileName(), "text/csv", own.dataflow(), null, answer);
        }
        Optional<Dataflow> dataflow = schemas.submitted().stream()
                .filter(flow -> flow.id().equals(sent.dataflow()))
                .findFirst();
        Optional<FileUpload> file = FileDrops.chosen(sent.files(), FileUpload::fileName);
        if (dataflow.isEmpty() || file.isEmpty()) {
            List<Fault> faults = FileDrops.faults(dataflow, file.isPresent(), frames.texts());
            return PageReply.again(form(faults, sent.dataflow()));
        }
        try (InputStream body = Files.newInputStream(file.get().uploadedFile())) {
            return of(body, file.get().fileName(), file.get().contentType(), dataflow.get(), sent.key(), answer);
        }
    }

    private Response of(
            InputStream body,
            String name,
            String type,
            Dataflow dataflow,
            String key,
            Function<ValidatedFile, Response.ResponseBuilder> answer) {
        String language = frames.texts().language();
        Upload upload = new Upload(body, name, type, dataflow, UploadMode.MERGE, null, language);
        return running.watched(key, progress -> checks.with(upload, Optional.empty(), progress, answer))
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    /**
     * Makes the report.
     *
     * @param faults the errors in the form
     */
    private TemplateInstance report(ValidatedFile file, CheckForm sent, ReportFilter filter, List<Fault> faults) {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(t.say("upload.report.heading"))
                .in(Section.CHECK)
                .below(t.say("check.heading"), Section.CHECK.path())
                .after(faults);
        return Pages.report(
                frames.frame(place),
                t,
                FileWords.fileName(file.report().file().name(), t),
                file.dataflow(),
                sent.example() != null,
                ReportPages.of(file, filter, t).after(faults));
    }

    private TemplateInstance form(List<Fault> faults, String dataflow) {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(t.say("check.heading"))
                .in(Section.CHECK)
                .described(t.say("check.intro"))
                .after(faults);
        List<Dataflow> flows = schemas.submitted();
        return Pages.form(frames.frame(place), t, faults, dataflow, flows, drops, example.isPresent());
    }
}
