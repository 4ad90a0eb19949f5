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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.rounds.BoardReader;
import org.tipstats.collect.rounds.RoundBoard;
import org.tipstats.collect.rounds.RoundReader;
import org.tipstats.collect.rounds.RoundRequest;
import org.tipstats.collect.rounds.RoundService;
import org.tipstats.collect.rounds.RoundSummary;
import org.tipstats.collect.rounds.RoundView;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.publish.LanguageFields;
import org.tipstats.site.session.FormFilter;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Lists rounds, shows the board of a round (the state of each area's part), and lets administrators create, close,
 * reopen and copy rounds.
 */
@Path(Site.LANG + "/desk/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
@FormFilter.Guarded
class RoundDeskResource {

    private final RoundService rounds;
    private final RoundReader reader;
    private final BoardReader boards;
    private final SchemaRegistry schemas;
    private final FileWords words;
    private final Frames frames;
    private final Clock clock;

    RoundDeskResource(
            RoundService rounds,
            RoundReader reader,
            BoardReader boards,
            SchemaRegistry schemas,
            FileWords words,
            Frames frames,
            Clock clock) {
        this.rounds = rounds;
        this.reader = reader;
        this.boards = boards;
        this.schemas = schemas;
        this.words = words;
        this.frames = frames;
        this.clock = clock;
    }

    /** The fields of the form, as the browser sends them. */
    record RoundFields(
            @RestForm String id,
            @RestForm List<String> language,
            @RestForm List<String> title,
            @RestForm List<String> guidance,
            @RestForm List<String> dataflows,
            @RestForm String years,
            @RestForm String areas,
            @RestForm String opens,
            @RestForm String closes,
            @RestForm String contact) {

        RoundForm form() {
            return new RoundForm(
                    Site.typed(id),
                    LanguageFields.of(language, title),
                    LanguageFields.of(language, guidance),
                    Set.copyOf(dataflows),
                    Site.typed(years),
                    Site.typed(areas),
                    Site.typed(opens),
                    Site.typed(closes),
                    Site.typed(contact),
                    List.of());
        }
    }

    @CheckedTemplate(basePath = "rounds")
    static final class Pages {

        static native TemplateInstance list(
                Frame frame, PageTexts t, FileWords words, List<RoundView> rounds, String next, boolean manages);

        /** @param board null for submitters, who see links to the parts of their areas */
        static native TemplateInstance board(
                Frame frame,
                PageTexts t,
                FileWords words,
                RoundView round,
                RoundBoard board,
                List<RoundSummary> summaries,
                boolean manages);

        static native TemplateInstance form(Frame frame, PageTexts t, List<Dataflow> flows, RoundForm form);
    }

    @GET
    public TemplateInstance list(@RestQuery String cursor) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        Page<RoundView> page = reader.list(Optional.of(who), PageRequest.of(null, cursor));
        PageContext place = PageContext.onDesk(t.say("rounds.heading"), t)
                .in(Section.ROUNDS)
                .api("/api/v1/rounds");
        return Pages.list(frames.frame(place), t, words, page.items(), page.next(), who.may(AccountRole.ADMINISTRATOR));
    }

    @GET
    @Path("/new")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public TemplateInstance form(@RestQuery String from) {
        return form(from == null ? RoundForm.EMPTY : RoundForm.of(rounds.nextYear(from, null)));
    }

    private TemplateInstance form(RoundForm form) {
        PageTexts t = frames.texts();
        return Pages.form(
                frames.frame(place(t.say("rounds.new"), t).after(form.faults())), t, schemas.reported(), form);
    }

    private static PageContext place(String title, PageTexts t) {
        return PageContext.onDesk(title, t).in(Section.ROUNDS).below(t.say("rounds.heading"), Section.ROUNDS.path());
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response create(@BeanParam RoundFields fields) {
        PageTexts t = frames.texts();
        RoundRequest request = fields.form().request(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        RoundForm form = fields.form().with(rounds.faults(request), t);
        if (!form.faults().isEmpty()) {
            return PageReply.again(form(form));
        }
        try {
            return to(rounds.create(request, frames.person()));
        } catch (ProblemException e) {
            if (e.problem().type() != ProblemType.CONFLICT) {
                throw e;
            }
            return PageReply.again(form(form.taken(t)));
        }
    }

    private Response to(String id) {
        return PageReply.next("/" + frames.texts().language() + Section.ROUNDS.path() + "/" + id);
    }

    @GET
    @Path("/{round}")
    public TemplateInstance board(@RestPath("round") String id) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        RoundView round = reader.get(id, Optional.of(who));
        RoundBoard board = who.readsAll() ? boards.board(id) : null;
        List<RoundSummary> summaries = new ArrayList<>();
        if (board != null) {
            summaries.add(board.summary());
            summaries.addAll(board.before());
        }
        PageContext place =
                place(RoundFormats.title(round, t), t).api("/api/v1/rounds/" + id + (board == null ? "" : "/board"));
        return Pages.board(frames.frame(place), t, words, round, board, summaries, who.may(AccountRole.ADMINISTRATOR));
    }

    @POST
    @Path("/{round}/closure")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response close(@RestPath("round") String id) {
        rounds.close(id, frames.person());
        return to(id);
    }

    @POST
    @Path("/{round}/reopening")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response reopen(@RestPath("round") String id) {
        rounds.reopen(id, frames.person());
        return to(id);
    }
}
