package org.tipstats.site.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.publish.read.ProvenanceReader.Provenance;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.explore.FigureService.Counted;
import org.tipstats.site.explore.FigureService.FigurePage;
import org.tipstats.site.explore.FigureService.InRelease;
import org.tipstats.site.explore.FigureService.Part;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.FigureSigns.Mark;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

final class FigurePages {

    private final Dataflow dataflow;
    private final Observation figure;
    private final ReleaseReference release;
    private final ReleaseReference latest;
    private final String publisher;
    private final PageTexts texts;
    private final Statuses statuses;
    private final KeySpace space;

    FigurePages(
            Dataflow dataflow,
            Observation figure,
            ReleaseReference release,
            ReleaseReference latest,
            String publisher,
            PageTexts texts) {
        this.dataflow = dataflow;
        this.publisher = publisher;
        this.figure = figure;
        this.release = release;
        this.latest = latest;
        this.texts = texts;
        this.statuses = new Statuses(dataflow.structure());
        this.space = new KeySpace(dataflow.structure());
    }

    /** Returns the link to a figure's page in the release of the selection. */
    static String address(PageTexts texts, DataSelection selection, KeySpace space, long key) {
        return address(texts, selection.dataflow(), selection.release(), space, key);
    }

    private static String address(
            PageTexts texts, Dataflow dataflow, ReleaseReference release, KeySpace space, long key) {
        return Addresses.figure(texts, dataflow.id(), space.format(key), release.id());
    }

    FigurePage page(Provenance provenance, Map<ReleaseReference, Observation> appearances) {
        ExplorerQuery query = query();
        ReleaseTexts releases = new ReleaseTexts(release, dataflow, query, latest, publisher, texts);
        ExplorerQuery series = query.with(dataflow.structure().time().id(), "*");
        boolean hidden = Mark.of(figure, statuses).filter(Mark::isHidden).isPresent();
        return new FigurePage(
                what(),
                releases.sentence(),
                newer(releases.newer(), appearances),
                shown(figure),
                unitInWords(),
                unit(counted(figure.key())),
                hidden,
                bounds(),
                coverage(),
                counted(),
                "figure.method." + method(),
                parts(provenance),
                provenance,
                appearances(appearances),
                new ExplorerPage.Citation(
                        releases.text(what()), address(texts, dataflow, release, space, figure.key())),
                "/" + texts.language()
                        + series.with(ExplorerQuery.RELEASE, release.id()).path(),
                query.with(ExplorerQuery.RELEASE, release.id()).api());
    }

    /**
     * Returns a note that links to the figure in the latest release, or to the table of that release if it lacks the
     * figure; null if the page shows the latest release.
     */
    private ExplorerPage.Newer newer(ExplorerPage.Newer said, Map<ReleaseReference, Observation> appearances) {
        if (release.id().equals(latest.id())) {
            return null;
        }
        boolean there =
                appearances.keySet().stream().anyMatch(other -> other.id().equals(latest.id()));
        if (!there) {
            return new ExplorerPage.Newer(said.sentence() + " " + texts.say("figure.former"), said.address());
        }
        return new ExplorerPage.Newer(said.sentence(), address(texts, dataflow, latest, space, figure.key()));
    }

    private ExplorerQuery query() {
        return new ExplorerQuery(dataflow.id(), new LinkedHashMap<>(space.codes(figure.key())));
    }

    private Dimension area() {
        return dataflow.structure().area();
    }

    private int position(Dimension dimension) {
        return space.position(figure.key(), dimension.position());
    }

    /**
     * Returns a text with the dataset, the area, the year and the other codes. Leaves out the unit, totals, and codes
     * of dimensions that have only one code.
     */
    private String what() {
        List<String> parts = new ArrayList<>(List.of(texts.of(dataflow.name())));
        for (Dimension dimension : dataflow.structure().dimensions()) {
            boolean tells = dimension.isTime()
                    || dimension.size() > 1
                            && dimension.role() != Role.UNIT
                            && !dimension.codes().at(position(dimension)).isTotal();
            if (tells) {
                parts.add(texts.of(dimension, position(dimension)));
            }
        }
        return texts.joined(parts);
    }

    private ShownFigure shown(Observation observation) {
        String number = observation.value() == null ? null : texts.numbers().exact(observation.value());
        return Mark.of(observation, statuses)
                .map(mark -> ShownFigure.marked(number, mark, texts))
                .orElseGet(() -> ShownFigure.plain(number));
    }

    private String bounds() {
        return LinkedCells.isRange(figure)
                ? texts.say(
                        "figure.range",
                        "from",
                        texts.numbers().exact(figure.coverage().lower()),
                        "to",
                        texts.numbers().exact(figure.coverage().upper()))
                : null;
    }

    private String coverage() {
        return figure.coverage() == null
                ? null
                : new CoverageTexts(texts).of(texts.of(area(), position(area())), List.of(figure.coverage()));
    }

    private List<Counted> counted() {
        return dataflow.structure().dimensions().stream()
                .map(dimension -> new Counted(
                        texts.name(dimension),
                        texts.of(dimension, position(dimension)),
                        dimension.valueAt(position(dimension))))
                .toList();
    }

    /** Returns the end of a text key. The text says how the figure was made. */
    private String method() {
        if (dataflow.isDerived()) {
            return "derived." + dataflow.derivation().method().name().toLowerCase(Locale.ROOT);
        }
        boolean group = area().codes().at(position(area())).isAreaGroup();
        Dimension unit = dataflow.structure().unit();
        boolean rate = unit.codes().at(position(unit)).means("RATE");
        return (group ? "group" : "area") + (rate ? ".rate" : ".count");
    }

    /** Returns the unit of the figure: for a count, the name of what is counted. */
    private String unitInWords() {
        Dimension unit = dataflow.structure().unit();
        return unit.codes().at(position(unit)).means("COUNT") ? texts.of(dataflow.name()) : unit(figure.key());
    }

    private String unit(long key) {
        Dimension unit = dataflow.structure().unit();
        return texts.of(unit, space.position(key, unit.position()));
    }

    /** Returns the key of the count from which a rate is made. Returns the key of a count unchanged. */
    private long counted(long key) {
        Dimension unit = dataflow.structure().unit();
        return dataflow.unit("COUNT")
                .map(count -> space.withPosition(key, unit.position(), count.position()))
                .orElse(key);
    }

    private List<Part> parts(Provenance provenance) {
        if (provenance.contributions() == null) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        long counted = counted(figure.key());
        for (Provenance.AreaFigure part : provenance.contributions()) {
            Code code = area().codes().find(part.area()).orElseThrow();
            long key = space.withPosition(counted, area().position(), code.position());
            Observation observation =
                    new Observation(key, part.value(), part.status(), part.confidentiality(), Map.of(), null);
            parts.add(new Part(
                    code.id(),
                    texts.of(code.name()),
                    shown(observation),
                    address(texts, dataflow, release, space, key)));
        }
        parts.sort(Comparator.comparing(Part::name, texts.collator()));
        return parts;
    }

    private List<InRelease> appearances(Map<ReleaseReference, Observation> found) {
        List<InRelease> shown = new ArrayList<>();
        found.forEach((other, observation) -> shown.add(new InRelease(
                other,
                shown(observation),
                address(texts, dataflow, other, space, figure.key()),
                other.id().equals(release.id()))));
        return shown;
    }
}
