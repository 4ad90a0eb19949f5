package org.tipstats.rounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tipstats.observation.Observation;

/**
 * What inner cells were rounded to in earlier releases. Nothing is stored for it: what a release published and what it was
 * made of tell what became of each of its inner cells.
 */
final class Decisions {

    private record Decision(long value, long published) {}

    private final LinkedCubes linked;
    private final List<Map<String, Decision>> latestFirst = new ArrayList<>();

    /** @param earlier the earlier releases, the oldest first */
    Decisions(LinkedCubes linked, List<EarlierRelease> earlier) {
        this.linked = linked;
        for (EarlierRelease release : earlier) {
            latestFirst.add(0, of(release));
        }
    }

    private Map<String, Decision> of(EarlierRelease release) {
        Map<String, Decision> decisions = new HashMap<>();
        for (Figure figure : new FigureNet(linked, release.accepted()).figures()) {
            if (figure.value() == Figure.MASKED) {
                continue;
            }
            Line line = figure.primary();
            if (line == null) {
                published(figure, release)
                        .ifPresent(shown -> decisions.put(figure.name(), new Decision(figure.value(), shown)));
            } else {
                remainder(line, release)
                        .ifPresent(shown -> decisions.put(line.remainderName(), new Decision(line.remainder(), shown)));
            }
        }
        return decisions;
    }

    private OptionalLong remainder(Line line, EarlierRelease release) {
        OptionalLong left = published(line.total(), release);
        for (Figure part : line.parts()) {
            OptionalLong shown = published(part, release);
            if (left.isEmpty() || shown.isEmpty()) {
                return OptionalLong.empty();
            }
            left = OptionalLong.of(left.getAsLong() - shown.getAsLong());
        }
        return left;
    }

    private OptionalLong published(Figure figure, EarlierRelease release) {
        Figure.Place place = figure.places().get(0);
        Optional<BigDecimal> shown = linked.cube(place.dataflow(), release.published())
                .find(place.key())
                .map(Observation::value);
        return shown.isPresent() ? OptionalLong.of(shown.get().longValueExact()) : OptionalLong.empty();
    }

    /** Binds a cell to what the latest release published in which it had the same count; leaves it free if none did. */
    void bind(InnerCell cell) {
        for (Map<String, Decision> release : latestFirst) {
            Decision decision = release.get(cell.name());
            if (decision != null && decision.value() == cell.value() && decision.published() >= 0) {
                cell.decide(decision.published());
                return;
            }
        }
    }
}
