package org.tipstats.site.topics;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.topics.Answer.PageLink;
import org.tipstats.vocabulary.schema.Code;

/** Finds where an answer leads on. */
final class AnswerLinks {

    private AnswerLinks() {}

    /**
     * Returns the profile of an area, its other topics, and the same topic for the groups above it.
     *
     * @param shown the topic of the page; null for a brief
     */
    static List<PageLink> of(AnswerSources sources, Edition edition, Code area, AnswerTopic shown) {
        PageTexts texts = edition.texts();
        boolean latest = sources.published()
                .latest()
                .filter(release -> release.id().equals(edition.release().id()))
                .isPresent();
        String older = latest ? null : edition.release().id();
        String keeping = Addresses.kept("&", older);
        List<PageLink> links = new ArrayList<>();
        String name = texts.of(area.name());
        links.add(new PageLink(
                texts.say("answer.profile", "area", name), "/areas/" + area.id() + Addresses.kept("?", older)));
        if (shown == AnswerTopic.ORIGINS_AND_RETURNS) {
            links.add(
                    new PageLink(texts.say("flows.heading.area", "area", name), "/flows?AREA=" + area.id() + keeping));
        }
        if (shown != null) {
            sources.schemas().areas().broader(area).forEach(group -> links.add(link(shown, group, keeping, texts)));
        }
        sources.topics(edition.release(), area).stream()
                .filter(topic -> topic != shown)
                .forEach(topic -> links.add(link(topic, area, keeping, texts)));
        return links;
    }

    private static PageLink link(AnswerTopic topic, Code place, String keeping, PageTexts texts) {
        return new PageLink(
                texts.joined(List.of(texts.say(topic.heading()), texts.of(place.name()))),
                "/topics/" + topic.id() + "?area=" + place.id() + keeping);
    }
}
