package org.tipstats.site.explore;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** The default choice for a reader who has chosen nothing: the world and its regions, totals, counts, all years. */
final class DefaultSelection {

    private static final List<String> GROUPS = List.of("WORLD", "REGION");

    private final Dataflow dataflow;
    private final PublicData.QueryResult all;

    DefaultSelection(PublicData.QueryResult all) {
        this.dataflow = all.selection().dataflow();
        this.all = all;
    }

    /** Adds the choice to an address. Names all dimensions, so that the address states what the page shows. */
    ExplorerQuery of(ExplorerQuery bare) {
        ExplorerQuery chosen = bare;
        for (Dimension dimension : dataflow.structure().dimensions()) {
            if (dimension.isTime() || dimension.size() > 1) {
                chosen = chosen.with(dimension.id(), codes(dimension));
            }
        }
        return chosen;
    }

    private String codes(Dimension dimension) {
        if (dimension.isTime()) {
            return "*";
        }
        if (dimension.role() == Role.AREA) {
            return areas(dimension);
        }
        Optional<Code> one = dimension.role() == Role.UNIT
                ? dataflow.unit("COUNT")
                : dimension.codes().total();
        return one.map(Code::id).filter(code -> hasFigures(dimension, code)).orElse("*");
    }

    private String areas(Dimension area) {
        String groups = area.codes().codes().stream()
                .filter(code ->
                        code.annotation("AREA_GROUP").filter(GROUPS::contains).isPresent())
                .map(Code::id)
                .filter(code -> hasFigures(area, code))
                .collect(Collectors.joining(","));
        return groups.isEmpty() ? "*" : groups;
    }

    private boolean hasFigures(Dimension dimension, String code) {
        return all.offered().get(dimension.position())[dimension.positionOf(code)] > 0;
    }
}
