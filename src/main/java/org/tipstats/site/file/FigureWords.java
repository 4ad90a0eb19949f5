package org.tipstats.site.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Describes figures by their year and the names of their codes. A code that stands for the total of its dimension is
 * left out.
 *
 * @param withArea true to name the area
 */
public record FigureWords(DataStructure structure, boolean withArea, PageTexts t) {

    /**
     * Roles of dimensions that the loop over all dimensions skips. The year is written before the loop. Frequency and
     * unit are left out.
     */
    private static final Set<Role> OMITTED_ROLES = Set.of(Role.FREQUENCY, Role.TIME, Role.UNIT);

    /**
     * Describes a figure, or all figures that have the given codes.
     *
     * @param key codes by the id of their dimension; may be incomplete
     */
    public String of(Map<String, String> key) {
        List<String> words = new ArrayList<>();
        String year = key.get(structure.time().id());
        if (year != null) {
            words.add(year);
        }
        boolean broken = false;
        for (Dimension dimension : structure.dimensions()) {
            String name = OMITTED_ROLES.contains(dimension.role()) ? null : name(dimension, key.get(dimension.id()));
            boolean isArea = dimension.role() == Role.AREA;
            if (name != null && (withArea || !isArea)) {
                words.add(name);
                broken |= !isArea;
            }
        }
        if (!broken && key.size() == structure.dimensions().size()) {
            words.add(t.say("review.total"));
        }
        return String.join(" · ", words);
    }

    private String name(Dimension dimension, String code) {
        return code == null
                ? null
                : dimension
                        .codes()
                        .find(code)
                        .filter(found -> !found.isTotal())
                        .map(found -> t.of(found.name()))
                        .orElse(null);
    }
}
