package org.tipstats.site.rounds;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.entry.EntryDraft;
import org.tipstats.collect.entry.EntryDraft.TypedTexts;
import org.tipstats.collect.entry.EntryPart;
import org.tipstats.collect.entry.EntryParts;
import org.tipstats.collect.entry.EntryService;
import org.tipstats.collect.entry.EntrySubmissionService;
import org.tipstats.collect.entry.EntrySubmissionService.EntryCheck;
import org.tipstats.collect.rounds.PartService;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.rounds.EntryFields.CommentField;
import org.tipstats.site.rounds.EntryPages.EntryPage;
import org.tipstats.site.rounds.EntryPages.ScriptCheck;
import org.tipstats.site.session.FormFilter;

/** The form to type figures in, for submitters of the area, and for reviewers on its behalf. */
@Path(Site.LANG + "/desk/rounds/{id}/{area}/{dataflow: [A-Z][A-Z0-9_]*}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER})
@FormFilter.Guarded
class EntryPageResource {

    private final EntryParts parts;
    private final PartService rounds;
    private final EntryService entries;
    private final EntrySubmissionService checks;
    private final EntryPages pages;
    private final FileWords words;
    private final Frames frames;

    EntryPageResource(
            EntryParts parts,
            PartService rounds,
            EntryService entries,
            EntrySubmissionService checks,
            EntryPages pages,
            FileWords words,
            Frames frames) {
        this.parts = parts;
        this.rounds = rounds;
        this.entries = entries;
        this.checks = checks;
        this.pages = pages;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "entry")
    static final class Pages {

        /**
         * @param behalf whether the reader types on behalf of the area
         * @param account the id of the reader's account
         */
        static native TemplateInstance entry(
                Frame frame, PageTexts t, FileWords words, EntryPage page, boolean behalf, UUID account);
    }

    /** The round, the area and the dataflow in the URL of the page. */
    record Address(
            @RestPath String id,
            @RestPath String area,
            @RestPath String dataflow) {}

    /**
     * The fields of the form. Each row has a key, and a text for each year. Without a script, the form sends the keys
     * in fields {@code row} and the texts in fields {@code cell}. The script sends each row as a line of {@code typed},
     * because a form has at most 1,000 fields.
     */
    record Fields(
            @RestForm("version") String versionText,
            @RestForm String block,
            @RestForm String last,
            @RestForm String piece,
            @RestForm List<String> typed,
            @RestForm("row") List<String> rows,
            @RestForm("year") List<String> years,
            @RestForm("cell") List<String> cells,
            @RestForm("comment-row") String commentRow,
            @RestForm("comment-year") String commentYear,
            @RestForm("comment") String commentText,
            @RestForm List<String> uncomment,
            @RestForm("do") String act) {

        /** Returns the comment that is being typed. */
        CommentField comment() {
            String text = Site.typed(commentText).replaceAll("\\s+", " ");
            return new CommentField(commentRow, commentYear, text);
        }

        TypedTexts texts(EntryPart part) {
            Map<String, String> comments = new HashMap<>();
            uncomment.forEach(key -> comments.put(key, ""));
            comments.putAll(comment().typed(part));
            Map<String, String> figures = EntryFields.typed(part, rows, years, cells, typed);
            return new TypedTexts(figures, comments);
        }

        long version() {
            return versionText != null && versionText.matches("\\d{1,18}") ? Long.parseLong(versionText) : -1;
        }
    }

    private EntryPart part(Address at) {
        return parts.find(at.id, at.area, at.dataflow, typist(at.area));
    }

    private Actor typist(String area) {
        return EntryParts.typist(area, frames.person());
    }

    @GET
    public TemplateInstance form(
            @BeanParam Address at,
            @RestQuery String block,
            @RestQuery String last,
            @RestQuery String piece,
            @RestQuery String saved,
            @RestQuery String check) {
        EntryPart part = part(at);
        rounds.open(part.round(), part.area(), frames.person());
        EntryDraft draft = entries.draft(part, typist(at.area));
        EntryCheck found = check == null ? null : checks.check(part, draft, typist(at.area), language());
        return page(part, new Shown(block, last, piece, draft, CommentField.EMPTY, found, saved != null, List.of()));
    }

    /**
     * What a page shows.
     *
     * @param check null if the figures were not checked
     */
    private record Shown(
            String block,
            String last,
            String piece,
            EntryDraft draft,
            CommentField comment,
            EntryCheck check,
            boolean saved,
            List<Fault> faults) {

        /** Returns what the page shows after a form was refused. */
        static Shown again(Fields form, EntryDraft typed, EntryCheck check, List<Fault> faults) {
            return new Shown(form.block, form.last, form.piece, typed, form.comment(), check, false, faults);
        }
    }

    private TemplateInstance page(EntryPart part, Shown shown) {
        PageTexts t = frames.texts();
        Actor by = typist(part.area());
        EntryPage page = pages.page(
                part,
                entries.sheet(part, shown.block(), shown.last(), shown.draft(), by),
                shown.piece(),
                shown.draft(),
                shown.check(),
                shown.saved(),
                t);
        PageContext place = PageContext.titled(t.say("entry.heading"))
                .in(Section.ROUNDS)
                .below(t.say("rounds.heading"), Section.ROUNDS.path())
                .below(words.area(part.area(), t), Section.ROUNDS.path() + "/" + part.round() + "/" + part.area())
                .api("/api/v1/" + EntryPages.path(part, "/areas/", "/entries/"))
                .after(shown.faults());
        boolean behalf = EntryParts.isOnBehalf(part.area(), frames.person());
        return Pages.entry(frames.frame(place), t, words, page.with(shown.faults(), shown.comment()), behalf, by.id());
    }

    private String language() {
        return frames.texts().language();
    }

    /**
     * Saves the typed figures and comments. Then checks or submits the figures, if the reader pressed one of these two
     * buttons. A reviewer who types on behalf of the area gets the form for the message before anything is submitted.
     */
    @POST
    public Response send(@BeanParam Address at, @BeanParam Fields form) {
        EntryPart part = part(at);
        Actor by = typist(at.area);
        TypedTexts texts = form.texts(part);
        EntryDraft typed = entries.with(part, texts, by);
        List<Fault> faults = faults(part, form, typed);
        if (!faults.isEmpty()) {
            return PageReply.again(page(part, Shown.again(form, typed, null, faults)));
        }
        // If the form has no texts, the script of the page has already saved them.
        EntryDraft saved = texts.isEmpty() ? typed : entries.save(part, form.version(), texts, true, by);
        return "submit".equals(form.act)
                ? submit(part, saved, form, by)
                : PageReply.next(pages.address(part, form.block, form.last, form.piece, language())
                        + ("check".equals(form.act) ? "check=1#found" : "saved=1"));
    }

    /** Returns why a form cannot be saved; empty if it can. */
    private List<Fault> faults(EntryPart part, Fields form, EntryDraft typed) {
        List<Fault> faults = new ArrayList<>();
        if (!part.open()) {
            faults.add(new Fault("entry", frames.texts().say("entry.closed")));
        }
        if (typed.version() != form.version()) {
            faults.add(new Fault("entry", frames.texts().say("entry.changed")));
        }
        CommentField comment = form.comment();
        Set<String> figure = comment.typed(part).keySet();
        if (!comment.text().isEmpty()
                && (figure.isEmpty() || !typed.comments().keySet().containsAll(figure))) {
            faults.add(new Fault("comment", frames.texts().say("entry.comment.figure")));
        }
        return faults;
    }

    private Response submit(EntryPart part, EntryDraft draft, Fields form, Actor by) {
        EntryCheck check = checks.check(part, draft, by, language());
        List<Fault> faults = pages.faults(part, check, frames.texts());
        if (!faults.isEmpty()) {
            return PageReply.again(page(part, Shown.again(form, draft, check, faults)));
        }
        String next = EntryParts.isOnBehalf(part.area(), frames.person())
                ? "/desk/" + EntryPages.path(part, "/", "/") + "/message"
                : Section.MY_FILES.path() + "/"
                        + checks.submit(part, draft.version(), null, by, language())
                                .id();
        return PageReply.next("/" + language() + next);
    }

    /** Checks the typed figures for the script of the page. Saves nothing. */
    @POST
    @Path("/check")
    @Produces(MediaType.APPLICATION_JSON)
    public ScriptCheck check(@BeanParam Address at, @BeanParam Fields form) {
        EntryPart part = part(at);
        EntryDraft draft = entries.with(part, form.texts(part), typist(at.area));
        EntryCheck check = checks.check(part, draft, typist(at.area), language());
        return pages.script(part, check, form.years, frames.texts());
    }
}
