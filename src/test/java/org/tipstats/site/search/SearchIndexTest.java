package org.tipstats.site.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class SearchIndexTest {

    private static final SearchIndex INDEX = new SearchIndex(SchemaRegistry.load(Path.of("schemas")));

    private static String first(SearchIndex.Kind kind, String query) {
        return INDEX.find(kind, query).stream()
                .map(SearchIndex.Entry::id)
                .findFirst()
                .orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "Deutschland, DEU",
        "ألمانيا, DEU",
        "المانيا, DEU",
        "DEU, DEU",
        "de, DEU",
        "276, DEU",
        "cote d'ivoire, CIV",
        "CÔTE D’IVOIRE, CIV",
        "osterreich, AUT",
        "النمسا, AUT",
        "نمسا, AUT",
        "德国, DEU",
        "西欧, 155",
        "Западная Европа, 155",
        "western europe, 155",
        "150, 150",
        "curacao, CUW",
        "aland, ALA"
    })
    void anAreaIsFoundInAnyLanguageAndByItsCodes(String query, String area) {
        assertEquals(area, first(SearchIndex.Kind.AREA, query));
    }

    @ParameterizedTest
    @CsvSource({
        "DATAFLOW, victimes nationalité, VICTIMS_CITIZENSHIP",
        "DATAFLOW, persons_citizenship, PERSONS_CITIZENSHIP",
        "CODE, Organentnahme, nothing",
        "CODE, removal of organs, ORG",
        "CODE, zwangsarbeit, LAB",
        "CODE, mendicité, OTH_BEG"
    })
    void datasetsAndCodesAreFoundToo(SearchIndex.Kind kind, String query, String id) {
        assertEquals(id, first(kind, query));
    }

    @Test
    void wholeNamesComeBeforeBeginningsAndThoseBeforeOtherWords() {
        List<String> guinea = INDEX.find(SearchIndex.Kind.AREA, "guinea").stream()
                .map(SearchIndex.Entry::id)
                .toList();

        assertEquals("GIN", guinea.get(0));
        assertTrue(guinea.indexOf("GNB") < guinea.indexOf("PNG"), guinea.toString());
        assertTrue(new TreeSet<>(guinea).containsAll(List.of("GIN", "GNB", "GNQ", "PNG")));
    }

    @Test
    void everyWordHasToBeFoundAndNoneIsNotAWord() {
        assertEquals(List.of(), INDEX.find(SearchIndex.Kind.AREA, "western japan"));
        assertEquals(List.of(), INDEX.find(SearchIndex.Kind.AREA, " -,.' "));
        assertFalse(INDEX.areas("eur").contains("AUT"));
    }

    /** All words must match, in any order, by their beginnings. An area and a dataset may share a word. */
    @ParameterizedTest
    @CsvSource({
        "victims austria, AUT VICTIMS null",
        "austria detected vict, AUT VICTIMS null",
        "2015 autriche victimes, AUT VICTIMS 2015",
        "AUT 2012, AUT VICTIMS 2012",
        "germany offences, DEU OFFENCES null",
        "victims, nothing",
        "austria, nothing",
        "western europe, nothing",
        "victims atlantis, nothing"
    })
    void wordsOfAnAreaAndOfADatasetLeadToItsFigures(String query, String first) {
        assertEquals(
                first,
                new SearchPairs(INDEX)
                        .find(query, pair -> true).stream()
                                .map(pair ->
                                        pair.area().id() + " " + pair.dataflow().id() + " " + pair.year())
                                .findFirst()
                                .orElse("nothing"));
    }

    @Test
    void figuresThatAreNotThereAreNotOffered() {
        SearchPairs pairs = new SearchPairs(INDEX);
        assertEquals(
                List.of("OFFENCES"),
                pairs.find("trafficking austria", pair -> pair.dataflow().id().equals("OFFENCES")).stream()
                        .map(pair -> pair.dataflow().id())
                        .toList());
    }

    @Test
    void wordsOfSeveralNamesOfOneThingAreFound() {
        assertEquals("DEU", first(SearchIndex.Kind.AREA, "allemagne DEU"));
    }
}
