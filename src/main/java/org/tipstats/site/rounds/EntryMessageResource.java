package org.tipstats.site.rounds;

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
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.collect.entry.EntryPart;
import org.tipstats.collect.entry.EntryParts;
import org.tipstats.collect.entry.EntryService;
import org.tipstats.collect.entry.EntrySubmissionService;
import org.tipstats.collect.upload.Behalf;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
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
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Lets a reviewer submit figures typed on behalf of an area, with the message in which the area sent them. */
@Path(Site.LANG + "/desk/rounds/{id}/{area}/{dataflow: [A-Z][A-Z0-9_]*}/message")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.REVIEWER)
@FormFilter.Guarded
class EntryMessageResource {

    private final EntryParts parts;
    private final EntryService entries;
    private final EntrySubmissionService submissions;
    private final SchemaRegistry schemas;
    private final FileWords words;
    private final Frames frames;

    EntryMessageResource(
            EntryParts parts,
            EntryService entries,
            EntrySubmissionService submissions,
            SchemaRegistry schemas,
            FileWords words,
            Frames frames) {
        this.parts = parts;
        this.entries = entries;
        this.submissions = submissions;
        this.schemas = schemas;
        this.words = words;
        this.frames = frames;
    }

    /**
     * The form.
     *
     * @param version the version of the draft that is submitted
     * @param text the typed message
     */
    record MessageForm(String path, long version, String text, List<Fault> faults) {}

    @CheckedTemplate(basePath = "entry")
    static final class Pages {

        static native TemplateInstance message(
                Frame frame, PageTexts t, FileWords words, EntryPart part, MessageForm form);
    }

    /**
     * Returns the part. Answers 404 if the reviewer reports for the area: then the reviewer types for the own area, not
     * on behalf of another.
     */
    private EntryPart part(String id, String area, String dataflow) {
        if (!EntryParts.isOnBehalf(area, frames.person())) {
            throw ProblemException.notFound("round");
        }
        return parts.find(id, area, dataflow, typist(area));
    }

    private Actor typist(String area) {
        return EntryParts.typist(area, frames.person());
    }

    @GET
    public TemplateInstance form(@RestPath String id, @RestPath String area, @RestPath String dataflow) {
        EntryPart part = part(id, area, dataflow);
        return page(part, entries.draft(part, typist(area)).version(), "", List.of());
    }

    private TemplateInstance page(EntryPart part, long version, String text, List<Fault> faults) {
        PageTexts t = frames.texts();
        String path = "/desk/" + EntryPages.path(part, "/", "/");
        PageContext place = PageContext.titled(t.say("behalf.message"))
                .in(Section.ROUNDS)
                .below(t.say("rounds.heading"), Section.ROUNDS.path())
                .below(words.area(part.area(), t), Section.ROUNDS.path() + "/" + part.round() + "/" + part.area())
                .below(t.say("entry.heading"), path)
                .after(faults);
        return Pages.message(
                frames.frame(place), t, words, part, new MessageForm(path + "/message", version, text, faults));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response submit(
            @RestPath String id,
            @RestPath String area,
            @RestPath String dataflow,
            @RestForm long version,
            @RestForm String message,
            @RestForm("letter") List<FileUpload> letters) {
        EntryPart part = part(id, area, dataflow);
        PageTexts t = frames.texts();
        String text = message == null ? "" : message;
        Optional<FileUpload> letter = FileDrops.chosen(letters, FileUpload::fileName);
        if (!part.open() || text.isBlank() == letter.isEmpty()) {
            Fault fault = part.open()
                    ? new Fault("message", t.say("behalf.fault.message"))
                    : new Fault("entry", t.say("entry.closed"));
            return PageReply.again(page(part, version, text, List.of(fault)));
        }
        Behalf behalf = Behalf.read(
                schemas,
                area,
                text,
                letter.map(FileUpload::fileName).orElse(null),
                letter.map(FileUpload::uploadedFile).orElse(null));
        Object made = submissions
                .submit(part, version, behalf, typist(area), t.language())
                .id();
        return PageReply.next("/" + t.language() + Section.MY_FILES.path() + "/" + made);
    }
}
