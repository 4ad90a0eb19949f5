package org.tipstats.artefact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which artefacts come with those that were asked for: those that they refer to and those that refer to them.
 *
 * @param wish what is wanted
 * @param type the only type that is wanted, or null for all
 */
public record References(Wish wish, ArtefactType type) {

    /** How far references are followed. */
    public enum Wish {
        NONE,
        PARENTS,
        PARENTSANDSIBLINGS,
        ANCESTORS,
        CHILDREN,
        DESCENDANTS,
        ALL
    }

    public static final References NONE = new References(Wish.NONE, null);

    /** Reads the parameter of the REST interface; empty for a word that is none. */
    public static Optional<References> named(String word, Function<String, Optional<ArtefactType>> types) {
        for (Wish wish : Wish.values()) {
            if (wish.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(new References(wish, null));
            }
        }
        return types.apply(word).map(type -> new References(Wish.ALL, type));
    }

    /** The artefacts that come with the roots, without them, in the order of messages. */
    public List<Artefact> of(List<Artefact> roots, Catalogue catalogue) {
        Set<Artefact> found = new LinkedHashSet<>();
        switch (wish) {
            case NONE -> {}
            case CHILDREN -> found.addAll(children(roots, catalogue));
            case DESCENDANTS -> found.addAll(closure(roots, some -> children(some, catalogue)));
            case PARENTS -> found.addAll(parents(roots, catalogue));
            case ANCESTORS -> found.addAll(closure(roots, some -> parents(some, catalogue)));
            case PARENTSANDSIBLINGS -> found.addAll(withSiblings(parents(roots, catalogue), catalogue));
            case ALL -> {
                found.addAll(withSiblings(parents(roots, catalogue), catalogue));
                found.addAll(closure(roots, some -> children(some, catalogue)));
                if (type != null) {
                    found.addAll(closure(roots, some -> parents(some, catalogue)));
                    found.addAll(closure(List.copyOf(found), some -> children(some, catalogue)));
                }
            }
        }
        roots.forEach(found::remove);
        found.removeIf(artefact -> type != null && artefact.type() != type);
        return Catalogue.sorted(List.copyOf(found));
    }

    private static Set<Artefact> withSiblings(Set<Artefact> parents, Catalogue catalogue) {
        Set<Artefact> all = new LinkedHashSet<>(parents);
        all.addAll(children(List.copyOf(parents), catalogue));
        return all;
    }

    private static Set<Artefact> children(List<Artefact> some, Catalogue catalogue) {
        Set<Artefact> found = new LinkedHashSet<>();
        for (Artefact artefact : some) {
            artefact.references().forEach(urn -> catalogue.find(urn).ifPresent(found::add));
        }
        return found;
    }

    private static Set<Artefact> parents(List<Artefact> some, Catalogue catalogue) {
        return new LinkedHashSet<>(catalogue.select(candidate ->
                candidate.references().stream().anyMatch(urn -> some.stream().anyMatch(a -> a.isMeantBy(urn)))));
    }

    private static Set<Artefact> closure(List<Artefact> roots, Function<List<Artefact>, Set<Artefact>> step) {
        Set<Artefact> found = new LinkedHashSet<>();
        List<Artefact> open = roots;
        while (!open.isEmpty()) {
            List<Artefact> fresh = new ArrayList<>();
            for (Artefact artefact : step.apply(open)) {
                if (found.add(artefact)) {
                    fresh.add(artefact);
                }
            }
            open = fresh;
        }
        return found;
    }
}
