package org.tipstats.site.topics;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.EmbedCode;
import org.tipstats.site.chapter.PdfReply;
import org.tipstats.site.chapter.PrintedFiles;
import org.tipstats.site.chapter.SourceReference;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.Frame.ShownErratum;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.pdf.PdfPrinter.Printable;
import org.tipstats.site.topics.Answer.PrintedFigure;
import org.tipstats.vocabulary.schema.Code;

/** Serves the answers of topics and the briefs of countries, areas and regions. */
@Path(Site.LANG)
@Produces(MediaType.TEXT_HTML)
@PermitAll
class TopicsResource {

    /**
     * The page of an answer, with its links and citation.
     *
     * @param lead a sentence on the subject of the topic; null for a brief
     * @param action the path of the topic for another area; null for a brief
     * @param pdf the path of the page as a PDF file, without the language
     * @param share the URL to share: it always shows the release that the page shows now
     * @param citation how to cite the page, with its URL
     * @param embed the code to show the first chart on other websites; null if the explorer has no chart of the answer
     */
    record AnswerPage(
            String heading,
            String lead,
            String action,
            List<Choice> areas,
            String pdf,
            String share,
            String citation,
            EmbedCode embed,
            Answer answer) {

        /** Returns the heading of the printed page, which has no choice of areas. */
        public String printed(PageTexts t) {
            return action == null
                    ? heading
                    : t.joined(List.of(heading, t.of(answer.area().name())));
        }
    }

    private final Frames frames;
    private final AnswerPages pages;
    private final PrintedFiles files;
    private final CatalogueConfig catalogue;

    TopicsResource(Frames frames, AnswerPages pages, PrintedFiles files, CatalogueConfig catalogue) {
        this.frames = frames;
        this.pages = pages;
        this.files = files;
        this.catalogue = catalogue;
    }

    @CheckedTemplate(basePath = "topics")
    static final class Pages {

        static native TemplateInstance topics(Frame frame, PageTexts t, List<AnswerTopic> topics);

        /** @param page null if nothing is published */
        static native TemplateInstance answer(Frame frame, PageTexts t, AnswerPage page);

        static native TemplateInstance print(
                PageTexts t, AnswerPage page, List<PrintedFigure> figures, List<ShownErratum> errata, String publisher);
    }

    @GET
    @CacheableAnswer
    @Path("/topics")
    public TemplateInstance topics(@RestQuery String release) {
        PageTexts t = frames.texts();
        PageContext place =
                PageContext.titled(t.say("topics.heading")).in(Section.TOPICS).described(t.say("topics.lead"));
        List<AnswerTopic> topics = pages.release(release)
                .map(shown -> pages.topics(shown, pages.area(null)))
                .orElseGet(List::of);
        return Pages.topics(frames.frame(place.showing(release)), t, topics);
    }

    @GET
    @CacheableAnswer
    @Path("/topics/{id}")
    public TemplateInstance topic(
            @RestPath String id, @RestQuery String area, @RestQuery String release, @Context UriInfo uri) {
        PageTexts t = frames.texts();
        AnswerTopic topic = topic(id);
        Code place = pages.area(area);
        PageContext context = PageContext.titled(t.joined(List.of(t.say(topic.heading()), t.of(place.name()))))
                .in(Section.TOPICS)
                .below(t.say("topics.heading"), Section.TOPICS.path() + Addresses.kept("?", release))
                .described(t.say(topic.lead()));
        return answer(context, topic, place, release, uri, t);
    }

    /** Returns the answer of a topic as a PDF file. */
    @GET
    @Path("/topics/{id}/brief.pdf")
    @Produces("application/pdf")
    public Response printedTopic(
            @RestPath String id,
            @RestQuery String area,
            @RestQuery String release,
            @Context UriInfo uri,
            @Context Request request) {
        return printed(topic(id), pages.area(area), release, uri, request);
    }

    @GET
    @CacheableAnswer
    @Path("/areas/{code}/brief")
    public TemplateInstance brief(@RestPath String code, @RestQuery String release, @Context UriInfo uri) {
        PageTexts t = frames.texts();
        Code place = pages.area(code);
        String name = t.of(place.name());
        String kept = Addresses.kept("?", release);
        PageContext context = PageContext.titled(t.say("brief.heading", "area", name))
                .in(Section.AREAS)
                .below(t.say("areas.heading"), Section.AREAS.path() + kept)
                .below(name, Section.AREAS.path() + "/" + place.id() + kept)
                .described(t.say("area.described", "area", name));
        return answer(context, null, place, release, uri, t);
    }

    /** Returns the brief of an area as a PDF file. */
    @GET
    @Path("/areas/{code}/brief.pdf")
    @Produces("application/pdf")
    public Response printedBrief(
            @RestPath String code, @RestQuery String release, @Context UriInfo uri, @Context Request request) {
        return printed(null, pages.area(code), release, uri, request);
    }

    private static AnswerTopic topic(String id) {
        return AnswerTopic.find(id).orElseThrow(() -> ProblemException.notFound("topic"));
    }

    private TemplateInstance answer(
            PageContext context, AnswerTopic topic, Code place, String release, UriInfo uri, PageTexts t) {
        AnswerPage page = pages.release(release)
                .map(found -> page(topic, place, found, Drawing.WIDTH, uri, t))
                .orElse(null);
        return Pages.answer(frames.frame(context.showing(release)), t, page);
    }

    private Response printed(AnswerTopic topic, Code place, String id, UriInfo uri, Request request) {
        PageTexts t = frames.texts();
        ReleaseReference release = pages.release(id).orElseThrow(() -> ProblemException.notFound("release"));
        String service = catalogue.base(uri.getBaseUri());
        String path = "/" + t.language() + path(topic, place, release, true);
        List<ShownErratum> errata = frames.errata(release.id(), t);
        byte[] file = files.pdf(
                release,
                path + " " + errata.size(),
                service,
                () -> printable(page(topic, place, release, Answer.NARROW, uri, t), errata, service, t));
        String name = (topic == null ? "brief" : topic.id()) + "-" + place.id();
        return PdfReply.of(file, "tipstats-" + release.id() + "-" + name + "-" + t.language(), request);
    }

    private Printable printable(AnswerPage page, List<ShownErratum> errata, String service, PageTexts t) {
        List<PrintedFigure> figures = page.answer().printed();
        return new Printable(
                page.printed(t),
                t.of(page.answer().release().titles()),
                t.language(),
                t.direction(),
                Pages.print(t, page, figures, errata, catalogue.publisher()).render(),
                figures.stream().collect(Collectors.toMap(PrintedFigure::id, PrintedFigure::svg)),
                service);
    }

    /** Returns the path of an answer of a release, or of its PDF file, without the language. */
    private static String path(AnswerTopic topic, Code place, ReleaseReference release, boolean pdf) {
        String keeping = "release=" + Addresses.encoded(release.id());
        return topic == null
                ? Section.AREAS.path() + "/" + place.id() + (pdf ? "/brief.pdf?" : "/brief?") + keeping
                : Section.TOPICS.path() + "/" + topic.id() + (pdf ? "/brief.pdf" : "") + "?area=" + place.id() + "&"
                        + keeping;
    }

    private AnswerPage page(
            AnswerTopic topic, Code place, ReleaseReference release, int width, UriInfo uri, PageTexts t) {
        String service = catalogue.base(uri.getBaseUri());
        String share = service + "/" + t.language() + path(topic, place, release, false);
        String heading = topic == null ? t.say("brief.heading", "area", t.of(place.name())) : t.say(topic.heading());
        String what = topic == null ? heading : t.joined(List.of(heading, t.of(place.name())));
        String citation = SourceReference.citation(release, catalogue.publisher(), t);
        Answer answer = pages.answer(release, topic, place, width, t);
        return new AnswerPage(
                heading,
                topic == null ? null : t.say(topic.lead()),
                topic == null ? null : Section.TOPICS.path() + "/" + topic.id(),
                topic == null ? List.of() : pages.choices(release, place, t),
                path(topic, place, release, true),
                share,
                t.say("cite.figure", "what", what, "citation", citation) + " " + share,
                pages.embed(answer, service, t),
                answer);
    }
}
