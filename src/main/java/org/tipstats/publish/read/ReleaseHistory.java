package org.tipstats.publish.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.publish.draft.CompilationService;
import org.tipstats.publish.draft.EarlierReleases;
import org.tipstats.publish.draft.YearAudits;
import org.tipstats.publish.draft.YearDigests;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * All releases that are, were or will be public, with the figures that were compiled for them. Scheduled releases are
 * included, because they will become public. Equal figures of several releases share one object. Derived dataflows are
 * left out, because they are computed from the other dataflows.
 */
@ApplicationScoped
public class ReleaseHistory implements EarlierReleases {

    private record Content(String hash, long acceptance) {}

    private final SchemaRegistry schemas;
    private final ReleaseReferenceRepository references;
    private final ReleaseContentRepository contents;
    private final OtherSourceRepository beside;
    private final CompilationService compilation;
    private final YearAudits audits;
    private final Clock clock;

    ReleaseHistory(
            SchemaRegistry schemas,
            ReleaseReferenceRepository references,
            ReleaseContentRepository contents,
            OtherSourceRepository beside,
            CompilationService compilation,
            YearAudits audits,
            Clock clock) {
        this.schemas = schemas;
        this.references = references;
        this.contents = contents;
        this.beside = beside;
        this.compilation = compilation;
        this.audits = audits;
        this.clock = clock;
    }

    /** Returns the published, scheduled and withdrawn releases, oldest first. */
    public List<ReleaseReference> approved() {
        return references.approved(clock.instant());
    }

    @Override
    public List<String> hashes() {
        return hashes(approved());
    }

    private static List<String> hashes(List<ReleaseReference> releases) {
        return releases.stream().map(ReleaseReference::contentHash).distinct().toList();
    }

    @Override
    public Releases known(UnaryOperator<Cube> part) {
        List<ReleaseReference> approved = approved();
        return new Releases(read(approved, part), hashes(approved));
    }

    /** Returns the official figures of a stored draft or another release, then its figures of other sources. */
    public List<EarlierRelease> stored(ReleaseReference draft) {
        List<EarlierRelease> stored = new ArrayList<>(List.of(read(draft, cube -> cube, new TreeMap<>())));
        stored.addAll(beside.all(draft.id()));
        return stored;
    }

    /**
     * Returns the published, scheduled and withdrawn releases that are audited together with a stored draft. Leaves out
     * releases with the same content as the draft.
     */
    public List<EarlierRelease> before(ReleaseReference draft, UnaryOperator<Cube> part) {
        return read(approvedBefore(draft), part);
    }

    /**
     * Returns, by the id of each release that {@link #before} returns and in the same order, the digests of its years.
     * Releases never change, so each is read only once.
     */
    public Map<String, YearDigests> yearsBefore(ReleaseReference draft) {
        return inOrder(
                        approvedBefore(draft),
                        release -> List.copyOf(years(release).entrySet()))
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other, LinkedHashMap::new));
    }

    private SortedMap<String, YearDigests> years(ReleaseReference release) {
        SortedMap<String, YearDigests> years = audits.years(release.id());
        if (years.isEmpty()) {
            stored(release).forEach(figures -> years.put(figures.id(), audits.digests(figures)));
            audits.keepYears(release.id(), years);
        }
        years.putIfAbsent(release.id(), new YearDigests(new TreeMap<>()));
        return years;
    }

    private List<ReleaseReference> approvedBefore(ReleaseReference draft) {
        List<ReleaseReference> approved = new ArrayList<>(approved());
        approved.removeIf(release ->
                release.contentHash().equals(draft.contentHash()) && release.acceptance() == draft.acceptance());
        return approved;
    }

    private List<EarlierRelease> read(List<ReleaseReference> references, UnaryOperator<Cube> part) {
        Map<String, Cube> newest = new TreeMap<>();
        return inOrder(references, release -> {
            List<EarlierRelease> figures = new ArrayList<>(List.of(read(release, part, newest)));
            figures.addAll(beside(release, part));
            return figures;
        });
    }

    /**
     * Lists releases without repeated contents. The figures of other sources come first, because each official release
     * is compared with the previous entry of the list.
     *
     * @param read returns the official figures of a release, then those of other sources
     */
    private static <T> List<T> inOrder(List<ReleaseReference> references, Function<ReleaseReference, List<T>> read) {
        List<T> official = new ArrayList<>();
        List<T> others = new ArrayList<>();
        Set<Content> seen = new HashSet<>();
        for (ReleaseReference release : references) {
            if (seen.add(new Content(release.contentHash(), release.acceptance()))) {
                List<T> figures = read.apply(release);
                official.add(figures.get(0));
                others.addAll(0, figures.subList(1, figures.size()));
            }
        }
        others.addAll(official);
        return others;
    }

    private List<EarlierRelease> beside(ReleaseReference release, UnaryOperator<Cube> part) {
        return beside.all(release.id()).stream()
                .map(other -> other.with(cubes -> parts(cubes, part)))
                .toList();
    }

    private static Map<String, Cube> parts(Map<String, Cube> cubes, UnaryOperator<Cube> part) {
        Map<String, Cube> parts = new TreeMap<>(cubes);
        parts.replaceAll((id, cube) -> part.apply(cube));
        return parts;
    }

    /**
     * Reads one release, with the figures that were compiled for it.
     *
     * @param newest the figures compiled for the previous release, by dataflow; the method replaces them by the figures
     *     of this release
     */
    private EarlierRelease read(ReleaseReference release, UnaryOperator<Cube> part, Map<String, Cube> newest) {
        Map<String, Cube> published = new TreeMap<>();
        Map<String, UnpublishedFigures> unpublished = new TreeMap<>();
        for (Dataflow dataflow : schemas.submitted()) {
            Cube cube = contents.read(release.id(), dataflow);
            if (cube.size() > 0) {
                Cube before = newest.getOrDefault(dataflow.id(), Cube.empty(cube.space()));
                published.put(dataflow.id(), share(cube, before));
                Optional<UnpublishedFigures> kept = contents.readUnpublished(release.id(), dataflow);
                kept.ifPresent(figures -> unpublished.put(dataflow.id(), figures));
            }
        }
        Map<String, Cube> compiled = unpublished.keySet().equals(published.keySet())
                ? restored(published, unpublished)
                : recompiled(release, published);
        published.replaceAll((id, cube) -> part.apply(cube));
        compiled.forEach((id, cube) -> newest.merge(id, part.apply(cube), (before, now) -> share(now, before)));
        compiled.replaceAll((id, cube) -> newest.get(id));
        return new EarlierRelease(release.id(), compiled, published, references.policy(release.id()));
    }

    /**
     * Returns the compiled figures of a dataflow that a release withholds or publishes in a changed form. The reasons
     * for withholding are missing if they were not stored.
     */
    public UnpublishedFigures unpublished(ReleaseReference release, Dataflow dataflow) {
        return contents.readUnpublished(release.id(), dataflow).orElseGet(() -> {
            Cube published = contents.read(release.id(), dataflow);
            Cube compiled = compilation.at(release.acceptance()).get(dataflow.id());
            return published.size() == 0
                    ? new UnpublishedFigures(List.of())
                    : UnpublishedFigures.of(compiled, new ProtectedCube(published, List.of(), List.of()));
        });
    }

    private static Map<String, Cube> restored(
            Map<String, Cube> published, Map<String, UnpublishedFigures> unpublished) {
        Map<String, Cube> compiled = new TreeMap<>();
        published.forEach((id, cube) -> compiled.put(id, unpublished.get(id).restore(cube)));
        return compiled;
    }

    /**
     * Compiles the figures of a release again, because the first releases did not store unpublished figures. Leaves out
     * figures of groups that were defined later: the release neither shows nor withholds them.
     */
    private Map<String, Cube> recompiled(ReleaseReference release, Map<String, Cube> published) {
        Map<String, Cube> compiled = new TreeMap<>(compilation.at(release.acceptance()));
        compiled.replaceAll((id, cube) -> published.containsKey(id) ? known(cube, published.get(id)) : cube);
        return compiled;
    }

    private static Cube known(Cube cube, Cube published) {
        List<Observation> known = cube.observations().stream()
                .filter(figure -> published.find(figure.key()).isPresent())
                .toList();
        return share(Cube.of(cube.space(), known), published);
    }

    /**
     * Returns an equal cube that uses the objects of the other cube for equal observations. This saves memory, because
     * most figures are the same in many releases. Both cubes must have the same structure.
     */
    static Cube share(Cube cube, Cube with) {
        List<Observation> shared = new ArrayList<>(cube.size());
        Cube.forEachPair(cube, with, (observation, other) -> {
            if (observation != null) {
                shared.add(observation.equals(other) ? other : observation);
            }
        });
        return Cube.of(cube.space(), shared);
    }
}
