package org.tipstats.validate.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.Role;

/**
 * Suggests which missing component an unknown column name may mean. Compares the column name with the ids, the names in
 * any language and the usual names of components. Collects the names on first use, because most headers consist of ids.
 */
final class ColumnNames {

    private static final Map<String, String> USUAL = Bundle.entries(ColumnNames.class, "column-names.properties");

    private final DataStructure structure;
    private final Predicate<String> named;
    private Suggestions suggestions;

    /** @param named tests by its id whether the header already has a component; such a component is not suggested */
    ColumnNames(DataStructure structure, Predicate<String> named) {
        this.structure = structure;
        this.named = named;
    }

    private Suggestions suggestions() {
        suggestions = suggestions == null ? Suggestions.of(missing()) : suggestions;
        return suggestions;
    }

    private List<Suggestions.Candidate> missing() {
        List<Suggestions.Candidate> missing = new ArrayList<>();
        for (Dimension dimension : structure.dimensions()) {
            missing.add(candidate(dimension.id(), dimension.name(), dimension.role()));
        }
        missing.add(candidate(structure.measure().id(), structure.measure().name(), Role.VALUE));
        for (Attribute attribute : structure.attributes()) {
            if (!attribute.publishedOnly()) {
                missing.add(candidate(attribute.id(), attribute.name(), attribute.role()));
            }
        }
        missing.removeIf(component -> named.test(component.id()));
        return missing;
    }

    private static Suggestions.Candidate candidate(String id, LocalText name, Role role) {
        List<String> usual = Arrays.asList(USUAL.getOrDefault(role.name(), "").split(";"));
        return new Suggestions.Candidate(id, usual, name.texts().values());
    }

    /** Returns whether a text is the name of a component, apart from case, accents and punctuation. */
    boolean isName(String text) {
        return !suggestions().exact(text).isEmpty();
    }

    List<String> forHeader(String header) {
        int colon = header.indexOf(':');
        // If the header is exactly a name, longer names that contain the header are not suggested.
        List<String> exact = suggestions().exact(header);
        List<String> found = exact.isEmpty() ? suggestions().forText(header) : exact;
        return found.isEmpty() && colon > 0 ? suggestions().exact(header.substring(0, colon)) : found;
    }
}
