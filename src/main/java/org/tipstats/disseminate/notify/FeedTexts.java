package org.tipstats.disseminate.notify;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import org.tipstats.publish.release.ReleaseChange.Kind;
import org.tipstats.vocabulary.names.Texts;

/** The texts of the feed in one language. */
final class FeedTexts {

    private final Map<String, String> texts;
    private final ULocale locale;

    FeedTexts(String language) {
        this.texts = Texts.load(FeedTexts.class, "feed_" + language + ".properties");
        this.locale = ULocale.forLanguageTag(language);
    }

    String title(String publisher) {
        return say("title", Map.of("publisher", publisher));
    }

    String subtitle() {
        return say("subtitle", Map.of());
    }

    String changes(FeedService.ChangeCounts changes) {
        return say(
                changes.isFirst() ? "first" : "changes",
                Map.of(
                        "added", Long.toString(changes.count(Kind.NEW)),
                        "revised", Long.toString(changes.count(Kind.REVISED)),
                        "withdrawn", Long.toString(changes.count(Kind.WITHDRAWN)),
                        "suppressed", Long.toString(changes.count(Kind.SUPPRESSED))));
    }

    private String say(String key, Map<String, Object> values) {
        return new MessageFormat(texts.get(key), locale).format(values);
    }
}
