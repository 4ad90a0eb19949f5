package org.tipstats.start.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** A page of a copy links to the copy or to the service, and has nothing that needs the service. */
class PageCopyTest {

    private static final String SERVICE = "https://stats.example.org";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en" dir="ltr"><head><title>Page</title>
            <link rel="alternate" hreflang="en" href="https://stats.example.org/en/areas/AUT">
            <link rel="stylesheet" href="/assets/1/site.css">
            <script type="module" src="/assets/1/base.js"></script></head>
            <body>
            <a class="tool" href="/en/sign-in">Sign in</a>
            <nav class="languages"><a href="/ar/areas/AUT?view=line" hreflang="ar">AR</a></nav>
            <a class="skip" href="#content">Skip</a>
            <form role="search" action="/en/search"><input name="q"></form>
            <ul><li><a href="/en/sign-in">Submit</a> as a State</li><li><a href="/en/areas/AUT/brief?release=r#cite">Brief</a></li></ul>
            <p><a href="/en/data/VICTIMS?A=1&amp;B=2">Explore</a>
            <a href="https://stats.example.org/en/areas/AUT?release=r">This page</a> <a href="https://example.net/">Elsewhere</a></p>
            <svg viewBox="0 0 1 1"><use href="/map/1/world.svg#AUT"/></svg>
            <figure data-address="/en/data/VICTIMS?A=1"><button data-png="/en/data/VICTIMS/map.svg?A=1"></button></figure><details data-codelist="CL_AREA"></details>
            <footer><div class="last"><form class="themes" method="post" action="/en/theme"></form></div></footer>
            </body></html>
            """;

    private static final Set<String> COPIED = Set.of(
            "/ar/areas/AUT/",
            "/en/areas/AUT/",
            "/en/areas/AUT/brief/",
            "/assets/1/site.css",
            "/assets/1/base.js",
            "/map/1/world.svg",
            "/en/data/VICTIMS/map/1.svg");

    private static String copy() {
        return new PageCopy(PAGE, SERVICE)
                .written(CopyAddress.of("/en/areas/AUT"), to -> COPIED.contains(to.link()), "A copy of r:");
    }

    private static void has(String part) {
        assertTrue(copy().contains(part), part + "\n" + copy());
    }

    @Test
    void thePageNamesTheAddressOfItsWebsite() {
        assertEquals(SERVICE, PageCopy.service(PAGE, "/en/areas/AUT"));
    }

    @Test
    void itsLinksAndPartsAreFound() {
        PageCopy page = new PageCopy(PAGE, SERVICE);
        assertEquals(
                Set.of(
                        "/ar/areas/AUT?view=line",
                        "/en/areas/AUT/brief?release=r",
                        "/en/data/VICTIMS?A=1&B=2",
                        "/en/areas/AUT?release=r",
                        "/assets/1/site.css"),
                page.links());
        assertEquals(Set.of("/assets/1/base.js", "/map/1/world.svg", "/en/data/VICTIMS/map.svg?A=1"), page.parts());
    }

    @Test
    void linksLeadToTheCopyIfItHasThePage() {
        has("href=\"/en/areas/AUT/brief/#cite\"");
        has("<a href=\"/en/areas/AUT/\">This page</a>");
        has("href=\"/map/1/world.svg#AUT\"");
        has("src=\"/assets/1/base.js\"");
        has("data-png=\"/en/data/VICTIMS/map/1.svg\"");
        has("href=\"#content\"");
        has("<a href=\"/ar/areas/AUT/\" hreflang=\"ar\">");
    }

    @Test
    void otherLinksAndFormsLeadToTheService() {
        has("href=\"https://stats.example.org/en/data/VICTIMS?A=1&amp;B=2\"");
        has("action=\"https://stats.example.org/en/search\"");
        has("data-address=\"https://stats.example.org/en/data/VICTIMS?A=1\"");
        has("href=\"https://example.net/\"");
    }

    @Test
    void nothingNeedsTheService() {
        String copy = copy();
        for (String gone : new String[] {"sign-in", "as a State", "method=\"post\"", "/theme", "data-codelist"}) {
            assertFalse(copy.contains(gone), gone);
        }
    }

    @Test
    void thePageSaysThatItIsACopy() {
        has("<link rel=\"canonical\" href=\"https://stats.example.org/en/areas/AUT\">");
        has("<p>A copy of r: <a href=\"https://stats.example.org/en/\" dir=\"ltr\">https://stats.example.org</a></p>");
    }

    @Test
    void theRestStaysAsItIs() {
        has("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">");
        has("viewBox=\"0 0 1 1\"");
        has("hreflang=\"en\" href=\"https://stats.example.org/en/areas/AUT\"");
    }
}
