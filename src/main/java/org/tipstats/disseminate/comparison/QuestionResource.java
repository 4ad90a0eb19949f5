package org.tipstats.disseminate.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.disseminate.comparison.QuestionResource.QuestionView.QuestionList;
import org.tipstats.disseminate.comparison.QuestionService.MirrorQuestion;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleasedRowsReply;

/** Serves the questions to areas about their mirror statistics. */
@Path("/api/v1/mirror/questions")
@Produces(MediaType.APPLICATION_JSON)
class QuestionResource {

    private final QuestionService questions;
    private final PublishedReleases published;
    private final CurrentActor actor;

    QuestionResource(QuestionService questions, PublishedReleases published, CurrentActor actor) {
        this.questions = questions;
        this.published = published;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER})
    @APIResponseSchema(QuestionList.class)
    public Response list(
            @RestQuery String release,
            @RestQuery String area,
            @BeanParam LanguageParameters lang,
            @RestQuery String limit,
            @RestQuery String cursor,
            @Context UriInfo uri) {
        String language = lang.chosen();
        PageRequest request = PageRequest.of(limit, cursor);
        Actor by = actor.required();
        ReleaseReference asked = published.requested(release, Optional.of(by));
        Page<MirrorQuestion> page = Page.slice(questions.of(asked, area, by), request);
        List<QuestionView> items = page.items().stream()
                .map(question -> QuestionView.from(question, language))
                .toList();
        String next = page.next() == null ? null : ReleasedRowsReply.next(uri, asked.id(), page.next());
        return ReleasedRowsReply.linked(Response.ok(new QuestionList(asked.id(), items, next)), next)
                .header(HttpHeaders.CACHE_CONTROL, CachePolicy.NEVER.header())
                .build();
    }

    /**
     * A question as the API shows it.
     *
     * @param id an id that is the same in every release that has this question
     * @param kind the id of the comparison in the schema, which defines the two figures to compare
     * @param difference the first figure minus the second
     * @param text the question in the reader's language
     * @param explanations possible reasons for the difference
     */
    record QuestionView(
            String id,
            String kind,
            @JsonProperty("REF_AREA") String area,
            @JsonProperty("CITIZENSHIP") String citizenship,
            @JsonProperty("TIME_PERIOD") String year,
            List<FigureSaid> figures,
            long difference,
            String text,
            List<Explanation> explanations) {

        /**
         * A page of questions.
         *
         * @param next path and query of the next page, or null
         */
        record QuestionList(String release, List<QuestionView> items, String next) {}

        /**
         * One of the two figures of a question.
         *
         * @param by the area that reported the figure
         * @param notes published attributes, by id, that may explain the difference, for example TIME_COVERAGE
         */
        record FigureSaid(
                @JsonProperty("FIGURE") String figure,
                String by,
                @JsonProperty("OBS_VALUE") long value,
                Map<String, String> notes) {}

        /**
         * A possible reason for a difference.
         *
         * @param code a code from the code list of explanations
         */
        record Explanation(String code, String text) {}

        static QuestionView from(MirrorQuestion question, String language) {
            return new QuestionView(
                    question.id(),
                    question.asked().id(),
                    question.area().id(),
                    question.citizenship().id(),
                    question.year(),
                    question.figures().stream()
                            .map(said ->
                                    new FigureSaid(said.figure().id(), said.by().id(), said.value(), said.notes()))
                            .toList(),
                    question.difference(),
                    question.text(language),
                    question.asked().explanations().stream()
                            .map(code -> new Explanation(code.id(), code.name().inLanguage(language)))
                            .toList());
        }
    }
}
