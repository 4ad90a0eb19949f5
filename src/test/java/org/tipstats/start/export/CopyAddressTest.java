package org.tipstats.start.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses with choices become paths, and the rules say which of them a copy has. */
class CopyAddressTest {

    private static final CopyRules RULES = new CopyRules("2016-1", List.of("en", "ar"));

    private static String link(String address) {
        return CopyAddress.of(address).link();
    }

    private static boolean copied(String to, String from) {
        return RULES.copiesLink(CopyAddress.of(to), CopyAddress.of(from));
    }

    @Test
    void aPageIsAFolderWithItsIndex() {
        assertEquals("/en/", link("/en/"));
        assertEquals("/en/areas/AUT/", link("/en/areas/AUT"));
        assertEquals("en/areas/AUT/index.html", CopyAddress.of("/en/areas/AUT").file());
        assertEquals("/en/releases/2016.1/", link("/en/releases/2016.1"));
    }

    @Test
    void aChoiceIsAPartOfThePath() {
        assertEquals("/en/topics/forced-labour/150/", link("/en/topics/forced-labour?area=150"));
        String chart = link("/en/data/VICTIMS?REF_AREA=AUT&SEX=_T,F&view=line");
        assertTrue(chart.matches("/en/data/VICTIMS/AUT-[0-9a-f]{8}/"), chart);
        assertEquals(chart, link("/en/data/VICTIMS?view=line&SEX=_T,F&REF_AREA=AUT"), "the order does not matter");
        assertNotEquals(chart, link("/en/data/VICTIMS?REF_AREA=AUT&SEX=_T,M&view=line"));
        assertTrue(
                link("/en/data/VICTIMS/map.svg?REF_AREA=*&SEX=F").matches("/en/data/VICTIMS/map/choice-\\w{8}\\.svg"));
    }

    @Test
    void theReleaseIsNoChoiceBecauseACopyHasOne() {
        assertEquals("/en/areas/AUT/brief/", link("/en/areas/AUT/brief?release=2016-1"));
        assertEquals("/api/v1/data/VICTIMS.csv", link("/api/v1/data/VICTIMS?release=2016-1&format=csv"));
    }

    @Test
    void anAddressOfAnotherReleaseIsNotPartOfTheCopy() {
        for (String address : List.of("/en/areas/AUT/brief", "/api/v1/data/VICTIMS", "/en/data/VICTIMS/map.svg")) {
            assertTrue(CopyAddress.of(address).isOf("2016-1"), address);
            assertTrue(CopyAddress.of(address + "?release=2016-1").isOf("2016-1"), address);
            for (String other : List.of("?release=2015-1", "?release=", "?release=2016-1&release=2015-1")) {
                assertFalse(CopyAddress.of(address + other).isOf("2016-1"), address + other);
                assertFalse(copied(address + other, "/en/"), address + other);
                assertFalse(RULES.copiesPart(CopyAddress.of(address + other)), address + other);
            }
        }
    }

    @Test
    void anAnswerOfTheApiHasTheEndingOfItsFormat() {
        assertEquals("/api/v1/data/VICTIMS/AUT.json", link("/api/v1/data/VICTIMS?REF_AREA=AUT&release=2016-1&limit=9"));
        assertEquals("/api/v1/data/VICTIMS/AUT.csv", link("/api/v1/data/VICTIMS?REF_AREA=AUT&format=csv"));
        assertEquals("/api/v1/data/VICTIMS.json-stat.json", link("/api/v1/data/VICTIMS?format=json-stat"));
        assertEquals("/api/v1/releases/2016.1/bundle.zip", link("/api/v1/releases/2016.1/bundle.zip"));
        assertEquals("/api/v1/releases/2016.1/citation.bib", link("/api/v1/releases/2016.1/citation?format=bibtex"));
        assertEquals("/api/v1/feed/ar.atom", link("/api/v1/feed.atom?lang=ar"));
    }

    @Test
    void nothingIsWrittenOutsideTheFolder() {
        for (String path : List.of("/en/../../etc", "/en/.git", "/en/a%2Fb", "/en/a\\b", "/en//x")) {
            assertFalse(CopyAddress.of(path).isSafe(), path);
            assertFalse(copied(path, "/en/"), path);
        }
        assertTrue(CopyAddress.of("/en/areas/AUT").isSafe());
    }

    @Test
    void pagesOfTheReleaseAreCopiedInTheChosenLanguages() {
        for (String page : List.of(
                "/en/areas/AUT", "/ar/methods", "/en/releases/2016-1/changes", "/en/areas/AUT/brief?release=2016-1")) {
            assertTrue(copied(page, "/en/"), page);
        }
        for (String page : List.of(
                "/fr/areas/AUT",
                "/en/releases/2015-1",
                "/en/reports/2015-1",
                "/en/search",
                "/en/check",
                "/en/desk",
                "/en/sign-in",
                "/en/figure/VICTIMS/A.AUT/2016",
                "/q/swagger-ui",
                "/api/v1/audit/head",
                "/api/v1/releases/2015-1")) {
            assertFalse(copied(page, "/en/"), page);
        }
    }

    @Test
    void onlyReadyChoicesAreCopied() {
        String chart = "/en/data/VICTIMS?REF_AREA=001&view=line";
        assertTrue(copied(chart, "/en/"));
        assertTrue(copied(chart, "/en/topics/forced-labour"));
        assertFalse(copied(chart, "/en/areas/AUT"), "a profile draws its charts itself");
        assertFalse(copied(chart, "/en/data/VICTIMS?REF_AREA=AUT"), "the choices of a chart have no end");
        assertTrue(copied("/en/topics/forced-labour?area=150", "/en/areas/150/brief"));
        assertFalse(copied("/en/topics/forced-labour?area=AUT", "/en/areas/AUT/brief"));
        assertTrue(copied("/api/v1/data/VICTIMS?REF_AREA=AUT&format=csv", "/en/areas/AUT"));
        assertFalse(copied("/api/v1/data/VICTIMS?REF_AREA=AUT&format=csv", chart));
    }
}
