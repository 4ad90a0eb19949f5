package org.tipstats.site.submit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.upload.Behalf;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobView;
import org.tipstats.site.file.FileDrops;
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
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Receives submitted files and shows the progress of checks. */
@Path(Site.LANG + "/desk/submissions/new")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
@FormFilter.Guarded
class UploadResource {

    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final String MERGE = "merge";
    private static final String REPLACE = "replace";

    private final FileIntake intake;
    private final SchemaRegistry schemas;
    private final FileWords words;
    private final FileDrops drops;
    private final Frames frames;

    UploadResource(FileIntake intake, SchemaRegistry schemas, FileWords words, FileDrops drops, Frames frames) {
        this.intake = intake;
        this.schemas = schemas;
        this.words = words;
        this.drops = drops;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "upload")
    static final class Pages {

        static native TemplateInstance form(
                Frame frame,
                PageTexts t,
                UploadForm form,
                FileWords words,
                Set<String> areas,
                List<Dataflow> flows,
                List<Code> behalf,
                FileDrops drops);

        static native TemplateInstance checking(Frame frame, PageTexts t, JobView check);
    }

    /**
     * The values in the form for a file, with the faults found in these values.
     *
     * @param dataflow the id of the chosen dataflow; null if no dataflow is chosen
     * @param area the area on whose behalf a reviewer enters the file; empty if the person submits for their own areas
     * @param message the text of the State's message
     * @param key the idempotency key, so that a form that is sent twice makes only one submission
     */
    record UploadForm(String dataflow, boolean replaces, String area, String message, String key, List<Fault> faults) {

        UploadForm {
            area = area == null ? "" : area;
            message = message == null ? "" : message;
            key = key == null || key.isBlank() ? UUID.randomUUID().toString() : key;
        }

        /** Returns a form for a corrected file. Fills in only the dataflow and the mode of the earlier file. */
        static UploadForm corrected(SubmissionView file) {
            return new UploadForm(file.dataflow(), REPLACE.equals(file.mode()), null, null, null, List.of());
        }

        UploadForm with(List<Fault> found) {
            return new UploadForm(dataflow, replaces, area, message, key, found);
        }

        public String mode() {
            return replaces ? REPLACE : MERGE;
        }
    }

    @GET
    public TemplateInstance form(@RestQuery String dataflow, @RestQuery String refused) {
        List<Fault> faults = refused == null
                ? List.of()
                : List.of(new Fault("file", frames.texts().say("upload.fault.persons")));
        return form(new UploadForm(dataflow, false, null, null, null, faults));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response send(
            @RestForm String dataflow,
            @RestForm String mode,
            @RestForm String key,
            @RestForm String area,
            @RestForm String message,
            @HeaderParam("Prefer") String prefer,
            @RestForm("file") List<FileUpload> files,
            @RestForm("letter") List<FileUpload> letters)
            throws IOException {
        PageTexts t = frames.texts();
        Optional<Dataflow> flow =
                Optional.ofNullable(dataflow).flatMap(schemas::dataflow).filter(known -> !known.isDerived());
        Optional<FileUpload> file = FileDrops.chosen(files, FileUpload::fileName);
        Optional<FileUpload> letter = FileDrops.chosen(letters, FileUpload::fileName);
        UploadForm form = new UploadForm(
                dataflow, REPLACE.equals(mode), area, message, key, FileDrops.faults(flow, file.isPresent(), t));
        List<Fault> faults = faults(form, letter.isPresent(), t);
        if (!faults.isEmpty()) {
            return PageReply.again(form(form.with(faults)));
        }
        FileIntake.NextPage place = receive(file.get(), flow.get(), form, letter, t);
        return redirect(place.address(), place.begun() ? ACCEPTED : CREATED, prefer);
    }

    /** Returns the faults of the form. A file on behalf of an area needs the message of its State. */
    private List<Fault> faults(UploadForm form, boolean hasLetter, PageTexts t) {
        List<Fault> faults = new ArrayList<>(form.faults());
        boolean named = schemas.areas()
                .find(form.area())
                .filter(code -> !code.isAreaGroup())
                .isPresent();
        boolean hasText = !form.message().isBlank();
        if (!named && (!form.area().isEmpty() || hasText || hasLetter || !maySubmit())) {
            faults.add(new Fault("area", t.say("behalf.fault.area")));
        }
        if (!form.area().isEmpty() && hasText == hasLetter) {
            faults.add(new Fault("message", t.say("behalf.fault.message")));
        }
        return faults;
    }

    private boolean maySubmit() {
        return frames.person().may(AccountRole.SUBMITTER) || frames.person().may(AccountRole.ADMINISTRATOR);
    }

    private FileIntake.NextPage receive(
            FileUpload file, Dataflow flow, UploadForm form, Optional<FileUpload> letter, PageTexts t)
            throws IOException {
        try (InputStream body = Files.newInputStream(file.uploadedFile())) {
            UploadMode wanted = form.replaces() ? UploadMode.REPLACE : UploadMode.MERGE;
            Behalf behalf = form.area().isEmpty()
                    ? null
                    : Behalf.read(
                            schemas,
                            form.area(),
                            form.message(),
                            letter.map(FileUpload::fileName).orElse(null),
                            letter.map(FileUpload::uploadedFile).orElse(null));
            Upload upload = new Upload(
                            body, file.fileName(), file.contentType(), flow, wanted, form.key(), t.language())
                    .onBehalf(behalf);
            return intake.receive(upload, file.size(), frames.person());
        }
    }

    /** Shows the progress of the check of a large file. */
    @GET
    @Path("/{job}")
    public Response checking(@RestPath String job, @HeaderParam("Prefer") String prefer) {
        PageTexts t = frames.texts();
        Optional<String> end = intake.end(job, frames.person());
        if (end.isPresent()) {
            return redirect(end.get(), CREATED, prefer);
        }
        JobView check = intake.check(job, frames.person());
        return PageReply.of(
                Pages.checking(frames.frame(place(t.say("upload.checking.heading"), t)), t, check), check, 2);
    }

    /** Cancels the check. Has no effect if the file is already stored. */
    @POST
    @Path("/{job}/cancel")
    public Response cancel(@RestPath String job) {
        intake.cancel(job, frames.person());
        return PageReply.next("/" + frames.texts().language() + Section.UPLOAD.path() + "/" + job);
    }

    /**
     * Redirects the browser. A script that sends {@code Prefer: return=minimal} (RFC 7240) gets only the {@code
     * Location}.
     */
    private static Response redirect(String address, int status, String prefer) {
        return "return=minimal".equals(prefer)
                ? Response.status(status).header(HttpHeaders.LOCATION, address).build()
                : PageReply.next(address);
    }

    private TemplateInstance form(UploadForm form) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        Frame frame = frames.frame(place(t.say("upload.heading"), t).after(form.faults()));
        boolean reviews = who.may(AccountRole.REVIEWER);
        List<Dataflow> flows = schemas.submitted().stream()
                .filter(flow -> flow.isReference()
                        ? who.may(AccountRole.ADMINISTRATOR)
                        : reviews || who.may(AccountRole.SUBMITTER))
                .toList();
        List<Code> behalf = reviews ? t.byName(schemas.areas().singleAreas()) : List.of();
        return Pages.form(frame, t, form, words, who.areasOf(who.source()), flows, behalf, drops);
    }

    private static PageContext place(String title, PageTexts t) {
        return SubmissionPageResource.place(title, t).in(Section.UPLOAD);
    }
}
