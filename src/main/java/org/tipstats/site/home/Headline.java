package org.tipstats.site.home;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Coverage;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The main figures of a release: totals over all breakdowns for the world and its regions, in the latest representative
 * year.
 *
 * @param key the key of the world's count; all figures here share its other codes
 * @param regions all regions in the order of the code list, with or without figures
 */
record Headline(Dataflow dataflow, String year, long key, AreaFigures world, List<AreaFigures> regions) {

    private static final Set<Role> BREAKDOWNS = Set.of(Role.SEX, Role.AGE, Role.EXPLOITATION);

    /** Returns the dataflow of the headline: the first on persons by sex, age and form of exploitation. */
    static Optional<Dataflow> dataflow(SchemaRegistry schemas) {
        return schemas.dataflows().stream()
                .filter(dataflow -> BREAKDOWNS.stream()
                        .allMatch(role -> dataflow.structure().dimension(role).isPresent()))
                .findFirst();
    }

    /** Returns the world, followed by the regions. */
    List<AreaFigures> all() {
        return Stream.concat(Stream.of(world), regions.stream()).toList();
    }

    /**
     * The count of an area or group of areas in one year, and its rate.
     *
     * @param count null if the release has none
     * @param rate null if the release has none
     */
    record AreaFigures(Code area, Observation count, Observation rate) {

        /** Returns the coverage of the count; null if there is none. */
        Coverage coverage() {
            return count == null ? null : count.coverage();
        }
    }
}
