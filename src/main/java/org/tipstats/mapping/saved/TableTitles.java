package org.tipstats.mapping.saved;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.meaning.Counterparts;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.names.KnownWords;
import org.tipstats.vocabulary.names.NationalWords;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Dataflow;

/** The titles of a table and the name of its sheet, if they say something about the figures. */
record TableTitles(List<Dataflow> dataflows) {

    private static final List<String> SUBJECTS = List.of("victims", "cases", "persons");
    /** Kinds of words that have no code, but change what figures mean. */
    private static final List<String> KINDS =
            List.of("convicted", "prosecuted", "rate", "percent", "change", "rank", "smuggling", "not", "of-which");

    /**
     * Returns the addresses of the titles of a table and of the name of its sheet, by their texts without years. Leaves
     * out texts that say nothing about the figures. The address of a title is its cell; that of the sheet is the range
     * of the table.
     */
    Map<String, String> of(Block block) {
        Map<String, String> titles = new LinkedHashMap<>();
        Sheet sheet = block.sheet();
        for (Sheet.Row row : block.titles()) {
            for (int i = 0; i < row.cells().length; i++) {
                titles.putIfAbsent(Periods.without(row.text(i)), sheet.address(row.line(), i));
            }
        }
        titles.putIfAbsent(Periods.without(sheet.title()), block.range().toString());
        titles.keySet().removeIf(title -> meanings(title).isEmpty());
        return titles;
    }

    /** Returns those titles that have a meaning which none of the titles in {@code others} has. */
    List<String> beside(Set<String> titles, Set<String> others) {
        Set<String> known =
                others.stream().flatMap(other -> meanings(other).stream()).collect(Collectors.toSet());
        return titles.stream()
                .filter(title -> !known.containsAll(meanings(title)))
                .toList();
    }

    /** Returns the meanings of a title for the figures. Trafficking, and the subject of the dataflows, add none. */
    private Set<String> meanings(String title) {
        Set<String> meanings = new TreeSet<>();
        TableWords words = TableWords.all();
        NationalWords.all()
                .find(title)
                .forEach(match -> match.codes().entrySet().stream()
                        .filter(code -> !code.getKey().equals("OFFENCE")
                                && !code.getKey().equals(NationalWords.ANY))
                        .forEach(code -> meanings.add(code.toString())));
        KINDS.stream().filter(kind -> words.mentions(kind, title)).forEach(meanings::add);
        if (dataflows.stream().noneMatch(dataflow -> Counterparts.namesOwnSubject(dataflow, title))) {
            SUBJECTS.stream().filter(kind -> words.mentions(kind, title)).forEach(meanings::add);
        }
        if (KnownWords.hasMultiple(title)) {
            meanings.add("multiple");
        }
        return meanings;
    }
}
