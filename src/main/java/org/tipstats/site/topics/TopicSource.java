package org.tipstats.site.topics;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.search.EverydayWords;
import org.tipstats.site.search.SearchDocument;
import org.tipstats.site.search.SearchDocument.Kind;
import org.tipstats.site.search.SearchDocument.Words;
import org.tipstats.site.search.SearchSource;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Lets a search find the topics by everyday words for their subjects. */
@Singleton
record TopicSource(SchemaRegistry schemas) implements SearchSource {

    /** For topics that are not about single codes, the subjects whose everyday words find the topic. */
    private static final Map<AnswerTopic, List<String>> SUBJECTS = Map.of(
            AnswerTopic.SUSPECTS_TO_CONVICTIONS, List.of("PERSONS"),
            AnswerTopic.ORIGINS_AND_RETURNS, List.of("CITIZENSHIP", "COUNTERPART"),
            AnswerTopic.WHO_REPORTS, List.of(Section.COVERAGE.path()));

    @Override
    public List<SearchDocument> documents(Optional<ReleaseReference> release) {
        return Arrays.stream(AnswerTopic.values()).map(this::document).toList();
    }

    private SearchDocument document(AnswerTopic topic) {
        LocalText heading = PageTexts.inAll(topic.heading());
        List<String> everyday = Stream.concat(SUBJECTS.getOrDefault(topic, List.of()).stream(), codes(topic))
                .flatMap(subject -> EverydayWords.of(subject).stream())
                .toList();
        Words words = Words.named(heading)
                .alsoNamed(everyday)
                .and(EverydayWords.of("victim"))
                .and(List.copyOf(PageTexts.inAll(topic.lead()).texts().values()));
        return new SearchDocument(
                Kind.TOPIC,
                null,
                Section.TOPICS.path() + "/" + topic.id(),
                List.of(heading),
                texts -> texts.say(topic.lead()),
                words,
                null);
    }

    /** Returns the codes of a topic as subjects, so that their everyday words find the topic. */
    private Stream<String> codes(AnswerTopic topic) {
        return schemas.dataflows().stream()
                .flatMap(flow -> flow.structure().dimensions().stream())
                .filter(dimension -> dimension.codes() != null && dimension.role() != null)
                .flatMap(dimension -> topic.codes(dimension).stream().map(code -> dimension.role() + "=" + code.id()))
                .distinct();
    }
}
