package org.tipstats.site.rounds;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.collect.rounds.DeclarationService;
import org.tipstats.collect.rounds.DeclarationService.DeclarationReason;
import org.tipstats.collect.rounds.DeclarationService.DeclarationRequest;
import org.tipstats.collect.rounds.PartService;
import org.tipstats.collect.rounds.PartService.ExtensionDecision;
import org.tipstats.collect.rounds.PartService.ExtensionRequest;
import org.tipstats.collect.rounds.RoundPart;
import org.tipstats.collect.rounds.RoundReader;
import org.tipstats.collect.rounds.RoundView;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
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

/** Shows an area's part of a round. Receives declarations, requests for a later deadline, and decisions on requests. */
@Path(Site.LANG + "/desk/rounds/{round}/{area: [A-Z][A-Z0-9]{2}}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
@FormFilter.Guarded
class PartPageResource {

    private final RoundReader reader;
    private final PartService parts;
    private final DeclarationService declarations;
    private final FileWords words;
    private final Frames frames;

    PartPageResource(
            RoundReader reader, PartService parts, DeclarationService declarations, FileWords words, Frames frames) {
        this.reader = reader;
        this.parts = parts;
        this.declarations = declarations;
        this.words = words;
        this.frames = frames;
    }

    /**
     * What a person typed into one of the forms of the page, with its faults.
     *
     * @param kind the form: {@code declaration}, {@code extension} or {@code decision}; empty if no form was sent
     */
    record PartForm(
            String kind,
            String dataflow,
            List<String> years,
            String reason,
            String until,
            String text,
            List<Fault> faults) {

        static final PartForm EMPTY = new PartForm("", "", List.of(), "", "", "", List.of());

        static PartForm of(String kind, String until, String text) {
            return new PartForm(kind, "", List.of(), "", until, text, List.of());
        }

        /** Returns the text that was typed into the given form; empty if the person sent a different form. */
        public String typed(String form) {
            return kind.equals(form) && text != null ? text : "";
        }

        PartForm with(List<InputError> errors, PageTexts t) {
            List<Fault> found = errors.stream()
                    .map(error -> error.pointer().substring(1).split("/")[0])
                    .map(field -> new Fault(kind + "-" + field, t.say("rounds.fault." + field)))
                    .toList();
            return new PartForm(kind, dataflow, years, reason, until, text, found);
        }
    }

    /**
     * A part, and the actions that the reader may take.
     *
     * @param own whether the reader reports for the area
     * @param reviews whether the reader is a reviewer
     * @param decides whether the reader may decide on a later deadline
     */
    record PartPage(RoundView round, RoundPart part, boolean own, boolean reviews, boolean decides, PartForm form) {

        /** Returns whether the reader may declare that there are no figures. */
        public boolean mayDeclare() {
            return own && RoundFormats.isOpen(round);
        }

        /** Returns whether the reader may type figures in on behalf of the area. */
        public boolean mayEnter() {
            return reviews && !own && RoundFormats.isOpen(round);
        }

        /** Returns whether the reader may ask for a later deadline. */
        public boolean mayAsk() {
            return mayDeclare() && !waits();
        }

        /** Returns whether the reader may decide on a later deadline that the area asked for. */
        public boolean mayDecide() {
            return decides && RoundFormats.isOpen(round) && waits();
        }

        private boolean waits() {
            return part.extension() != null && part.extension().isOpen();
        }
    }

    @CheckedTemplate(basePath = "rounds")
    static final class Pages {

        static native TemplateInstance part(Frame frame, PageTexts t, FileWords words, PartPage page);
    }

    @GET
    public TemplateInstance part(@RestPath("round") String id, @RestPath String area) {
        parts.open(id, area, frames.person());
        return page(id, area, PartForm.EMPTY);
    }

    private TemplateInstance page(String id, String area, PartForm form) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        RoundPart part = reader.part(id, area, who);
        RoundView round = reader.get(id, Optional.of(who));
        boolean reviews = who.may(AccountRole.REVIEWER);
        boolean decides = reviews || who.may(AccountRole.ADMINISTRATOR);
        PageContext place = PageContext.titled(words.area(area, t))
                .in(Section.ROUNDS)
                .below(t.say("rounds.heading"), Section.ROUNDS.path())
                .below(RoundFormats.title(round, t), Section.ROUNDS.path() + "/" + id)
                .api("/api/v1/rounds/" + id + "/areas/" + area)
                .after(form.faults());
        return Pages.part(
                frames.frame(place), t, words, new PartPage(round, part, who.reports(area), reviews, decides, form));
    }

    @POST
    @Path("/declaration")
    @RolesAllowed(Roles.SUBMITTER)
    public Response declare(
            @RestPath("round") String id,
            @RestPath String area,
            @RestForm String dataflow,
            @RestForm List<String> years,
            @RestForm String reason,
            @RestForm String text) {
        PageTexts t = frames.texts();
        DeclarationReason why =
                "not_applicable".equals(reason) ? DeclarationReason.NOT_APPLICABLE : DeclarationReason.NO_FIGURES;
        DeclarationRequest request = new DeclarationRequest(dataflow, years, why, text);
        PartForm form = new PartForm("declaration", dataflow, years, reason, "", text, List.of());
        return reply(
                id,
                area,
                form,
                () -> "/" + t.language() + Section.MY_FILES.path() + "/"
                        + declarations
                                .declare(id, area, request, t.language(), frames.person())
                                .id());
    }

    @POST
    @Path("/extension")
    @RolesAllowed(Roles.SUBMITTER)
    public Response ask(
            @RestPath("round") String id, @RestPath String area, @RestForm String until, @RestForm String text) {
        ExtensionRequest request = new ExtensionRequest(RoundForm.endOf(until), text);
        return reply(id, area, PartForm.of("extension", until, text), () -> {
            parts.ask(id, area, request, frames.person());
            return address(id, area);
        });
    }

    @POST
    @Path("/decision")
    @RolesAllowed({Roles.REVIEWER, Roles.ADMINISTRATOR})
    public Response decide(
            @RestPath("round") String id, @RestPath String area, @RestForm String decision, @RestForm String text) {
        ExtensionDecision decided = new ExtensionDecision("grant".equals(decision), text);
        return reply(id, area, PartForm.of("decision", "", text), () -> {
            parts.decide(id, area, decided, frames.person());
            return address(id, area);
        });
    }

    private String address(String id, String area) {
        return "/" + frames.texts().language() + Section.ROUNDS.path() + "/" + id + "/" + area;
    }

    /** Redirects to the URL that {@code work} returns. Shows the form again if the service refuses the typed values. */
    private Response reply(String id, String area, PartForm form, Supplier<String> work) {
        try {
            return PageReply.next(work.get());
        } catch (ProblemException e) {
            if (e.problem().type() != ProblemType.INVALID_BODY) {
                throw e;
            }
            return PageReply.again(page(id, area, form.with(e.problem().errors(), frames.texts())));
        }
    }
}
