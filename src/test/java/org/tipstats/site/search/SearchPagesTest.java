package org.tipstats.site.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.search.SearchPages.Hit;
import org.tipstats.site.search.SearchPages.HitGroup;
import org.tipstats.site.search.SearchPages.SearchPage;

class SearchPagesTest {

    private static SearchPage page(String query, String language) {
        return SearchPages.page(query, SearchWorld.INDEX, PageTexts.in(language));
    }

    @Test
    void figuresComeFirstThenThePageOfTheirCountry() {
        SearchPage page = page("convictions france", "en");

        assertEquals(
                List.of("figure", "area"),
                page.groups().stream().map(HitGroup::id).toList());
        Hit figures = page.groups().get(0).hits().get(0);
        assertEquals("France · Persons convicted", figures.name());
        assertEquals(
                "/en/data/PERSONS?REF_AREA=FRA&STAGE=CONVICTED&SEX=_T&AGE=_T&UNIT_MEASURE=NUMBER", figures.address());
        assertEquals(
                "Persons suspected of, prosecuted for or convicted of trafficking in persons · Figures for 2007–2015",
                figures.about());
        assertEquals("/en/areas/FRA", page.groups().get(1).hits().get(0).address());
        assertEquals(
                "Country or area · Western Europe",
                page.groups().get(1).hits().get(0).about());
    }

    @Test
    void aYearIsPartOfTheAddressWherePagesHaveOne() {
        Hit figures = page("Germany 2015", "fr").groups().get(0).hits().get(0);

        assertEquals("Allemagne · Victimes de la traite des personnes détectées · 2015", figures.name());
        assertTrue(figures.address().endsWith("&UNIT_MEASURE=NUMBER&TIME_PERIOD=2015"), figures.address());
        assertEquals(
                "/en/areas/AUT#citizenship",
                page("origin austria 2015", "en").groups().get(0).hits().get(0).address());
    }

    @Test
    void aSearchThatNamesNoAreaNamesNoAreas() {
        assertEquals(
                List.of("figure"),
                page("child victims", "en").groups().stream().map(HitGroup::id).toList());
    }

    @Test
    void thePageSaysWhenOnlySomeWordsMatch() {
        assertEquals(
                "No page has all these words. These pages have some of them.",
                page("victims atlantis", "en").found());
        assertTrue(page("zzzz", "en").groups().isEmpty());
        assertTrue(page("zzzz", "en").found().startsWith("No results."));
    }

    @ParameterizedTest
    @CsvSource({"en", "fr", "es", "ru", "ar", "zh"})
    void everyResultSaysWhatItIsInTheReadersLanguage(String language) {
        for (String query : List.of("victims", "austria", "methods", "island", "map", "more victims", "CL_AGE")) {
            for (HitGroup group : page(query, language).groups()) {
                assertFalse(group.heading().isBlank());
                for (Hit hit : group.hits()) {
                    assertTrue(hit.address().startsWith("/" + language + "/"), hit.address());
                    assertFalse(hit.name().isBlank() || hit.about().isBlank(), hit.address());
                    if (language.equals("ru")) {
                        assertTrue(hit.about().matches("(?s).*\\p{IsCyrillic}.*"), hit.about());
                    }
                }
            }
        }
    }

    @Test
    void moreResultsAreCounted() {
        SearchPage page = page("victims europe", "en");
        HitGroup figures = page.groups().get(0);
        assertEquals(20, figures.hits().size());
        assertTrue(figures.left().endsWith(" more results. Add a word to see them."), figures.left());
    }
}
