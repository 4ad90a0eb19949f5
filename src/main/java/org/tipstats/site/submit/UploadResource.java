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
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;
import org.tipstats.site.submit.FileIntake.CheckingPage;
import org.tipstats.site.submit.UploadPages.UploadPage;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Receives submitted files and shows the progress of checks. */
@Path(Site.LANG + "/desk/submissions/new")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.ADMINISTRATOR})
@FormFilter.Guarded
class UploadResource {

    private static final int UNPROCESSABLE = 422;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final String REPLACE = "replace";

    private final FileIntake receptions;
    private final SchemaRegistry schemas;
    private final UploadPages pages;
    private final Frames frames;
    private final CurrentActor actor;

    UploadResource(
            FileIntake receptions, SchemaRegistry schemas, UploadPages pages, Frames frames, CurrentActor actor) {
        this.receptions = receptions;
        this.schemas = schemas;
        this.pages = pages;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "upload")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance form(Frame frame, PageTexts t, UploadPage page);

        static native TemplateInstance checking(Frame frame, PageTexts t, CheckingPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form(@RestQuery String dataflow, @RestQuery String refused) {
        List<Fault> faults = refused == null
                ? List.of()
                : List.of(new Fault("file", frames.texts().say("upload.fault.persons")));
        return form(faults, dataflow, false, null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response send(
            @RestForm String dataflow,
            @RestForm String mode,
            @RestForm String key,
            @HeaderParam("Prefer") String prefer,
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
            return formWithFaults(faults, dataflow, mode, key);
        }
        FileIntake.NextPage place = receive(file.get(), flow.get(), mode, key, t);
        return redirect(place.address(), place.begun() ? ACCEPTED : CREATED, prefer);
    }

    private FileIntake.NextPage receive(FileUpload file, Dataflow flow, String mode, String key, PageTexts t)
            throws IOException {
        try (InputStream body = Files.newInputStream(file.uploadedFile())) {
            UploadMode wanted = REPLACE.equals(mode) ? UploadMode.REPLACE : UploadMode.MERGE;
            String known = key == null || key.isBlank() ? null : key;
            Upload upload = new Upload(body, file.fileName(), file.contentType(), flow, wanted, known, t.language());
            return receptions.receive(upload, file.size(), actor.required());
        }
    }

    /** Shows the progress of the check of a large file. */
    @GET
    @Path("/{job}")
    @Operation(hidden = true)
    public Response checking(@RestPath String job, @HeaderParam("Prefer") String prefer) {
        PageTexts t = frames.texts();
        Optional<String> end = receptions.end(job, actor.required());
        if (end.isPresent()) {
            return redirect(end.get(), CREATED, prefer);
        }
        CheckingPage page = receptions.page(job, actor.required(), t);
        Response.ResponseBuilder answer =
                Response.ok(Pages.checking(frames.frame(place(t.say("upload.checking.heading"), t)), t, page));
        return (page.running() ? answer.header("Refresh", "2") : answer).build();
    }

    /** Cancels the check. Has no effect if the file is already stored. */
    @POST
    @Path("/{job}/cancel")
    @Operation(hidden = true)
    public Response cancel(@RestPath String job) {
        receptions.cancel(job, actor.required());
        return Response.seeOther(URI.create("/" + frames.texts().language() + Section.UPLOAD.path() + "/" + job))
                .build();
    }

    /** Redirects browsers. Scripts that prefer {@code return=minimal} (RFC 7240) get only the {@code Location}. */
    private static Response redirect(String address, int status, String prefer) {
        return "return=minimal".equals(prefer)
                ? Response.status(status).header(HttpHeaders.LOCATION, address).build()
                : Response.seeOther(URI.create(address)).build();
    }

    private Response formWithFaults(List<Fault> faults, String dataflow, String mode, String key) {
        return Response.status(UNPROCESSABLE)
                .entity(form(faults, dataflow, REPLACE.equals(mode), key))
                .build();
    }

    private TemplateInstance form(List<Fault> faults, String dataflow, boolean replaces, String key) {
        PageTexts t = frames.texts();
        PageContext place = place(t.say("upload.heading"), t);
        return Pages.form(
                frames.frame(faults.isEmpty() ? place : place.afterFaults()),
                t,
                pages.page(actor.required(), t, faults, dataflow, replaces, key));
    }

    private static PageContext place(String title, PageTexts t) {
        return PageContext.titled(title)
                .in(Section.UPLOAD)
                .below(t.say("nav.desk"), "/desk")
                .below(t.say("nav.my-files"), "/desk/submissions");
    }
}
