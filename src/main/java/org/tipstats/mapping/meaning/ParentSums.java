package org.tipstats.mapping.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Adds up the figures of parts to the figure of a broader code, if the table has no figure with this code. Uses all
 * parts that the table has.
 */
final class ParentSums {

    private final Dataflow dataflow;
    private final List<MappedObservation> observations;

    /** @param observations all observations of a dataflow, to which the sums are added */
    ParentSums(Dataflow dataflow, List<MappedObservation> observations) {
        this.dataflow = dataflow;
        this.observations = observations;
    }

    void addAll() {
        for (Dimension dimension : dataflow.structure().dimensions()) {
            if (!dimension.isTime()
                    && !dimension.id().equals(AgeSums.AGE)
                    && dimension != dataflow.structure().area()) {
                add(dimension, parents(dimension.codes()));
            }
        }
    }

    /** Returns the codes that may be the sum of their parts, each code before the codes that it is a part of. */
    private static List<Code> parents(CodeList list) {
        boolean mayLackUnknown = list.first(Code::isUnknown).isPresent();
        List<Code> parents = new ArrayList<>();
        for (int i = list.size() - 1; i >= 0; i--) {
            Code code = list.at(i);
            if (list.children(code).size() > 1 && !(code.isTotal() && mayLackUnknown)) {
                parents.add(code);
            }
        }
        return parents;
    }

    private void add(Dimension dimension, List<Code> parents) {
        if (observations.isEmpty() || parents.isEmpty()) {
            return;
        }
        int place = observations.get(0).key().place(dimension.id());
        Set<String> present = new HashSet<>();
        String last = null;
        for (MappedObservation observation : observations) {
            String code = observation.key().at(place);
            // Most figures have the same code as the figure before.
            if (code != last) {
                present.add(code);
                last = code;
            }
        }
        for (Code parent : parents) {
            List<String> parts = dimension.codes().children(parent).stream()
                    .map(Code::id)
                    .filter(present::contains)
                    .toList();
            if (parts.size() > 1 && !present.contains(parent.id())) {
                addSums(place, parent.id(), parts);
            }
        }
    }

    private void addSums(int place, String parent, List<String> parts) {
        Map<List<String>, List<MappedObservation>> groups = new LinkedHashMap<>();
        for (MappedObservation observation : observations) {
            if (parts.contains(observation.key().at(place))) {
                MappedKey key = observation.key().with(place, parent);
                groups.computeIfAbsent(key.codes(), none -> new ArrayList<>()).add(observation);
            }
        }
        groups.values().forEach(group -> {
            if (group.size() == parts.size() && group.stream().allMatch(part -> part.value() != null)) {
                BigDecimal sum = group.stream().map(MappedObservation::value).reduce(BigDecimal.ZERO, BigDecimal::add);
                List<Cell> cells =
                        group.stream().flatMap(part -> part.sources().stream()).toList();
                MappedKey key = group.get(0).key().with(place, parent);
                observations.add(new MappedObservation(
                        dataflow.id(), key, sum, group.get(0).attributes(), cells));
            }
        });
    }
}
