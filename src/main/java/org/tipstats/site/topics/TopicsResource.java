package org.tipstats.site.topics;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.SourceReference;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.vocabulary.schema.Code;

/** Serves the answers of topics and the briefs of countries, areas and regions. */
@Path(Site.LANG)
@Produces(MediaType.TEXT_HTML)
@PermitAll
class TopicsResource {

    /**
     * What a page adds to its answer.
     *
     * @param lead what the topic is about; null for a brief
     * @param action the path of the topic for another area; null for a brief
     * @param share the URL of the page, which keeps its release
     * @param citation how to cite the page, with its URL
     */
    record AnswerPage(
            String heading,
            String lead,
            String action,
            List<Choice> areas,
            String share,
            String citation,
            Answer answer) {}

    private final Frames frames;
    private final AnswerPages pages;
    private final CatalogueConfig catalogue;

    TopicsResource(Frames frames, AnswerPages pages, CatalogueConfig catalogue) {
        this.frames = frames;
        this.pages = pages;
        this.catalogue = catalogue;
    }

    @CheckedTemplate(basePath = "topics")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance topics(Frame frame, PageTexts t, List<AnswerTopic> topics);

        /** @param page null if nothing is published */
        static native TemplateInstance answer(Frame frame, PageTexts t, AnswerPage page);
    }

    @GET
    @Path("/topics")
    @Operation(hidden = true)
    public TemplateInstance topics() {
        PageTexts t = frames.texts();
        PageContext place =
                PageContext.titled(t.say("topics.heading")).in(Section.TOPICS).described(t.say("topics.lead"));
        List<AnswerTopic> topics = pages.release(null)
                .map(release -> pages.topics(release, pages.area(null)))
                .orElseGet(List::of);
        return Pages.topics(frames.frame(place), t, topics);
    }

    @GET
    @Path("/topics/{id}")
    @Operation(hidden = true)
    public TemplateInstance topic(
            @RestPath String id, @RestQuery String area, @RestQuery String release, @Context UriInfo uri) {
        PageTexts t = frames.texts();
        AnswerTopic topic = AnswerTopic.find(id).orElseThrow(() -> ProblemException.notFound("topic"));
        Code place = pages.area(area);
        String heading = t.say(topic.heading());
        PageContext context = PageContext.titled(t.joined(List.of(heading, t.of(place.name()))))
                .in(Section.TOPICS)
                .below(t.say("topics.heading"), Section.TOPICS.path())
                .described(t.say(topic.lead()));
        Optional<ReleaseReference> found = pages.release(release);
        String action = Section.TOPICS.path() + "/" + id;
        AnswerPage page = found.map(of -> page(
                        heading,
                        t.say(topic.lead()),
                        action,
                        action + "?area=" + Addresses.encoded(place.id()) + "&release=" + Addresses.encoded(of.id()),
                        pages.topic(of, topic, place, t),
                        uri,
                        t))
                .orElse(null);
        return Pages.answer(frames.frame(context.showing(release)), t, page);
    }

    @GET
    @Path("/areas/{code}/brief")
    @Operation(hidden = true)
    public TemplateInstance brief(@RestPath String code, @RestQuery String release, @Context UriInfo uri) {
        PageTexts t = frames.texts();
        Code place = pages.area(code);
        String name = t.of(place.name());
        PageContext context = PageContext.titled(t.say("brief.heading", "area", name))
                .in(Section.AREAS)
                .below(t.say("areas.heading"), Section.AREAS.path())
                .below(name, Section.AREAS.path() + "/" + place.id())
                .described(t.say("area.described", "area", name));
        Optional<ReleaseReference> found = pages.release(release);
        AnswerPage page = found.map(of -> page(
                        t.say("brief.heading", "area", name),
                        null,
                        null,
                        Section.AREAS.path() + "/" + place.id() + "/brief?release=" + Addresses.encoded(of.id()),
                        pages.brief(of, place, t),
                        uri,
                        t))
                .orElse(null);
        return Pages.answer(frames.frame(context.showing(release)), t, page);
    }

    private AnswerPage page(
            String heading, String lead, String action, String path, Answer answer, UriInfo uri, PageTexts t) {
        String share = catalogue.base(uri.getBaseUri()) + "/" + t.language() + path;
        String what = t.joined(List.of(heading, t.of(answer.area().name())));
        String citation = SourceReference.citation(answer.release(), catalogue.publisher(), t);
        return new AnswerPage(
                heading,
                lead,
                action,
                action == null ? List.of() : pages.choices(answer.release(), answer.area(), t),
                share,
                t.say("cite.figure", "what", action == null ? heading : what, "citation", citation) + " " + share,
                answer);
    }
}
