package org.tipstats.mapping.meaning;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnRole;
import org.tipstats.vocabulary.names.KnownWords;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Dataflow;

/** Finds columns of countries that are not the areas that report. An instance is for one table. */
public final class Countries {

    private static final String AREA = "REF_AREA";
    private static final String CITIZENSHIP = "CITIZENSHIP";
    private static final String COUNTERPART = "COUNTERPART_AREA";

    /** Words in the heading of a column of countries that do not say what the countries are. */
    private static final Set<String> NAMES = Set.of(
            "name code iso iso2 iso3 nom nombre codigo название наименование страны код اسم رمز 名称 代码 名".split(" "));

    private final HeaderNames names;
    private final Block block;
    private final Function<Column, ColumnRole> roles;
    private Set<Column> ofPersons;
    private Boolean citizenship;
    private Boolean groups;

    /** @param roles the role that a column has by its name and its words */
    public Countries(HeaderNames names, Block block, Function<Column, ColumnRole> roles) {
        this.names = names;
        this.block = block;
        this.roles = roles;
    }

    /**
     * The meaning of a column of countries.
     *
     * @param component the component of the column: the citizenship of persons, or the country to which they return
     * @param certain whether no answer is needed
     */
    public record Meaning(String component, boolean certain) {

        /** Returns the two likely components of the column, which had this role by its words. */
        public List<String> alternatives(ColumnRole role) {
            return List.of(component, role.is(component) ? AREA : role.component());
        }
    }

    /**
     * Finds the component of the countries in a column.
     *
     * @param role the role of the column
     * @param words the words of the column
     * @param chosen the dataflows that the submitter chose; empty if they are not known
     * @param namesOwn whether a word of the column is the area that reports; then only a total shows that the rows are
     *     parts of the figures of this area
     * @return empty if the column keeps its role
     */
    public Optional<Meaning> of(
            Column column, ColumnRole role, List<String> words, List<Dataflow> chosen, boolean namesOwn) {
        boolean asked = chosen.stream()
                .anyMatch(each -> each.structure().dimension(CITIZENSHIP).isPresent());
        if (asked && role.is(CITIZENSHIP) && mayNameOtherRelation(column)) {
            return Optional.of(new Meaning(CITIZENSHIP, false));
        }
        if (!mayBeOfPersons(column, role)
                || names.component(words).filter(CITIZENSHIP::equals).isEmpty()
                || !ofPersons().stream().allMatch(column::equals)) {
            return Optional.empty();
        }
        if (areOf(COUNTERPART, chosen)) {
            return Optional.of(new Meaning(COUNTERPART, role.is(AREA) && !namesOwn && !namesCitizenship()));
        }
        if (role.is(CITIZENSHIP) || namesGroups()) {
            return Optional.empty();
        }
        boolean sure = namesCitizenship() ? !namesOwn || hasTotal(words) : !namesOwn;
        sure &= !hasTitleOfOtherRelation();
        return namesCitizenship() || areOf(CITIZENSHIP, chosen)
                ? Optional.of(new Meaning(CITIZENSHIP, sure))
                : Optional.empty();
    }

    private static boolean mayBeOfPersons(Column column, ColumnRole role) {
        boolean coded = column.lowest().equalsIgnoreCase(role.component()) || HeaderNames.isGeo(column.lowest());
        return !coded && (role.is(AREA) || role.is(CITIZENSHIP));
    }

    /**
     * Returns the columns with countries of persons. If there is such a column, a column of areas beside it has the
     * reporting areas.
     */
    private Set<Column> ofPersons() {
        if (ofPersons == null) {
            ofPersons = new HashSet<>(block.columns());
            ofPersons.removeIf(each ->
                    !roles.apply(each).is(CITIZENSHIP) && !roles.apply(each).is(COUNTERPART));
        }
        return ofPersons;
    }

    private static boolean hasTotal(List<String> words) {
        return words.stream().anyMatch(word -> TableWords.all().kinds(word).contains("total"));
    }

    private static boolean areOf(String component, List<Dataflow> chosen) {
        return !chosen.isEmpty()
                && chosen.stream()
                        .allMatch(each -> each.structure().dimension(component).isPresent());
    }

    private boolean namesCitizenship() {
        if (citizenship == null) {
            Predicate<String> names = text -> TableWords.all().mentions("citizenship", text);
            citizenship =
                    names.test(block.sheet().title()) || block.words().stream().anyMatch(names);
        }
        return citizenship;
    }

    /**
     * Returns whether the heading of a column of countries, or a title, may say that they are no citizenships, as
     * "country of exploitation" does, or "destination".
     */
    private boolean mayNameOtherRelation(Column column) {
        TableWords table = TableWords.all();
        String heading = column.lowest();
        if (heading.equalsIgnoreCase(CITIZENSHIP) || table.mentions("citizenship", heading)) {
            return false;
        }
        boolean unknown = KnownWords.rest(heading).stream()
                .flatMap(rest -> Stream.of(rest.split(" ")))
                .anyMatch(word -> !NAMES.contains(word));
        boolean found = table.mentions("plain", heading)
                && Counterparts.SUBJECTS.stream().noneMatch(subject -> table.mentions(subject, heading));
        return unknown || found || table.mentions("form", heading) || hasTitleOfOtherRelation();
    }

    /**
     * Returns whether a title names areas or countries, but not as citizenships: persons may be exploited there, for
     * example. Beside a title that names citizenships, a title of areas must also name exploitation.
     */
    private boolean hasTitleOfOtherRelation() {
        TableWords table = TableWords.all();
        return block.titles().stream()
                .flatMap(row -> Stream.of(row.cells()))
                .anyMatch(text -> table.mentions("area", text)
                        && (!namesCitizenship()
                                || table.mentions("form", text) && !table.mentions("citizenship", text)));
    }

    /** Returns whether columns of figures have a citizenship, such as foreigners, so that the rows need none. */
    private boolean namesGroups() {
        if (groups == null) {
            groups = block.columns().stream()
                    .flatMap(column -> column.header().stream())
                    .anyMatch(text -> names.isWordOf(CITIZENSHIP, text) && !HeaderNames.isInEveryComponent(text));
        }
        return groups;
    }
}
