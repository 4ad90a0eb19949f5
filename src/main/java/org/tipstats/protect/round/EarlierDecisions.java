package org.tipstats.protect.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.round.NationalFigure.Place;
import org.tipstats.vocabulary.cube.Observation;

/**
 * Finds the value to which an earlier release rounded a figure, or a remainder: a total minus its parts, see
 * {@link FigureLine}. These values are not stored separately: they are computed from the accepted and the published
 * figures of each release.
 */
final class EarlierDecisions {

    private record Decision(long value, long published) {}

    private final LinkedCubes linked;
    private final List<Map<String, Decision>> latestFirst = new ArrayList<>();

    /** @param earlier the earlier releases, the oldest first */
    EarlierDecisions(LinkedCubes linked, List<EarlierRelease> earlier) {
        this.linked = linked;
        for (EarlierRelease release : earlier) {
            latestFirst.add(0, of(release));
        }
    }

    private Map<String, Decision> of(EarlierRelease release) {
        Map<String, Decision> decisions = new HashMap<>();
        for (NationalFigure figure : new FigureNet(linked, release.compiled()).figures()) {
            FigureLine line = figure.primary();
            if (!figure.isMasked()) {
                published(figure, release).ifPresent(shown -> {
                    Decision decision = new Decision(figure.value(), shown);
                    decisions.put(figure.name(), decision);
                    otherNames(figure).forEach(name -> decisions.putIfAbsent(name, decision));
                });
            }
            if (line != null) {
                remainder(line, release)
                        .ifPresent(shown -> decisions.put(line.remainderName(), new Decision(line.remainder(), shown)));
            }
        }
        return decisions;
    }

    /**
     * Returns the names of a figure in all its dataflows. Adds the name that the figure would have in the broadest
     * dataflow, if there is such a name.
     */
    private List<String> otherNames(NationalFigure figure) {
        List<String> names = new ArrayList<>();
        for (Place place : figure.places()) {
            names.add(linked.name(place.dataflow(), place.key()));
            linked.inBroadest(place.dataflow(), place.key()).ifPresent(broad -> names.add(linked.name(0, broad)));
        }
        return names;
    }

    private Optional<Long> remainder(FigureLine line, EarlierRelease release) {
        Optional<Long> left = published(line.total(), release);
        for (NationalFigure part : line.parts()) {
            Optional<Long> shown = published(part, release);
            if (left.isEmpty() || shown.isEmpty()) {
                return Optional.empty();
            }
            left = Optional.of(left.get() - shown.get());
        }
        return left;
    }

    private Optional<Long> published(NationalFigure figure, EarlierRelease release) {
        Place place = figure.places().get(0);
        return linked.cube(place.dataflow(), release.published())
                .find(place.key())
                .map(Observation::value)
                .map(BigDecimal::longValueExact);
    }

    /**
     * Binds a cell to its value in the latest release in which the cell had the same true count as now. Does nothing if
     * there is no such release.
     */
    void bind(InnerCell cell) {
        find(List.of(cell.name()), cell.value()).ifPresent(cell::decide);
    }

    /** Makes a figure keep its value from the latest release in which the figure had the same true count as now. */
    void keep(NationalFigure figure) {
        List<String> names = new ArrayList<>(List.of(figure.name()));
        names.addAll(otherNames(figure));
        Optional<Long> published = find(names, figure.value());
        if (figure.primary() == null) {
            published.ifPresent(figure.inner().get(0)::decide);
        } else {
            published.ifPresent(figure::keep);
        }
    }

    private Optional<Long> find(List<String> names, long value) {
        return latestFirst.stream()
                .flatMap(release -> names.stream().map(release::get))
                .filter(decision -> decision != null && decision.value() == value && decision.published() >= 0)
                .map(Decision::published)
                .findFirst();
    }
}
