package org.tipstats.site.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.site.search.ReleaseIndex.Group;
import org.tipstats.site.search.ReleaseIndex.Results;
import org.tipstats.site.search.SearchDocument.Kind;
import org.tipstats.site.search.SearchQuery.Mode;

@Execution(ExecutionMode.CONCURRENT)
class ReleaseIndexTest {

    private static final ReleaseIndex INDEX = SearchWorld.INDEX;

    private static List<SearchDocument> found(Kind kind, String query) {
        return INDEX.find(query).groups().stream()
                .filter(group -> group.kind() == kind)
                .flatMap(group -> group.shown().stream())
                .toList();
    }

    private static String first(Kind kind, String query) {
        return found(kind, query).stream()
                .findFirst()
                .map(document -> document.id() == null ? document.path() : document.id())
                .orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "Deutschland, DEU",
        "Autriche, AUT",
        "Германии, DEU",
        "ألمانيا, DEU",
        "المانيا, DEU",
        "DEU, DEU",
        "de, DEU",
        "276, DEU",
        "040, AUT",
        "cote d'ivoire, CIV",
        "CÔTE D’IVOIRE, CIV",
        "osterreich, AUT",
        "النمسا, AUT",
        "نمسا, AUT",
        "德国, DEU",
        "西欧, 155",
        "Западная Европа, 155",
        "Europa occidental, 155",
        "western europe, 155",
        "150, 150",
        "curacao, CUW",
        "aland, ALA",
        "allemagne DEU, DEU",
        "germny, DEU"
    })
    void anAreaIsFoundInAnyLanguageAndByItsCodes(String query, String area) {
        assertEquals(area, first(Kind.AREA, query));
    }

    @ParameterizedTest
    @CsvSource({
        "TOPIC, victimes nationalité, VICTIMS_CITIZENSHIP",
        "TOPIC, persons_citizenship, PERSONS_CITIZENSHIP",
        "CODE, Organentnahme, nothing",
        "CODE, removal of organs, ORG",
        "CODE, mendicité, OTH_BEG",
        "CODE, esclavitud moderna, LAB_SLAV",
        "RULE, more victims by citizenship than victims, citizenship-exceeds-victims"
    })
    void datasetsCodesAndRulesAreFound(Kind kind, String query, String id) {
        assertEquals(id, first(kind, query));
    }

    /** Everyday words lead to the pages that explain the methods, in every language. */
    @ParameterizedTest
    @CsvSource({
        "methodology, /methods",
        "méthodologie, /methods",
        "metodología, /methods",
        "методология, /methods",
        "منهجية, /methods",
        "方法论, /methods",
        "suppression, /methods#protection",
        "confidentialité, /methods#protection",
        "supresión, /methods#protection",
        "скрытые, /methods#protection",
        "حجب, /methods#protection",
        "隐匿, /methods#protection",
        "definitions, /methods#counted",
        "what changed, /releases",
        "raw data R, /developers",
        "download, /data"
    })
    void wordsLeadToMethodsAndHelp(String query, String path) {
        assertEquals(path, first(Kind.METHOD, query));
    }

    @ParameterizedTest
    @CsvSource({
        "map, /data/VICTIMS?view=map",
        "carte, /data/VICTIMS?view=map",
        "карта, /data/VICTIMS?view=map",
        "خريطة, /data/VICTIMS?view=map",
        "地图, /data/VICTIMS?view=map",
        "who stopped reporting, /coverage",
        "origin, /flows"
    })
    void wordsLeadToPages(String query, String path) {
        assertEquals(path, first(Kind.TOPIC, query));
    }

    /** Convictions in France and children in Europe, as a reader of each language asks. */
    @ParameterizedTest
    @CsvSource({
        "convictions france, STAGE=CONVICTED FRA",
        "convicted in France, STAGE=CONVICTED FRA",
        "condamnations en France, STAGE=CONVICTED FRA",
        "condenas Francia, STAGE=CONVICTED FRA",
        "осужденные во Франции, STAGE=CONVICTED FRA",
        "المدانون فرنسا, STAGE=CONVICTED FRA",
        "法国定罪, STAGE=CONVICTED FRA",
        "children europe, 'AGE=_T,Y0T17 150'",
        "enfants Europe, 'AGE=_T,Y0T17 150'",
        "niños en Europa, 'AGE=_T,Y0T17 150'",
        "дети Европа, 'AGE=_T,Y0T17 150'",
        "الأطفال أوروبا, 'AGE=_T,Y0T17 150'",
        "欧洲儿童, 'AGE=_T,Y0T17 150'",
        "child victims, 'AGE=_T,Y0T17 001'",
        "share of children, 'AGE=_T,Y0T17 001'",
        "доля детей, 'AGE=_T,Y0T17 001'",
        "forced labour europe, 'EXPLOITATION=_T,LAB 150'",
        "travail forcé, 'EXPLOITATION=_T,LAB 001'",
        "women in Austria, 'SEX=_T,F AUT'"
    })
    void wordsOfASubjectAndAnAreaLeadToTheSelection(String query, String selection) {
        List<SearchDocument> figures = found(Kind.FIGURE, query);
        String[] wanted = selection.split(" ");
        assertTrue(
                figures.get(0).path().contains("?REF_AREA=" + wanted[1] + "&")
                        && figures.get(0).path().contains("&" + wanted[0] + "&"),
                figures.get(0).path());
    }

    @Test
    void figuresByAgeAreOfferedBesideThoseOfChildren() {
        List<String> paths = found(Kind.FIGURE, "children europe").stream()
                .map(SearchDocument::path)
                .toList();
        assertTrue(
                paths.contains(
                        "/data/VICTIMS?REF_AREA=150&SEX=_T&AGE=Y0T17,Y_GE18,_U&EXPLOITATION=_T&UNIT_MEASURE=NUMBER"),
                paths.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "origin, /areas/001#citizenship",
        "main origins, /areas/001#citizenship",
        "main origins of victims in western europe, /areas/155#citizenship",
        "pays d'origine Autriche, /areas/AUT#citizenship",
        "来源国, /areas/001#citizenship"
    })
    void originsLeadToTheRankingOfAProfile(String query, String path) {
        assertEquals(path, first(Kind.FIGURE, query));
    }

    @Test
    void anAreaAloneLeadsToItsVictimsAndAYearToThatYear() {
        for (String query : List.of("germany", "Germany 2015", "2015 Deutschland", "276 2015")) {
            List<SearchDocument> figures = found(Kind.FIGURE, query);
            assertEquals(1, figures.size(), query);
            assertEquals("DEU", figures.get(0).figures().area());
            assertTrue(figures.get(0).path().startsWith("/data/VICTIMS?"));
            assertTrue(figures.get(0).figures().years().contains("2015"));
        }
        assertEquals(List.of("2015"), INDEX.find("Germany 2015").years());
        assertEquals(Mode.SOME, INDEX.find("Germany 1999").mode(), "no figure is of 1999");
    }

    @Test
    void suspectedProsecutedAndConvictedStandSideBySide() {
        assertEquals(
                "/data/PERSONS?REF_AREA=FRA&SEX=_T&AGE=_T&UNIT_MEASURE=NUMBER",
                first(Kind.FIGURE, "suspected, prosecuted and convicted in France"));
    }

    /** Brazil reported no forced labour in the sample data: what is there is found, and nothing else pretends. */
    @Test
    void figuresThatAreNotThereAreNotOffered() {
        Results results = INDEX.find("forced labour brazil");
        assertEquals(Mode.SOME, results.mode());
        assertFalse(results.groups().get(0).shown().stream()
                .anyMatch(document -> document.figures().area().equals("BRA")
                        && document.path().contains("EXPLOITATION=_T,LAB")));
        assertEquals("BRA", first(Kind.AREA, "forced labour brazil"));
        assertTrue(results.groups().get(0).shown().size() <= 5);
    }

    /** Iceland reported no victims. Its name is one letter from that of Ireland, which did. */
    @Test
    void aNameIsNotTakenForAnotherOneWithAWrongLetter() {
        Results results = INDEX.find("victims iceland 2016");
        assertEquals(Mode.SOME, results.mode());
        assertEquals("ISL", first(Kind.AREA, "victims iceland 2016"));
        assertEquals(Mode.SIMILAR, INDEX.find("victims irelant 2016").mode(), "a word that no name has");
    }

    @Test
    void wholeNamesComeFirstAndEveryWordCounts() {
        List<String> guinea =
                found(Kind.AREA, "guinea").stream().map(SearchDocument::id).toList();
        assertEquals("GIN", guinea.get(0));
        assertTrue(new TreeSet<>(guinea).containsAll(List.of("GIN", "GNB", "GNQ", "PNG")));
        assertEquals(Mode.SOME, INDEX.find("western japan").mode());
        assertEquals(
                List.of("AUT"),
                found(Kind.AREA, "AUT").stream().map(SearchDocument::id).toList());
    }

    @Test
    void aFilterFindsTheBeginningsOfWords() {
        List<String> found =
                INDEX.find(Kind.AREA, "austr").stream().map(SearchDocument::id).toList();
        assertTrue(found.containsAll(List.of("AUT", "AUS")), found.toString());
        assertEquals(List.of(), INDEX.find(Kind.AREA, "western japan"));
        assertEquals(List.of(), INDEX.find(Kind.AREA, " -,.' "));
    }

    /** No sign is syntax. Whatever is typed is words, and the work stays small. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "*",
                "?*~^\"",
                "(((((((((",
                "\u0000",
                "\ud800",
                "name:* OR kind:AREA",
                "[a TO z] AND NOT {x}",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z",
                "aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq rr ss tt uu vv ww xx yy zz ab ac ad ae af ag ah ai",
                "贩运受害者儿童妇女强迫劳动法国德国奥地利欧洲非洲亚洲定罪嫌疑人起诉器官性剥削来源国籍遣返贩运受害者儿童妇女强迫劳动法国德国奥地利欧洲"
            })
    void nothingTypedIsSyntax(String query) {
        Results results = INDEX.find(query);
        for (Group group : results.groups()) {
            assertTrue(group.shown().size() <= ReleaseIndex.MAX_SHOWN);
        }
        if (query.codePoints().noneMatch(Character::isLetterOrDigit)) {
            assertEquals(List.of(), results.groups());
        }
    }

    @Test
    void syntaxOfLuceneIsPlainWords() {
        assertEquals(first(Kind.AREA, "france"), first(Kind.AREA, "+france^9 -name:*"));
    }

    /** Two instances build the index from the same release, each by itself. */
    @Test
    void twoInstancesFindTheSameInTheSameOrder() {
        ReleaseIndex other = SearchWorld.index();
        for (String query : List.of("victims", "children europe", "island", "vict", "sex work", "guinea", "数据 国")) {
            assertEquals(answers(INDEX, query), answers(other, query), query);
        }
        assertEquals(INDEX.bytes(), other.bytes());
    }

    private static List<String> answers(ReleaseIndex index, String query) {
        return index.find(query).groups().stream()
                .flatMap(group -> group.shown().stream())
                .map(document -> document.kind() + " " + document.path() + " " + document.title())
                .toList();
    }
}
