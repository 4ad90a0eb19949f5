package org.tipstats.site.table;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.collect.mappings.MappingService;
import org.tipstats.collect.mappings.SavedMapping;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionService;
import org.tipstats.collect.receive.SubmissionService.SubmissionOutcome;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.collect.upload.Corrections;
import org.tipstats.collect.upload.MappingChoice;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;
import org.tipstats.site.table.TablePages.GuessedForm;
import org.tipstats.site.table.TablePages.TableFile;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Shows the meaning of a submitted table in its own layout, saves its mapping, and submits it with the mapping. The
 * file stays as received.
 */
@Path(Site.LANG + "/desk/submissions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SUBMITTER)
@FormFilter.Guarded
class SubmittedTableResource {

    /** The button that saves the mapping. */
    private static final String SAVE = "save";

    private final TablePages pages;
    private final SubmissionReader reader;
    private final MappingService mappings;
    private final SubmissionService submissions;
    private final SchemaRegistry schemas;
    private final Frames frames;

    SubmittedTableResource(
            TablePages pages,
            SubmissionReader reader,
            MappingService mappings,
            SubmissionService submissions,
            SchemaRegistry schemas,
            Frames frames) {
        this.pages = pages;
        this.reader = reader;
        this.mappings = mappings;
        this.submissions = submissions;
        this.schemas = schemas;
        this.frames = frames;
    }

    @GET
    @Path("/{id}/table")
    public Response table(@RestPath String id) {
        SubmissionView file = reader.get(SubmissionIds.read(id), frames.person());
        return answer(file, TableParameters.first(null, file.dataflow()), null);
    }

    @POST
    @Path("/{id}/table")
    public Response answer(@RestPath("id") String submission, @BeanParam TableParameters form, @RestForm String name) {
        SubmissionView file = reader.get(SubmissionIds.read(submission), frames.person());
        return answer(file, form, name);
    }

    private Response answer(SubmissionView file, TableParameters sent, String name) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        TableParameters form = sent.withArea(area(sent.area(), who));
        String address = "/" + t.language() + Section.MY_FILES.path() + "/" + file.id() + "/table";
        return reader.withFile(file.id(), who, found -> {
            TableFile source = new TableFile(found.path(), found.name(), address, null, Optional.of(who));
            return answer(file, pages.guess(source, form, t), name);
        });
    }

    private Response answer(SubmissionView file, GuessedForm guess, String name) {
        PageTexts t = frames.texts();
        String action = guess.form().action();
        Optional<byte[]> figures = pages.figures(guess, action);
        if (figures.isPresent()) {
            return TableResource.download(figures.get()).build();
        }
        String wrong = SAVE.equals(action) ? fault(guess, name, t) : null;
        if (!SAVE.equals(action) || wrong != null) {
            Fault fault = wrong == null ? null : new Fault("name", wrong);
            TablePage page = pages.page(guess, fault, t);
            return PageReply.of(template(file, page, t), page.faults());
        }
        SavedMapping saved =
                mappings.save(guess.form().area(), name.strip(), guess.guessed().mapping(), frames.person());
        return PageReply.next(submit(file, guess, saved));
    }

    /**
     * Submits the file again, now with the mapping and the corrected cells, and returns the address of the page to show
     * next. Figures of several dataflows become several submissions.
     */
    private String submit(SubmissionView file, GuessedForm guess, SavedMapping saved) {
        SortedMap<String, String> params = new TreeMap<>();
        guess.typed().answers().value("period").ifPresent(year -> params.put("TIME_PERIOD", year));
        Corrections corrections = Corrections.of(guess.typed().corrections());
        MappingChoice choice = new MappingChoice(saved.id() + "@" + saved.version(), null, params, corrections);
        Dataflow only = guess.dataflows().size() > 1
                ? null
                : schemas.dataflow(guess.dataflows().get(0)).orElseThrow();
        UploadMode mode = UploadMode.valueOf(file.mode().toUpperCase(Locale.ROOT));
        String language = frames.texts().language();
        try (InputStream body = Files.newInputStream(guess.file().path())) {
            Upload upload = new Upload(body, guess.file().name(), null, only, mode, null, language);
            List<SubmissionOutcome> outcomes = submissions.receive(upload.mappedBy(choice), frames.person());
            String folder = "/" + language + Section.MY_FILES.path() + "/";
            return outcomes.stream()
                    .filter(outcome -> !outcome.valid())
                    .findFirst()
                    .map(invalid -> folder + invalid.id() + "/report")
                    .orElseGet(() -> folder + outcomes.get(0).id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the area of the form if the account submits for it, else the only area of the account, else nothing. */
    private static String area(String sent, Actor who) {
        Set<String> own = who.areasOf(who.source());
        return own.size() == 1 ? own.iterator().next() : own.contains(sent) ? sent : "";
    }

    /** Returns why the mapping cannot be saved; null if it can. */
    private static String fault(GuessedForm guess, String name, PageTexts t) {
        if (!guess.isComplete()) {
            return t.say("table.fault.open");
        }
        boolean valid = name != null && !name.isBlank() && name.strip().length() <= TablePage.MAX_NAME;
        return valid ? null : t.say("table.fault.name", "n", TablePage.MAX_NAME);
    }

    private TemplateInstance template(SubmissionView file, TablePage page, PageTexts t) {
        PageContext place = PageContext.onDesk(t.say("table.heading"), t)
                .in(Section.MY_FILES)
                .below(t.say("nav.my-files"), Section.MY_FILES.path())
                .below(FileWords.shownName(file, t), Section.MY_FILES.path() + "/" + file.id())
                .after(page.faults());
        return TableResource.Pages.table(frames.frame(place), t, page);
    }
}
