package org.tipstats.site.home;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The figures at the head of the page: totals over all breakdowns for the world and its regions, in the latest year for
 * which any area reported.
 *
 * @param key that of the world's count; its other codes hold for all figures here
 * @param regions in the order of the code list, those without figures too
 */
record Headline(Dataflow dataflow, String year, long key, AreaFigures world, List<AreaFigures> regions) {

    private static final Set<Role> BREAKDOWNS = Set.of(Role.SEX, Role.AGE, Role.EXPLOITATION);

    /** The dataflow whose totals stand for a release: the first on persons by sex, age and form of exploitation. */
    static Optional<Dataflow> dataflow(SchemaRegistry schemas) {
        return schemas.dataflows().stream()
                .filter(dataflow -> BREAKDOWNS.stream()
                        .allMatch(role -> dataflow.structure().dimension(role).isPresent()))
                .findFirst();
    }

    /** The world and the regions. */
    List<AreaFigures> all() {
        return Stream.concat(Stream.of(world), regions.stream()).toList();
    }
}
