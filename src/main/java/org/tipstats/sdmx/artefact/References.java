package org.tipstats.sdmx.artefact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The {@code references} parameter of the REST interface. It selects related artefacts, which are returned in addition
 * to the requested artefacts.
 *
 * @param reach how far to follow references, and in which direction
 * @param types the types to return; empty means all
 */
public record References(Reach reach, Set<ArtefactType> types) {

    /** The values of the parameter. A value states how far to follow references, and in which direction. */
    public enum Reach {
        NONE,
        PARENTS,
        PARENTSANDSIBLINGS,
        ANCESTORS,
        CHILDREN,
        DESCENDANTS,
        ALL
    }

    public static final References NONE = to(Reach.NONE);

    public References {
        types = Set.copyOf(types);
    }

    /** Returns the parameter that asks for this reach, and for artefacts of all types. */
    public static References to(Reach requested) {
        return new References(requested, Set.of());
    }

    /** Parses a value of the parameter other than the name of a type. Returns empty if the value is unknown. */
    public static Optional<References> named(String word) {
        return Arrays.stream(Reach.values())
                .filter(requested -> requested.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .map(References::to);
    }

    /** Returns the artefacts related to the roots, without the roots, in the order used in messages. */
    public List<Artefact> of(List<Artefact> roots, Catalogue catalogue) {
        return of(roots, Set.of(), catalogue);
    }

    /**
     * Does the same as {@link #of(List, Catalogue)}, but follows only references to the given items of the roots, not
     * references to other items of the roots.
     *
     * @param items the ids of items of the roots; empty means all items
     */
    public List<Artefact> of(List<Artefact> roots, Set<String> items, Catalogue catalogue) {
        Predicate<Urn> meant = urn -> items.isEmpty() || urn.item() == null || items.contains(lastPart(urn.item()));
        Set<Artefact> found = new LinkedHashSet<>();
        switch (reach) {
            case NONE -> {}
            case CHILDREN -> found.addAll(children(roots, catalogue));
            case DESCENDANTS -> found.addAll(closure(roots, some -> children(some, catalogue)));
            case PARENTS -> found.addAll(parents(roots, catalogue, meant));
            case ANCESTORS -> found.addAll(closure(roots, some -> parents(some, catalogue, meant)));
            case PARENTSANDSIBLINGS -> found.addAll(withSiblings(parents(roots, catalogue, meant), catalogue));
            case ALL -> {
                found.addAll(withSiblings(parents(roots, catalogue, meant), catalogue));
                found.addAll(closure(roots, some -> children(some, catalogue)));
                if (!types.isEmpty()) {
                    found.addAll(closure(roots, some -> parents(some, catalogue, meant)));
                    found.addAll(closure(List.copyOf(found), some -> children(some, catalogue)));
                }
            }
        }
        roots.forEach(found::remove);
        found.removeIf(artefact -> !types.isEmpty() && !types.contains(artefact.type()));
        return Catalogue.sorted(List.copyOf(found));
    }

    /**
     * Returns the id of an item. A reference may name the item by its path: the ids of the ancestors, and then the id
     * of the item.
     */
    private static String lastPart(String item) {
        return item.substring(item.lastIndexOf('.') + 1);
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

    private static Set<Artefact> parents(List<Artefact> some, Catalogue catalogue, Predicate<Urn> meant) {
        return new LinkedHashSet<>(catalogue.select(candidate -> candidate.references().stream()
                .filter(meant)
                .anyMatch(urn -> some.stream().anyMatch(artefact -> artefact.isNamedBy(urn)))));
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
