package org.tipstats.publish.release;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Attribute;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Role;

/**
 * Finds published comments that may say in words what is withheld: those with a number in them, of areas and years of
 * which something is withheld. No program can read them; a publisher should.
 */
final class TellingComments {

    private final KeySpace space;
    private final Optional<Attribute> comment;

    TellingComments(DataStructure structure) {
        this.space = new KeySpace(structure);
        this.comment = structure.attribute(Role.COMMENT);
    }

    /** The keys of the figures that have such a comment, as text, in key order. */
    List<String> of(Cube compiled, Cube published) {
        if (comment.isEmpty()) {
            return List.of();
        }
        Set<Long> losing = new HashSet<>();
        addLosing(compiled, published, losing);
        return told(published, losing);
    }

    /** The same of another source, whose comments may tell what is withheld of it or officially. */
    List<String> beside(Cube official, Cube officialPublished, Cube compiled, Cube published) {
        if (comment.isEmpty()) {
            return List.of();
        }
        Set<Long> losing = new HashSet<>();
        addLosing(official, officialPublished, losing);
        addLosing(compiled, published, losing);
        return told(published, losing);
    }

    private void addLosing(Cube compiled, Cube published, Set<Long> losing) {
        for (Observation observation : compiled) {
            boolean shown =
                    published.find(observation.key()).map(Observation::value).isPresent();
            if (observation.value() != null && !shown) {
                losing.add(block(observation.key()));
            }
        }
    }

    private List<String> told(Cube published, Set<Long> losing) {
        return published.observations().stream()
                .filter(this::hasNumber)
                .filter(observation -> losing.contains(block(observation.key())))
                .map(observation -> space.format(observation.key()))
                .toList();
    }

    private boolean hasNumber(Observation observation) {
        String text = observation.attributes().get(comment.orElseThrow().id());
        return text != null && text.codePoints().anyMatch(Character::isDigit);
    }

    /** Area and year in one. */
    private long block(long key) {
        DataStructure structure = space.structure();
        return (long) space.position(key, structure.area().position()) << 32
                | space.position(key, structure.time().position());
    }
}
