package org.tipstats.mapping.meaning;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnRole;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The meaning of a column of countries that are not the areas that report.
 *
 * @param component the component of the column: the citizenship of persons, or the country to which they return
 * @param certain whether no answer is needed
 */
public record Countries(String component, boolean certain) {

    private static final String AREA = "REF_AREA";
    private static final String CITIZENSHIP = "CITIZENSHIP";
    private static final String COUNTERPART = "COUNTERPART_AREA";

    /**
     * Finds the component of the countries in a column.
     *
     * @param role the role that the column has by its name and its words
     * @param words the words of the column
     * @param chosen the dataflows that the submitter chose; empty if they are not known
     * @param namesOwn whether a word of the column is the area that reports
     * @return empty if the column keeps its role
     */
    public static Optional<Countries> of(
            HeaderNames names,
            Block block,
            Column column,
            ColumnRole role,
            List<String> words,
            List<Dataflow> chosen,
            boolean namesOwn) {
        if (!mayBeOfPersons(column, role)
                || names.component(words).filter(CITIZENSHIP::equals).isEmpty()) {
            return Optional.empty();
        }
        if (areOf(COUNTERPART, chosen)) {
            return Optional.of(new Countries(COUNTERPART, role.is(AREA) && !namesOwn && !namesCitizenship(block)));
        }
        if (role.is(CITIZENSHIP) || namesGroups(names, block)) {
            return Optional.empty();
        }
        boolean named = namesCitizenship(block);
        return named || areOf(CITIZENSHIP, chosen)
                ? Optional.of(new Countries(CITIZENSHIP, named || !namesOwn && !hasTitleOfAreas(block)))
                : Optional.empty();
    }

    private static boolean mayBeOfPersons(Column column, ColumnRole role) {
        boolean coded = column.lowest().equalsIgnoreCase(role.component()) || HeaderNames.isGeo(column.lowest());
        return !coded && (role.is(AREA) || role.is(CITIZENSHIP));
    }

    /** Returns whether a column has the countries of persons, so that a column of areas has the areas that report. */
    public static boolean areOfPersons(ColumnRole role) {
        return role.is(CITIZENSHIP) || role.is(COUNTERPART);
    }

    private static boolean areOf(String component, List<Dataflow> chosen) {
        return !chosen.isEmpty()
                && chosen.stream()
                        .allMatch(each -> each.structure().dimension(component).isPresent());
    }

    private static boolean namesCitizenship(Block block) {
        Predicate<String> citizenship = text -> TableWords.all().mentions("citizenship", text);
        return citizenship.test(block.sheet().title()) || block.words().stream().anyMatch(citizenship);
    }

    /** Returns whether a title names areas, which may be those where persons are exploited. */
    private static boolean hasTitleOfAreas(Block block) {
        return block.titles().stream()
                .flatMap(row -> Stream.of(row.cells()))
                .anyMatch(text -> TableWords.all().mentions("area", text));
    }

    /** Returns whether columns of figures have a citizenship, such as foreigners, so that the rows need none. */
    private static boolean namesGroups(HeaderNames names, Block block) {
        return block.columns().stream()
                .flatMap(column -> column.header().stream())
                .anyMatch(text -> names.isWordOf(CITIZENSHIP, text) && !HeaderNames.isInEveryComponent(text));
    }
}
