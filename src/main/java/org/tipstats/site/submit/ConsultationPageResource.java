package org.tipstats.site.submit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.InputError;
import org.tipstats.publish.consult.ConsultationService;
import org.tipstats.publish.consult.ConsultationView.AnswerRequest;
import org.tipstats.publish.consult.ConsultationView.AreaConsultation;
import org.tipstats.publish.consult.ConsultationView.ConsultedFigure;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.FigureSigns;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Shows the figures of an area in a draft release, and receives the answer of the people who submit for the area. */
@Path(Site.LANG + "/desk/consultations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER})
@FormFilter.Guarded
class ConsultationPageResource {

    private static final String PATH = "/desk/consultations";
    private static final int MAX_ROWS = 500;

    private final ConsultationService consultations;
    private final SchemaRegistry schemas;
    private final FileWords words;
    private final Frames frames;

    ConsultationPageResource(
            ConsultationService consultations, SchemaRegistry schemas, FileWords words, Frames frames) {
        this.consultations = consultations;
        this.schemas = schemas;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "upload")
    static final class Pages {

        static native TemplateInstance consultations(
                Frame frame, PageTexts t, FileWords words, List<AreaConsultation> open);

        static native TemplateInstance consultation(Frame frame, PageTexts t, FileWords words, ConsultedPage page);
    }

    /** A figure in words. */
    record ConsultedRow(String what, ShownFigure figure) {}

    /**
     * The page of an area.
     *
     * @param more the number of figures that are not shown
     * @param mayAnswer true if the person submits for the area
     * @param text the text that was typed
     */
    record ConsultedPage(
            AreaConsultation asked,
            List<Dataflow> flows,
            Dataflow flow,
            List<ConsultedRow> rows,
            Map<String, String> signs,
            int more,
            boolean mayAnswer,
            String text,
            List<Fault> faults) {}

    @GET
    @RolesAllowed(Roles.SUBMITTER)
    public TemplateInstance list() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(place(t.say("consult.heading"), t).api("/api/v1/consultations"));
        return Pages.consultations(frame, t, words, consultations.mine(frames.person()));
    }

    private static PageContext place(String title, PageTexts t) {
        return PageContext.onDesk(title, t);
    }

    @GET
    @Path("/{release}/{area}")
    public TemplateInstance area(@RestPath String release, @RestPath String area, @RestQuery String dataflow) {
        return page(release, area, dataflow, "", List.of());
    }

    private TemplateInstance page(String release, String area, String dataflow, String text, List<Fault> faults) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        AreaConsultation asked = consultations.area(release, area, who);
        List<Dataflow> flows = schemas.reported();
        Dataflow flow = flows.stream()
                .filter(each -> each.id().equals(dataflow))
                .findFirst()
                .orElse(flows.get(0));
        List<ConsultedFigure> figures = consultations.figures(release, area, flow.id(), who);
        FigureSigns signs = new FigureSigns(flow.structure(), t);
        List<ConsultedRow> rows = figures.stream()
                .limit(MAX_ROWS)
                .map(figure -> row(figure, flow.structure(), signs, t))
                .toList();
        int more = Math.max(0, figures.size() - MAX_ROWS);
        ConsultedPage page =
                new ConsultedPage(asked, flows, flow, rows, signs.signs(), more, who.reports(area), text, faults);
        PageContext place = place(t.say("consult.area", "area", words.area(area, t)), t)
                .below(t.say("consult.heading"), PATH)
                .api("/api/v1/consultations/" + release + "/areas/" + area)
                .after(faults);
        return Pages.consultation(frames.frame(place), t, words, page);
    }

    private static ConsultedRow row(ConsultedFigure figure, DataStructure structure, FigureSigns signs, PageTexts t) {
        Observation observation =
                new Observation(0, figure.value(), figure.status(), figure.confidentiality(), Map.of(), null);
        String number = figure.value() == null ? null : t.numbers().exact(figure.value());
        Map<String, String> key = new HashMap<>(figure.key());
        key.remove(structure.area().id());
        return new ConsultedRow(SubmitFormats.keyWords(key, structure, t), signs.of(observation, number));
    }

    @POST
    @Path("/{release}/{area}")
    @RolesAllowed(Roles.SUBMITTER)
    public Response answer(
            @RestPath String release,
            @RestPath String area,
            @RestForm String answer,
            @RestForm String sha256,
            @RestForm String text) {
        PageTexts t = frames.texts();
        AnswerRequest request = new AnswerRequest(answer, sha256, text);
        List<Fault> faults = request.faults().stream()
                .map(InputError::pointer)
                .map(field -> new Fault(
                        field.substring(1),
                        t.say(field.equals("/answer") ? "consult.fault.answer" : "consult.fault.text")))
                .toList();
        if (!faults.isEmpty()) {
            return PageReply.again(page(release, area, null, text == null ? "" : text, faults));
        }
        consultations.answer(release, area, request, frames.person());
        return PageReply.next("/" + t.language() + PATH + "/" + release + "/" + area);
    }
}
