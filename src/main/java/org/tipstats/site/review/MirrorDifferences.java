package org.tipstats.site.review;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.values.Impact;
import org.tipstats.disseminate.comparison.QuestionService;
import org.tipstats.disseminate.comparison.QuestionService.MirrorQuestion;
import org.tipstats.platform.access.Actor;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Finds differences between the figures of a file's area and the figures of other areas about the same people. Compares
 * figures of the latest release, for the years in which the file changes a figure.
 */
@Singleton
final class MirrorDifferences {

    private static final int MAX_QUESTIONS = 10;

    private final SchemaRegistry schemas;
    private final QuestionService questions;
    private final PublishedReleases published;

    MirrorDifferences(SchemaRegistry schemas, QuestionService questions, PublishedReleases published) {
        this.schemas = schemas;
        this.questions = questions;
        this.published = published;
    }

    /** Returns at most {@value #MAX_QUESTIONS} questions to the area of the file, in words. */
    List<String> of(SubmissionView file, Impact impact, Actor who, PageTexts t) {
        Optional<ReleaseReference> latest = published.latest();
        boolean reported = schemas.derivedBy(Derivation.Method.MIRROR_PAIRS)
                .filter(flow -> flow.derivation().sources().containsValue(file.dataflow()))
                .isPresent();
        if (!reported || file.area() == null || latest.isEmpty()) {
            return List.of();
        }
        Dimension time = impact.held().space().structure().time();
        Set<String> years = Stream.of(impact.added(), impact.changed(), impact.removed())
                .flatMap(List::stream)
                .map(change -> change.key().get(time.id()))
                .collect(Collectors.toSet());
        List<MirrorQuestion> asked = questions.of(latest.get(), file.area(), who).stream()
                .filter(question -> years.contains(question.year()))
                .limit(MAX_QUESTIONS)
                .toList();
        return questions.sentences(asked, t.language());
    }
}
