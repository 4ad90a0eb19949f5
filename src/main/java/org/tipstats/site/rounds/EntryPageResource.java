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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.entry.EntryDraft;
import org.tipstats.collect.entry.EntryPart;
import org.tipstats.collect.entry.EntryParts;
import org.tipstats.collect.entry.EntryService;
import org.tipstats.collect.entry.EntrySubmissionService;
import org.tipstats.collect.entry.EntrySubmissionService.EntryCheck;
import org.tipstats.collect.rounds.PartService;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.FaultReply;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.rounds.EntryPages.EntryPage;
import org.tipstats.site.rounds.EntryPages.ScriptCheck;
import org.tipstats.site.session.FormFilter;

/** The form to type figures in. */
@Path(Site.LANG + "/desk/rounds/{id}/{area}/{dataflow: [A-Z][A-Z0-9_]*}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SUBMITTER)
@FormFilter.Guarded
class EntryPageResource {

    private final EntryParts parts;
    private final PartService rounds;
    private final EntryService entries;
    private final EntrySubmissionService checks;
    private final EntryPages pages;
    private final FileWords words;
    private final Frames frames;
    private final CurrentActor actor;

    EntryPageResource(
            EntryParts parts,
            PartService rounds,
            EntryService entries,
            EntrySubmissionService checks,
            EntryPages pages,
            FileWords words,
            Frames frames,
            CurrentActor actor) {
        this.parts = parts;
        this.rounds = rounds;
        this.entries = entries;
        this.checks = checks;
        this.pages = pages;
        this.words = words;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "entry")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance entry(Frame frame, PageTexts t, FileWords words, EntryPage page);
    }

    /** The address of the page. */
    static final class Address {
        @RestPath
        String id;

        @RestPath
        String area;

        @RestPath
        String dataflow;
    }

    /**
     * The fields of the form. Each row has a key and a text for each year: in the fields {@code row} and {@code cell}, or
     * from the script as lines of {@code typed}, because a form has at most 1,000 fields.
     */
    static final class Fields {
        @RestForm
        String version;

        @RestForm
        String block;

        @RestForm
        String last;

        @RestForm
        String piece;

        @RestForm
        List<String> typed;

        @RestForm("row")
        List<String> rows;

        @RestForm("year")
        List<String> years;

        @RestForm("cell")
        List<String> cells;

        @RestForm("do")
        String act;

        Map<String, String> typed(EntryPart part) {
            List<String> keys = new ArrayList<>(copy(rows));
            List<String> texts = new ArrayList<>(copy(cells));
            copy(typed).stream().flatMap(String::lines).forEach(line -> {
                String[] row = line.split("\t", -1);
                keys.add(row[0]);
                for (int i = 1; i <= copy(years).size(); i++) {
                    texts.add(i < row.length ? row[i] : "");
                }
            });
            return EntryService.typed(part, keys, copy(years), texts);
        }

        private static List<String> copy(List<String> texts) {
            return texts == null ? List.of() : texts;
        }

        long version() {
            return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
        }
    }

    private EntryPart part(Address at) {
        return parts.find(at.id, at.area, at.dataflow, actor.required());
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form(
            @BeanParam Address at,
            @RestQuery String block,
            @RestQuery String last,
            @RestQuery String piece,
            @RestQuery String saved,
            @RestQuery String check) {
        EntryPart part = part(at);
        rounds.open(part.round(), part.area(), actor.required());
        EntryDraft draft = entries.draft(part, actor.required());
        EntryCheck found = check == null ? null : checks.check(part, draft.cells(), actor.required(), language());
        return page(part, new Shown(block, last, piece, draft, found, saved != null, List.of()));
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
            EntryCheck check,
            boolean saved,
            List<Fault> faults) {}

    private TemplateInstance page(EntryPart part, Shown shown) {
        PageTexts t = frames.texts();
        EntryPage page = pages.page(
                part,
                entries.sheet(part, shown.block(), shown.last(), shown.draft().cells(), actor.required()),
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
        return Pages.entry(frames.frame(place), t, words, page.with(shown.faults()));
    }

    private String language() {
        return frames.texts().language();
    }

    /** Saves what is typed; then checks or submits it if that button was pressed. */
    @POST
    @Operation(hidden = true)
    public Response send(@BeanParam Address at, @BeanParam Fields form) {
        EntryPart part = part(at);
        Actor by = actor.required();
        EntryDraft typed = entries.with(part, form.typed(part), by);
        if (typed.version() != form.version()) {
            Fault changed = new Fault("entry", frames.texts().say("entry.changed"));
            return FaultReply.of(page(
                            part, new Shown(form.block, form.last, form.piece, typed, null, false, List.of(changed))))
                    .build();
        }
        EntryDraft saved = entries.save(part, form.version(), form.typed(part), true, by);
        return "submit".equals(form.act)
                ? submit(part, saved, form)
                : Response.seeOther(URI.create(pages.address(part, form.block, form.last, form.piece, language())
                                + ("check".equals(form.act) ? "check=1#found" : "saved=1")))
                        .build();
    }

    private Response submit(EntryPart part, EntryDraft draft, Fields form) {
        Actor by = actor.required();
        EntryCheck check = checks.check(part, draft.cells(), by, language());
        List<Fault> faults = pages.faults(part, check, frames.texts());
        if (!faults.isEmpty()) {
            return FaultReply.of(page(part, new Shown(form.block, form.last, form.piece, draft, check, false, faults)))
                    .build();
        }
        String id = checks.submit(part, draft.version(), by, language()).id().toString();
        return Response.seeOther(URI.create("/" + language() + Section.MY_FILES.path() + "/" + id))
                .build();
    }

    /** Checks what is typed, without saving it, for the script of the page. */
    @POST
    @Path("/check")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public ScriptCheck check(@BeanParam Address at, @BeanParam Fields form) {
        EntryPart part = part(at);
        EntryDraft draft = entries.with(part, form.typed(part), actor.required());
        EntryCheck check = checks.check(part, draft.cells(), actor.required(), language());
        return pages.script(part, check, form.years == null ? List.of() : form.years, frames.texts());
    }
}
