package org.tipstats.disseminate.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.disseminate.coverage.PopulationTable;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The same areas in all years: the areas that have a public number in every chosen year of every chosen breakdown. So a
 * trend in the sums over these areas never comes from a change of the areas that report. All sums are sums of published
 * numbers, so they reveal no hidden number.
 *
 * @param areas the codes of the areas, in the order of the code list
 * @param population the percentage of the known population of the chosen groups that lives in these areas in the last
 *     chosen year, with one decimal; null if no figures are chosen or no population is known
 * @param cube the numbers of these areas, and the figures of all groups computed from these numbers
 * @param figures the figures in {@code cube} with the chosen keys
 */
public record ConstantPanel(List<String> areas, BigDecimal population, Cube cube, Cube figures) {

    /**
     * Computes the panel for the figures of some groups.
     *
     * @param dataflow a dataflow whose groups are sums of areas
     * @param published the cube of the release
     * @param persons the published cube of the population, which may be empty
     * @param chosen published figures of groups, of several years; the panel makes these years comparable
     */
    public static ConstantPanel of(Dataflow dataflow, Cube published, Cube persons, List<Observation> chosen) {
        Choice choice = new Choice(dataflow, published.space(), chosen);
        BitSet panel = (BitSet) choice.members.clone();
        List<Observation> numbers = new ArrayList<>();
        choice.members.stream()
                .filter(member -> !choice.addNumbers(published, member, numbers))
                .forEach(panel::clear);
        numbers.removeIf(number -> !panel.get(choice.areaOf(number)));
        Cube sums = new AggregateCalculator(dataflow, persons).calculate(Cube.of(published.space(), numbers));
        List<Observation> wanted = chosen.stream()
                .flatMap(figure -> sums.find(figure.key()).stream())
                .toList();
        PopulationTable people = PopulationTable.of(persons);
        return new ConstantPanel(
                panel.stream().mapToObj(choice.area::valueAt).toList(),
                choice.years.isEmpty()
                        ? null
                        : Coverage.percent(
                                people.of(panel, choice.years.last()), people.of(choice.members, choice.years.last())),
                sums,
                Cube.of(published.space(), wanted));
    }

    /** The areas in the groups of the chosen figures, and the years and breakdowns of these figures. */
    private static final class Choice {

        private final KeySpace space;
        private final Dimension area;
        private final BitSet members = new BitSet();
        private final TreeSet<Integer> years = new TreeSet<>();
        private final Set<Long> breakdowns = new LinkedHashSet<>();

        Choice(Dataflow dataflow, KeySpace space, List<Observation> chosen) {
            this.space = space;
            this.area = dataflow.structure().area();
            Dimension unit = dataflow.structure().unit();
            int count = dataflow.unit("COUNT").map(Code::position).orElseThrow();
            CodeList areas = area.codes();
            for (Observation figure : chosen) {
                areas.descendants(areas.at(areaOf(figure))).stream()
                        .filter(below -> !below.isAreaGroup())
                        .forEach(below -> members.set(below.position()));
                years.add(space.position(figure.key(), time().position()));
                long counted = space.withPosition(figure.key(), unit.position(), count);
                breakdowns.add(
                        space.withPosition(space.withPosition(counted, area.position(), 0), time().position(), 0));
            }
        }

        private Dimension time() {
            return space.structure().time();
        }

        int areaOf(Observation figure) {
            return space.position(figure.key(), area.position());
        }

        /** Adds the numbers of an area to the list. Stops and returns false at a missing, masked or withheld number. */
        boolean addNumbers(Cube published, int member, List<Observation> numbers) {
            for (long breakdown : breakdowns) {
                long ofArea = space.withPosition(breakdown, area.position(), member);
                for (int year : years) {
                    Observation number = published
                            .find(space.withPosition(ofArea, time().position(), year))
                            .filter(found -> found.value() != null)
                            .orElse(null);
                    if (number == null) {
                        return false;
                    }
                    numbers.add(number);
                }
            }
            return true;
        }
    }
}
