package org.tipstats.upload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.access.CurrentActor;
import org.tipstats.access.Roles;
import org.tipstats.page.Fault;
import org.tipstats.page.Frame;
import org.tipstats.page.Frames;
import org.tipstats.page.PageTexts;
import org.tipstats.page.Place;
import org.tipstats.page.Section;
import org.tipstats.page.Site;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.session.FormFilter;
import org.tipstats.submission.Mode;
import org.tipstats.submission.Reception;
import org.tipstats.submission.SubmissionService;
import org.tipstats.submission.Upload;

/** The form that files are sent in with. */
@Path(Site.LANG + "/desk/submissions/new")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.ADMINISTRATOR})
@FormFilter.Guarded
class UploadResource {

    private static final int UNPROCESSABLE = 422;
    private static final String REPLACE = "replace";

    private final SubmissionService submissions;
    private final SchemaRegistry schemas;
    private final UploadPages pages;
    private final Frames frames;
    private final CurrentActor actor;

    UploadResource(
            SubmissionService submissions,
            SchemaRegistry schemas,
            UploadPages pages,
            Frames frames,
            CurrentActor actor) {
        this.submissions = submissions;
        this.schemas = schemas;
        this.pages = pages;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "upload")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance form(Frame frame, PageTexts t, UploadPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form(@RestQuery String dataflow) {
        return form(List.of(), dataflow, false, null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response send(
            @RestPath String lang,
            @RestForm String dataflow,
            @RestForm String mode,
            @RestForm String key,
            @RestForm("file") List<FileUpload> files)
            throws IOException {
        PageTexts t = frames.texts();
        Optional<Dataflow> flow =
                Optional.ofNullable(dataflow).flatMap(schemas::dataflow).filter(known -> !known.isDerived());
        Optional<FileUpload> file = files == null
                ? Optional.empty()
                : files.stream().filter(each -> !each.fileName().isBlank()).findFirst();
        List<Fault> faults = new ArrayList<>();
        if (flow.isEmpty()) {
            faults.add(new Fault("dataflow", t.say("upload.fault.dataflow")));
        }
        if (file.isEmpty()) {
            faults.add(new Fault("file", t.say("upload.fault.file")));
        }
        if (!faults.isEmpty()) {
            return again(faults, dataflow, mode, key);
        }
        Reception reception = receive(file.get(), flow.get(), mode, key, t);
        return reception.caseLevel()
                ? again(List.of(new Fault("file", t.say("upload.fault.persons"))), dataflow, mode, null)
                : Response.seeOther(URI.create("/" + lang + "/desk/submissions/" + reception.id()
                                + (reception.valid() ? "" : "/report")))
                        .build();
    }

    private Reception receive(FileUpload file, Dataflow flow, String mode, String key, PageTexts t) throws IOException {
        try (InputStream body = Files.newInputStream(file.uploadedFile())) {
            Mode wanted = REPLACE.equals(mode) ? Mode.REPLACE : Mode.MERGE;
            String known = key == null || key.isBlank() ? null : key;
            Upload upload = new Upload(body, file.fileName(), file.contentType(), flow, wanted, known, t.language());
            return submissions.receive(upload, actor.required());
        }
    }

    private Response again(List<Fault> faults, String dataflow, String mode, String key) {
        return Response.status(UNPROCESSABLE)
                .entity(form(faults, dataflow, REPLACE.equals(mode), key))
                .build();
    }

    private TemplateInstance form(List<Fault> faults, String dataflow, boolean replaces, String key) {
        PageTexts t = frames.texts();
        Place place = Place.titled(t.say("upload.heading"))
                .in(Section.UPLOAD)
                .below(t.say("nav.desk"), "/desk")
                .below(t.say("nav.my-files"), "/desk/submissions");
        return Pages.form(
                frames.frame(faults.isEmpty() ? place : place.afterFaults()),
                t,
                pages.page(actor.required(), t, faults, dataflow, replaces, key));
    }
}
