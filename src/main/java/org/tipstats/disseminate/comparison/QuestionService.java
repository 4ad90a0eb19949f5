package org.tipstats.disseminate.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.Derivation.DifferenceQuestion;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Asks both areas of a pair about a large difference: their published figures about the same people differ by more than
 * the threshold in the schema. Submitters get the questions to their areas. Reviewers get all questions. Nobody else
 * gets questions.
 */
@ApplicationScoped
public class QuestionService {

    /** Two areas and a year, by position in the lists of the derived dataflow. */
    private record Pair(int area, int citizenship, int year) {

        private static final Comparator<Pair> ORDER = Comparator.comparingInt(Pair::area)
                .thenComparingInt(Pair::citizenship)
                .thenComparingInt(Pair::year);
    }

    private final SchemaRegistry schemas;
    private final PublishedReleases published;

    QuestionService(SchemaRegistry schemas, PublishedReleases published) {
        this.schemas = schemas;
        this.published = published;
    }

    /**
     * Returns those questions about a release that the actor may see, sorted by area, citizenship, year and id. A
     * release from before the mirror dataflow existed has no questions.
     *
     * @param area the area whose questions are returned; null for all areas
     * @throws ProblemException with status 404 if the area is unknown, if the actor is no reviewer and does not report
     *     for it, or if there is no dataflow of mirror statistics
     */
    public List<MirrorQuestion> of(ReleaseReference release, String area, Actor actor) {
        if (area != null && !isArea(area, actor)) {
            throw ProblemException.notFound("area");
        }
        Dataflow pairs = schemas.derivedBy(Derivation.Method.MIRROR_PAIRS)
                .orElseThrow(() -> ProblemException.notFound("dataflow"));
        Cube cube = published.vintage(release, pairs).cube();
        BiPredicate<String, String> mine = (one, other) -> area == null
                ? actor.may(AccountRole.REVIEWER) || actor.reports(one) || actor.reports(other)
                : area.equals(one) || area.equals(other);
        List<MirrorQuestion> questions = new ArrayList<>();
        figures(pairs, cube, mine)
                .forEach((pair, figures) -> pairs.derivation().questions().forEach(asked -> {
                    Observation figure = figures.get(asked.figure().position());
                    Observation against = figures.get(asked.against().position());
                    if (isAsked(asked, figure, against)) {
                        questions.add(question(pairs, pair, asked, figure, against));
                    }
                }));
        return questions;
    }

    /** Returns each question as text: the two published figures, and the request to both areas. */
    public List<String> sentences(List<MirrorQuestion> asked, String language) {
        return asked.stream().map(question -> question.text(language)).toList();
    }

    private boolean isArea(String area, Actor actor) {
        return schemas.areas().singleArea(area).isPresent() && (actor.may(AccountRole.REVIEWER) || actor.reports(area));
    }

    private static boolean isAsked(DifferenceQuestion asked, Observation figure, Observation against) {
        return figure != null
                && against != null
                && figure.value() != null
                && against.value() != null
                && asked.applies(
                        figure.value().longValueExact(), against.value().longValueExact());
    }

    /**
     * Returns the figures of the pairs that the filter accepts. The keys of the inner maps are positions in the
     * dimension with the role FIGURE.
     */
    private static Map<Pair, Map<Integer, Observation>> figures(
            Dataflow pairs, Cube cube, BiPredicate<String, String> mine) {
        KeySpace space = cube.space();
        Dimension area = pairs.structure().area();
        Dimension citizenship = dimension(pairs, Role.CITIZENSHIP);
        Dimension figure = dimension(pairs, Role.FIGURE);
        Map<Pair, Map<Integer, Observation>> figures = new TreeMap<>(Pair.ORDER);
        for (Observation observation : cube) {
            long key = observation.key();
            if (mine.test(space.code(key, area), space.code(key, citizenship))) {
                Pair pair = new Pair(
                        space.position(key, area.position()),
                        space.position(key, citizenship.position()),
                        space.position(key, pairs.structure().time().position()));
                figures.computeIfAbsent(pair, none -> new HashMap<>())
                        .put(space.position(key, figure.position()), observation);
            }
        }
        return figures;
    }

    private static Dimension dimension(Dataflow dataflow, Role role) {
        return dataflow.structure().dimension(role).orElseThrow();
    }

    private static MirrorQuestion question(
            Dataflow pairs, Pair pair, DifferenceQuestion asked, Observation figure, Observation against) {
        Code area = pairs.structure().area().codes().at(pair.area());
        Code citizenship = dimension(pairs, Role.CITIZENSHIP).codes().at(pair.citizenship());
        String year = Integer.toString(pairs.structure().time().firstYear() + pair.year());
        return new MirrorQuestion(
                asked,
                area,
                citizenship,
                year,
                List.of(
                        reportedFigure(pairs, asked.figure(), area, citizenship, figure),
                        reportedFigure(pairs, asked.against(), area, citizenship, against)));
    }

    private static MirrorQuestion.ReportedFigure reportedFigure(
            Dataflow pairs, Code figure, Code area, Code citizenship, Observation published) {
        boolean bySecond =
                figure.annotation("SAID_BY").filter("CITIZENSHIP"::equals).isPresent();
        Map<String, String> notes = new TreeMap<>(published.attributes());
        pairs.structure().attribute(Role.DIFFERENCE).map(Attribute::id).ifPresent(notes::remove);
        return new MirrorQuestion.ReportedFigure(
                figure, bySecond ? citizenship : area, published.value().longValueExact(), notes);
    }

    /**
     * A question to both areas of a pair, because two published figures about the same people differ by more than the
     * threshold. The question uses only published figures and does not say which figure is right.
     *
     * @param asked the figures that are compared, and the threshold
     * @param area the area that detected or returned the victims
     * @param citizenship the area whose citizens the victims are
     * @param figures the two figures
     */
    public record MirrorQuestion(
            DifferenceQuestion asked, Code area, Code citizenship, String year, List<ReportedFigure> figures) {

        public MirrorQuestion {
            figures = List.copyOf(figures);
        }

        /**
         * A published figure.
         *
         * @param by the area that reported the figure
         * @param notes attributes, by id, that may explain the difference, for example the period that the figure
         * covers
         */
        public record ReportedFigure(Code figure, Code by, long value, Map<String, String> notes) {}

        /** Returns an id that is the same in every release that has this question. */
        String id() {
            return String.join(".", asked.id(), area.id(), citizenship.id(), year);
        }

        /** Returns the question in words: the two figures, and the request to both areas. */
        String text(String language) {
            Bundle texts = Bundle.of(MirrorQuestion.class, "question", language);
            Stream<String> said = figures.stream()
                    .map(figure -> texts.text(
                            "said." + figure.figure().annotation("MEANING").orElseThrow(),
                            Map.of(
                                    "area", area.name().inLanguage(language),
                                    "other", citizenship.name().inLanguage(language),
                                    "year", year,
                                    "count", Long.toString(figure.value()))));
            return Stream.concat(said, Stream.of(texts.text("ask"))).collect(Collectors.joining(" "));
        }

        /** Returns the first figure minus the second. */
        long difference() {
            return figures.get(0).value() - figures.get(1).value();
        }
    }
}
