package org.tipstats.site.topics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tipstats.site.chapter.Topic;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A question of readers that has its own page. The annotation {@code TOPIC} of a code names the page that the code
 * belongs to.
 */
public enum AnswerTopic {
    WOMEN_AND_CHILDREN(Topic.AGE, Topic.SEX),
    SEXUAL_EXPLOITATION(Topic.EXPLOITATION),
    FORCED_LABOUR(Topic.EXPLOITATION),
    OTHER_FORMS(Topic.EXPLOITATION),
    SUSPECTS_TO_CONVICTIONS(Topic.STAGE, Topic.OFFENCE),
    ORIGINS_AND_RETURNS(Topic.CITIZENSHIP, Topic.REPATRIATION),
    WHO_REPORTS;

    private final List<Topic> chapters;

    AnswerTopic(Topic... chapters) {
        this.chapters = List.of(chapters);
    }

    /** Returns the topic with this id; empty if there is none. */
    static Optional<AnswerTopic> find(String id) {
        return Arrays.stream(values()).filter(topic -> topic.id().equals(id)).findFirst();
    }

    /** Returns the name of the topic in URLs, text keys and annotations. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the key of the topic's heading in the texts. */
    public String heading() {
        return "topic." + id() + ".heading";
    }

    /** Returns the key of a sentence that says what the topic is about. */
    public String lead() {
        return "topic." + id() + ".lead";
    }

    /** Returns the topics of the chapters of the page, the most important first. */
    List<Topic> chapters() {
        return chapters;
    }

    /** Returns those codes of a breakdown that the page is about; empty if the page is not about single codes. */
    public List<Code> codes(Dimension breakdown) {
        return breakdown.codes().codes().stream()
                .filter(code -> code.annotation("TOPIC").filter(id()::equals).isPresent())
                .toList();
    }
}
