package org.tipstats.publish.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Role;

/**
 * Finds published comments that may reveal a withheld figure in words. Such a comment contains a digit and belongs to
 * an area and year in which a figure is withheld. A publisher should read these comments, because a program cannot
 * judge them.
 */
final class DisclosiveComments {

    private final KeySpace space;
    private final Optional<Attribute> comment;

    DisclosiveComments(DataStructure structure) {
        this.space = new KeySpace(structure);
        this.comment = structure.attribute(Role.COMMENT);
    }

    /** Returns the keys of figures whose comments may reveal a withheld figure, as text and in key order. */
    List<String> of(Cube compiled, Cube published) {
        return ofOtherSource(Cube.empty(space), Cube.empty(space), compiled, published);
    }

    /**
     * Returns the keys of another source's figures whose comments may reveal a withheld figure. The withheld figure may
     * be of the same source or of the official source.
     */
    List<String> ofOtherSource(Cube official, Cube officialPublished, Cube compiled, Cube published) {
        if (comment.isEmpty()) {
            return List.of();
        }
        Set<Long> losing = new HashSet<>();
        addLosing(official, officialPublished, losing);
        addLosing(compiled, published, losing);
        return withNumbers(published, losing);
    }

    private void addLosing(Cube compiled, Cube published, Set<Long> losing) {
        for (Observation observation : compiled) {
            if (observation.value() != null && !published.hasValue(observation.key())) {
                losing.add(VintageReview.block(space, observation.key()));
            }
        }
    }

    private List<String> withNumbers(Cube published, Set<Long> losing) {
        return published.observations().stream()
                .filter(this::hasNumber)
                .filter(observation -> losing.contains(VintageReview.block(space, observation.key())))
                .map(observation -> space.format(observation.key()))
                .toList();
    }

    private boolean hasNumber(Observation observation) {
        String text = observation.attributes().get(comment.orElseThrow().id());
        return text != null && text.codePoints().anyMatch(Character::isDigit);
    }
}
