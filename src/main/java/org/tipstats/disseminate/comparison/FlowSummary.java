package org.tipstats.disseminate.comparison;

import java.math.BigDecimal;
import java.util.List;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;

/**
 * The flows that the countries and areas of a place published for a year. All numbers are sums of published national
 * figures, so the sums reveal nothing that is withheld. A withheld figure is in no sum; the summary only gives the
 * number of withheld figures.
 *
 * @param flows the flows, the largest first; flows without a public number come last
 * @param persons the people in all flows
 * @param unplaced the people without a country, for example with unknown citizenship; they are in no flow
 * @param received the people who came home to the area that reports them; they are in no flow, because other areas
 *     report them as returned
 * @param withheld the number of figures that are not shown
 * @param reporting the areas of the place that published a figure for the year, 0 and withheld figures included
 * @param silent the areas of the place that published no figure for the year, in the order of the area list
 */
public record FlowSummary(
        List<Flow> flows,
        BigDecimal persons,
        BigDecimal unplaced,
        BigDecimal received,
        int withheld,
        List<Code> reporting,
        List<Code> silent) {

    /**
     * The people who came from one place to another.
     *
     * @param from the area or group where they came from
     * @param to the area or group to which they came; the same as {@code from} for people who stayed
     * @param persons the sum of the published figures, above zero; null if no figure above zero is shown
     * @param domestic the number of these persons whom the country of their own citizenship detected
     * @param withheld the number of figures of the flow that are not shown
     * @param figure the published figure; null if the flow connects groups, because it is then a sum of figures
     */
    public record Flow(Code from, Code to, BigDecimal persons, BigDecimal domestic, int withheld, Observation figure) {}

    public FlowSummary {
        flows = List.copyOf(flows);
        reporting = List.copyOf(reporting);
        silent = List.copyOf(silent);
    }

    /** Returns the flows with a public number, the largest first. */
    public List<Flow> shown() {
        return flows.stream().filter(flow -> flow.persons() != null).toList();
    }

    /** Returns the number of people in all flows after the first {@code first} flows. */
    public BigDecimal personsAfter(int first) {
        return shown().stream().skip(first).map(Flow::persons).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
