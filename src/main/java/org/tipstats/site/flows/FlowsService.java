package org.tipstats.site.flows;

import com.ibm.icu.text.Collator;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.SourceReference;
import org.tipstats.site.flows.Pairs.FlowQuery;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Finds the areas and the data for the pages on pairs of areas. */
@Singleton
record FlowsService(PublicData data, SchemaRegistry schemas, PublishedReleases published) {

    /** Returns a sentence that names the release of the figures; null if there is none. */
    String said(ReleaseReference release, PageTexts texts) {
        return release == null
                ? null
                : SourceReference.sentence(release, published.latest().orElseThrow(), texts);
    }

    /**
     * Returns the area with a code; empty if the code is null.
     *
     * @throws ProblemException 404 if there is no such area
     */
    Optional<Code> area(String id) {
        return Optional.ofNullable(id)
                .map(code -> schemas.areas().find(code).orElseThrow(() -> ProblemException.notFound("area")));
    }

    /** Returns the areas to choose from, sorted by name. Leaves out groups, except a chosen group. */
    List<Choice> options(String chosen, PageTexts texts) {
        return choices(code -> !code.isAreaGroup() || code.id().equals(chosen), chosen, true, texts);
    }

    /**
     * Returns areas and groups to choose from.
     *
     * @param chosen the code of the chosen area; null if none is chosen
     * @param byName true to sort by name, false for the order of the code list
     */
    List<Choice> choices(Predicate<Code> offered, String chosen, boolean byName, PageTexts texts) {
        Collator collator = texts.collator();
        Comparator<Choice> order = Comparator.comparing(Choice::text, collator::compare);
        return schemas.areas().codes().stream()
                .filter(offered)
                .map(code ->
                        new Choice(code.id(), texts.of(code.name()), code.id().equals(chosen)))
                .sorted(byName ? order : (one, other) -> 0)
                .toList();
    }

    Code world() {
        return schemas.areas().areaGroups("WORLD").get(0);
    }

    /** Returns the dataflow that compares two areas; empty if the schemas have none. */
    Optional<Dataflow> mirror() {
        return schemas.derivedBy(Derivation.Method.MIRROR_PAIRS);
    }

    /** Selects pairs, see {@link Pairs#of}. */
    Pairs pairs(Dataflow dataflow, Role other, Map<Role, String> wanted, FlowQuery query) {
        return Pairs.of(data, dataflow, other, wanted, query.get(FlowQuery.RELEASE));
    }
}
