package org.tipstats.compile.mirror;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.compile.mirror.FlowCube.DerivedKeys;
import org.tipstats.compile.mirror.MirrorComparison.PairFigure;
import org.tipstats.compile.mirror.MirrorComparison.PairFigures;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

/**
 * Computes the cube of the derived dataflow of pairs. Published figures are copied with their attributes, unless a
 * figure of the pair is withheld.
 */
final class PairCube {

    private final DerivedKeys keys;
    private final Statuses statuses;
    private final Set<String> attributes;
    private final String difference;

    PairCube(Dataflow dataflow) {
        this.keys = new DerivedKeys(dataflow);
        this.statuses = new Statuses(dataflow.structure());
        this.attributes =
                dataflow.structure().attributes().stream().map(Attribute::id).collect(Collectors.toSet());
        this.difference = dataflow.structure()
                .attribute(Role.DIFFERENCE)
                .map(Attribute::id)
                .orElse(null);
    }

    Cube of(MirrorComparison mirror) {
        List<Observation> figures = new ArrayList<>();
        for (PairFigures pair : mirror.counterparts()) {
            boolean hide = pair.anyWithheld(statuses);
            for (PairFigure kind : PairFigure.values()) {
                add(pair, kind, hide, figures);
            }
        }
        return Cube.of(keys.space(), figures);
    }

    private void add(PairFigures pair, PairFigure kind, boolean hide, List<Observation> figures) {
        Observation figure = pair.find(kind);
        if (figure == null) {
            return;
        }
        long key = keys.of(
                pair.cell().area(),
                pair.cell().year(),
                Map.of(
                        Role.CITIZENSHIP, pair.cell().other(),
                        Role.FIGURE, keys.code(Role.FIGURE, kind.name())));
        figures.add(
                hide
                        ? Observation.absent(key, statuses.suppressed(), statuses.withheld())
                        : new Observation(
                                key,
                                figure.value(),
                                figure.status(),
                                figure.confidentiality(),
                                attributes(pair, kind, figure),
                                null));
    }

    private Map<String, String> attributes(PairFigures pair, PairFigure kind, Observation figure) {
        Map<String, String> shown = new HashMap<>(figure.attributes());
        shown.keySet().retainAll(attributes);
        BigDecimal detected = pair.detected() == null ? null : pair.detected().value();
        if (difference != null && kind != PairFigure.DETECTED && detected != null && figure.value() != null) {
            shown.put(difference, detected.subtract(figure.value()).toPlainString());
        }
        return shown;
    }
}
