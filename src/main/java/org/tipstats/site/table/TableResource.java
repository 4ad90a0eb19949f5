package org.tipstats.site.table;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.collect.reports.ReportFormats;
import org.tipstats.collect.reports.ValidatedFile;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.site.file.FileDrops;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.table.TablePages.GuessedForm;
import org.tipstats.site.table.TablePages.TableFile;
import org.tipstats.validate.run.Progress;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Shows the meaning of a table in its own layout, for people without an account. The service stores nothing: the form
 * contains a small file, and the reader chooses a larger file again for each step.
 */
@Path(Site.LANG + "/table")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class TableResource {

    private static final String PATH = "/table";
    private static final String NO_STORE = "no-store";
    /** The button that asks for the mapping as a file. */
    private static final String MAPPING = "mapping";

    private final TablePages pages;
    private final ReportFormats checks;
    private final SchemaRegistry schemas;
    private final FileDrops drops;
    private final Frames frames;

    TableResource(TablePages pages, ReportFormats checks, SchemaRegistry schemas, FileDrops drops, Frames frames) {
        this.pages = pages;
        this.checks = checks;
        this.schemas = schemas;
        this.drops = drops;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "table")
    static final class Pages {

        static native TemplateInstance start(Frame frame, PageTexts t, List<Fault> faults, FileDrops drops);

        static native TemplateInstance table(Frame frame, PageTexts t, TablePage page);
    }

    @GET
    public TemplateInstance start() {
        return start(List.of());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(
            @BeanParam TableParameters form,
            @RestForm String held,
            @RestForm String heldName,
            @RestForm("file") List<FileUpload> files)
            throws IOException {
        Optional<FileUpload> file = FileDrops.chosen(files, FileUpload::fileName);
        if (file.isPresent()) {
            try (InputStream body = Files.newInputStream(file.get().uploadedFile())) {
                return received(body, file.get().fileName(), form);
            }
        }
        HeldFile packed = new HeldFile(heldName, held);
        try (InputStream body = packed.open().orElse(null)) {
            return body == null ? withoutFile() : received(body, heldName, form);
        }
    }

    private Response withoutFile() {
        Fault fault = new Fault("file", frames.texts().say("upload.fault.file"));
        return PageReply.again(start(List.of(fault)));
    }

    /** Receives a file within the limits of all uploads, and answers with the page, the mapping or the figures. */
    private Response received(InputStream body, String name, TableParameters form) {
        PageTexts t = frames.texts();
        Dataflow any = schemas.reported().get(0);
        Upload upload = new Upload(body, name, null, any, UploadMode.MERGE, null, t.language());
        return checks.with(upload, Optional.empty(), Progress.NONE, file -> answer(file, form, t))
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    private Response.ResponseBuilder answer(ValidatedFile file, TableParameters form, PageTexts t) {
        HeldFile held = HeldFile.of(file.path(), file.name()).orElse(null);
        TableFile source = new TableFile(file.path(), file.name(), "/" + t.language() + PATH, held, Optional.empty());
        GuessedForm guess = pages.guess(source, form, t);
        Mapping mapping = guess.guessed().mapping();
        if (MAPPING.equals(form.action()) && mapping != null) {
            String id = (form.area().isEmpty() ? "TABLE" : form.area()) + "_1";
            return Response.ok(new MappingMessage(schemas)
                            .write(mapping, id, "1.0.0", id)
                            .toString())
                    .type(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mapping.json\"");
        }
        Optional<byte[]> figures = pages.figures(guess, form.action());
        if (figures.isPresent()) {
            return download(figures.get());
        }
        TablePage page = pages.page(guess, null, t);
        TemplateInstance shown = Pages.table(frames.frame(place(t).after(page.faults())), t, page);
        return Response.fromResponse(PageReply.of(shown, page.faults()));
    }

    /** Returns the figures as a file to keep. */
    static Response.ResponseBuilder download(byte[] figures) {
        return Response.ok(figures)
                .type("text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures.csv\"");
    }

    private TemplateInstance start(List<Fault> faults) {
        PageTexts t = frames.texts();
        return Pages.start(frames.frame(place(t).after(faults)), t, faults, drops);
    }

    private static PageContext place(PageTexts t) {
        return PageContext.titled(t.say("table.heading"))
                .in(Section.CHECK)
                .below(t.say("check.heading"), Section.CHECK.path())
                .described(t.say("table.lead"));
    }
}
