package org.tipstats.site.publish;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.tipstats.publish.release.ReleaseReader.ReleaseChecks;
import org.tipstats.publish.remedy.Remedy;
import org.tipstats.publish.remedy.RemedySummary.RemedyCost;
import org.tipstats.publish.remedy.RemedySummary.RemedyOffer;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Describes the remedies that the checks of a draft offer, in the language of the page. */
@Singleton
record RemedyButtons(SchemaRegistry schemas) {

    record RemedyButton(String id, String text, String cost) {}

    /** Returns each remedy once, in the order of the checks. */
    List<RemedyButton> of(ReleaseChecks checks, PageTexts t) {
        return checks.blocking().stream()
                .flatMap(check -> check.remedies().stream())
                .distinct()
                .map(offer -> new RemedyButton(offer.id(), text(offer, t), cost(offer.cost(), t)))
                .toList();
    }

    private String text(RemedyOffer offer, PageTexts t) {
        return Remedy.parse(offer.id())
                .flatMap(remedy -> schemas.dataflow(remedy.dataflow()).map(flow -> remedy.text(flow, t.language())))
                .orElse(offer.text());
    }

    private static String cost(RemedyCost cost, PageTexts t) {
        String value = t.numbers().exact(cost.value());
        return t.say("remedies.cost", Map.of("figures", cost.figures(), "totals", cost.totals(), "value", value));
    }
}
