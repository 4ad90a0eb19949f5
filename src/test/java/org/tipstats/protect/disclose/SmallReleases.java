package org.tipstats.protect.disclose;

import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.figures.Reason;
import org.tipstats.protect.published.PublishedVintage;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Releases of the small world: compiled, protected one after the other, and published. */
final class SmallReleases {

    private final Map<String, Dataflow> dataflows = new LinkedHashMap<>();
    private final DisclosureControl control;
    private final Cube people;
    private final List<EarlierRelease> published = new ArrayList<>();

    SmallReleases(Dataflow... dataflows) {
        this(AreaSettings.NONE, cube(POPULATION), dataflows);
    }

    SmallReleases(AreaSettings thresholds, Cube people, Dataflow... dataflows) {
        for (Dataflow dataflow : dataflows) {
            this.dataflows.put(dataflow.id(), dataflow);
        }
        this.control = new DisclosureControl(this.dataflows.values(), thresholds, Exceptions.NONE, SearchMemory.NONE);
        this.people = people;
    }

    /** Compiles the areas' reports for a dataflow, given as rows of {@link SmallWorld}. */
    Cube compile(Dataflow dataflow, List<String> rows) {
        return new AggregateCalculator(dataflow, people).calculate(SmallWorld.cube(dataflow, rows));
    }

    /** Protects a release without publishing it. */
    ProtectedRelease protect(Map<String, Cube> compiled) {
        return control.protect(compiled, published, ProtectionProgress.SILENT);
    }

    ProtectedRelease protect(Dataflow dataflow, String... rows) {
        return protect(Map.of(dataflow.id(), compile(dataflow, List.of(rows))));
    }

    /** Protects a release that makes exceptions, without publishing it. */
    ProtectedRelease protect(Exceptions exceptions, Dataflow dataflow, String... rows) {
        return new DisclosureControl(dataflows.values(), AreaSettings.NONE, exceptions, SearchMemory.NONE)
                .protect(Map.of(dataflow.id(), compile(dataflow, List.of(rows))), published, ProtectionProgress.SILENT);
    }

    /** Protects a release and publishes it, even if it is blocked. */
    ProtectedRelease publish(Map<String, Cube> compiled) {
        ProtectedRelease release = protect(compiled);
        Map<String, Cube> shown = new HashMap<>();
        release.cubes().forEach((id, safe) -> shown.put(id, safe.cube()));
        published.add(new EarlierRelease("r" + (published.size() + 1), compiled, shown));
        return release;
    }

    ProtectedRelease publish(Dataflow dataflow, String... rows) {
        return publish(Map.of(dataflow.id(), compile(dataflow, List.of(rows))));
    }

    /** Returns all publications so far as everyone sees them, with the populations. */
    List<PublishedVintage> vintages() {
        return published.stream()
                .map(release -> vintage(release.id(), release.published()))
                .toList();
    }

    /** Returns these cubes as everyone would see them. */
    PublishedVintage vintage(String id, Map<String, Cube> shown) {
        Map<Dataflow, Cube> cubes = new HashMap<>();
        shown.forEach((dataflow, cube) -> cubes.put(dataflows.get(dataflow), cube));
        cubes.put(POPULATION, people);
        return new PublishedVintage(id, cubes);
    }

    /**
     * Returns the withheld counts of a dataflow with their reasons, for example {@code "ice.f.all.2010 SMALL"}, in
     * order.
     */
    static String withheld(ProtectedRelease release, Dataflow dataflow) {
        ProtectedCube safe = release.cubes().get(dataflow.id());
        TreeSet<String> texts = new TreeSet<>();
        for (WithheldCell cell : safe.withheld()) {
            if (cell.reason() != Reason.RATE) {
                texts.add(cell(safe.cube(), cell.key()) + " " + cell.reason());
            }
        }
        return String.join(", ", texts);
    }

    /** Returns the codes of a count: area, breakdowns, year. */
    static String cell(Cube cube, long key) {
        return cube.space().format(key).replaceFirst("^yearly\\.", "").replaceFirst("\\.heads\\.", ".");
    }

    /** Returns the published value of a count, or {@code -}. */
    static String value(ProtectedRelease release, Dataflow dataflow, String cell) {
        return release.cubes()
                .get(dataflow.id())
                .cube()
                .find(SmallWorld.count(dataflow, cell))
                .map(Observation::value)
                .map(Object::toString)
                .orElse("-");
    }
}
