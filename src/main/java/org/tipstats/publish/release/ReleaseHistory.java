package org.tipstats.publish.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tipstats.protect.disclose.EarlierRelease;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.publish.draft.CompilationService;
import org.tipstats.publish.draft.EarlierReleases;
import org.tipstats.publish.draft.SourceProtection;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * All that was ever published or will be, with what was true then. Scheduled releases belong to it: they become public.
 * Figures that are equal in several releases are one object. Derived dataflows are left out: they are functions of the rest.
 */
@ApplicationScoped
class ReleaseHistory implements EarlierReleases {

    private record Content(String hash, long acceptance) {}

    private final SchemaRegistry schemas;
    private final ReleaseReferenceRepository references;
    private final ReleaseContentRepository contents;
    private final BesideRepository beside;
    private final CompilationService compilation;
    private final Clock clock;

    ReleaseHistory(
            SchemaRegistry schemas,
            ReleaseReferenceRepository references,
            ReleaseContentRepository contents,
            BesideRepository beside,
            CompilationService compilation,
            Clock clock) {
        this.schemas = schemas;
        this.references = references;
        this.contents = contents;
        this.beside = beside;
        this.compilation = compilation;
        this.clock = clock;
    }

    /** The releases that are published or scheduled, oldest first. */
    List<ReleaseReference> approved() {
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
    public Known known(UnaryOperator<Cube> part) {
        List<ReleaseReference> approved = approved();
        return new Known(read(approved, part), hashes(approved));
    }

    /** The releases that are published or scheduled, and a draft as it is stored: what it shows of other sources last. */
    List<EarlierRelease> with(ReleaseReference draft) {
        List<ReleaseReference> all = new ArrayList<>(approved());
        all.removeIf(release ->
                release.contentHash().equals(draft.contentHash()) && release.acceptance() == draft.acceptance());
        all.add(draft);
        List<EarlierRelease> releases = new ArrayList<>(read(all, cube -> cube));
        List<EarlierRelease> own = beside.all(draft.id());
        Set<String> ids = own.stream().map(EarlierRelease::id).collect(Collectors.toSet());
        releases.removeIf(release -> ids.contains(release.id()));
        releases.addAll(own);
        return releases;
    }

    /** The same without what other releases than the draft show of other sources. */
    List<EarlierRelease> withoutOthers(List<EarlierRelease> releases, ReleaseReference draft) {
        List<EarlierRelease> own = new ArrayList<>(SourceProtection.official(releases));
        releases.stream()
                .filter(release -> release.id().startsWith(SourceProtection.idOf(draft.id(), "")))
                .forEach(own::add);
        return own;
    }

    /** What they show of other sources comes first: a release is compared with the one before it. */
    private List<EarlierRelease> read(List<ReleaseReference> references, UnaryOperator<Cube> part) {
        List<EarlierRelease> releases = new ArrayList<>();
        List<EarlierRelease> others = new ArrayList<>();
        Map<String, Cube> newest = new TreeMap<>();
        Set<Content> read = new HashSet<>();
        for (ReleaseReference release : references) {
            if (read.add(new Content(release.contentHash(), release.acceptance()))) {
                releases.add(read(release, part, newest));
                others.addAll(0, beside(release, part));
            }
        }
        others.addAll(releases);
        return others;
    }

    private List<EarlierRelease> beside(ReleaseReference release, UnaryOperator<Cube> part) {
        return beside.all(release.id()).stream()
                .map(other ->
                        new EarlierRelease(other.id(), parts(other.compiled(), part), parts(other.published(), part)))
                .toList();
    }

    private static Map<String, Cube> parts(Map<String, Cube> cubes, UnaryOperator<Cube> part) {
        Map<String, Cube> parts = new TreeMap<>(cubes);
        parts.replaceAll((id, cube) -> part.apply(cube));
        return parts;
    }

    /** @param newest what was compiled for the release before, which is replaced by this one's */
    private EarlierRelease read(ReleaseReference release, UnaryOperator<Cube> part, Map<String, Cube> newest) {
        Map<String, Cube> published = new TreeMap<>();
        Map<String, UnpublishedFigures> unpublished = new TreeMap<>();
        for (Dataflow dataflow : schemas.submitted()) {
            Cube cube = contents.read(release.id(), dataflow);
            if (cube.size() > 0) {
                Cube before = newest.getOrDefault(dataflow.id(), Cube.empty(cube.space()));
                published.put(dataflow.id(), SharedFigures.share(cube, before));
                Optional<UnpublishedFigures> kept = contents.readUnpublished(release.id(), dataflow);
                kept.ifPresent(figures -> unpublished.put(dataflow.id(), figures));
            }
        }
        Map<String, Cube> compiled = unpublished.keySet().equals(published.keySet())
                ? restored(published, unpublished)
                : recompiled(release, published);
        published.replaceAll((id, cube) -> part.apply(cube));
        compiled.forEach(
                (id, cube) -> newest.merge(id, part.apply(cube), (before, now) -> SharedFigures.share(now, before)));
        compiled.replaceAll((id, cube) -> newest.get(id));
        return new EarlierRelease(release.id(), compiled, published);
    }

    /** What a release holds of a dataflow but doesn't publish; without reasons where these were not kept. */
    UnpublishedFigures unpublished(ReleaseReference release, Dataflow dataflow) {
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

    /** What is not published was not kept in the first releases: it is compiled again. */
    private Map<String, Cube> recompiled(ReleaseReference release, Map<String, Cube> published) {
        Map<String, Cube> compiled = new TreeMap<>(compilation.at(release.acceptance()));
        compiled.replaceAll(
                (id, cube) -> published.containsKey(id) ? SharedFigures.share(cube, published.get(id)) : cube);
        return compiled;
    }
}
