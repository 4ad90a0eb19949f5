package org.tipstats.disseminate.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tipstats.disseminate.notify.AtomFeed.ChangeCounts;
import org.tipstats.disseminate.notify.AtomFeed.FeedEntry;
import org.tipstats.publish.notice.ReleaseNotice;
import org.tipstats.publish.release.ReleaseChange.Kind;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.vocabulary.schema.LocalText;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Tests that the feed follows RFC 4287. */
class AtomFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Instant MORNING = Instant.parse("2026-02-03T09:00:00Z");

    private static FeedEntry told(String id, String title, Instant publishedAt, ChangeCounts changes) {
        return new FeedEntry(
                new ReleaseView(
                        id,
                        title,
                        Map.of("en", title),
                        "Notes.",
                        Map.of("en", "Notes.", "fr", "Remarques."),
                        ReleaseStatus.PUBLISHED,
                        null,
                        MORNING,
                        null,
                        publishedAt,
                        null,
                        "hash",
                        null,
                        List.of(),
                        null),
                changes);
    }

    private static Element read(String feed) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(feed)))
                .getDocumentElement();
    }

    private static List<String> texts(Element parent, String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = parent.getElementsByTagNameNS(ATOM, name);
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i).getParentNode() == parent) {
                texts.add(found.item(i).getTextContent());
            }
        }
        return texts;
    }

    private static List<FeedEntry> two() {
        return List.of(
                told(
                        "b",
                        "Second <1> & last\u0007",
                        MORNING.plusSeconds(60),
                        new ChangeCounts(false, Map.of(Kind.NEW, 3L, Kind.REVISED, 2L, Kind.SUPPRESSED, 1L))),
                told("a", "First", MORNING, ChangeCounts.first(7)));
    }

    @Test
    void aFeedHasWhatTheStandardDemands() throws Exception {
        Element feed = read(new AtomFeed("The Agency", "https://example.org", "en").write(two(), List.of()));
        assertEquals(ATOM, feed.getNamespaceURI());
        assertEquals(List.of("https://example.org/api/v1/feed.atom"), texts(feed, "id"));
        assertEquals(List.of("2026-02-03T09:01:00Z"), texts(feed, "updated"));
        assertEquals(List.of("Releases of The Agency"), texts(feed, "title"));
        assertEquals(1, texts(feed, "author").size());
        NodeList entries = feed.getElementsByTagNameNS(ATOM, "entry");
        assertEquals(2, entries.getLength());
        for (int i = 0; i < 2; i++) {
            Element entry = (Element) entries.item(i);
            for (String name : List.of("id", "title", "updated", "published", "summary")) {
                assertEquals(1, texts(entry, name).size(), name);
            }
            Element link = (Element) entry.getElementsByTagNameNS(ATOM, "link").item(0);
            assertEquals("alternate", link.getAttribute("rel"));
        }
    }

    @Test
    void anEntryLeadsPeopleToThePageOfItsRelease() throws Exception {
        ReleaseNotice erratum = new ReleaseNotice(
                ReleaseNotice.Kind.ERRATUM,
                "7c8c2f0e-5d6d-4d0c-9f0a-3a6c1f2b9e11",
                "b",
                new LocalText(Map.of("en", "Second")),
                new LocalText(Map.of("en", "One count is wrong.")),
                MORNING.plusSeconds(90));

        Element feed = read(new AtomFeed("The Agency", "https://example.org", "fr").write(two(), List.of(erratum)));

        assertEquals(
                List.of("https://example.org/fr/releases", "https://example.org/api/v1/releases"), alternates(feed));
        NodeList entries = feed.getElementsByTagNameNS(ATOM, "entry");
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    List.of("https://example.org/fr/releases/b", "https://example.org/api/v1/releases/b"),
                    alternates((Element) entries.item(i)));
        }
    }

    private static List<String> alternates(Element parent) {
        NodeList links = parent.getElementsByTagNameNS(ATOM, "link");
        return IntStream.range(0, links.getLength())
                .mapToObj(i -> (Element) links.item(i))
                .filter(link -> link.getParentNode() == parent)
                .filter(link -> link.getAttribute("rel").equals("alternate"))
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    @Test
    void countsFollowTheGrammarAndTheDigitsOfTheLanguage() throws Exception {
        assertEquals("Notes. First release: 1 figure.", summary("en", ChangeCounts.first(1)));
        assertEquals("Notes. First release: 34,204 figures.", summary("en", ChangeCounts.first(34_204)));
        assertEquals(
                "Notes. Respecto de la edición anterior: 1 cifra nueva, 0 revisadas, 0 retiradas, 0 suprimidas.",
                summary("es", new ChangeCounts(false, Map.of(Kind.NEW, 1L))));
        assertEquals("Notes. Первый выпуск: показателей - 34\u00a0204.", summary("ru", ChangeCounts.first(34_204)));
        assertEquals("Notes. 第一个版本：34,204 个数字。", summary("zh", ChangeCounts.first(34_204)));
    }

    private static String summary(String language, ChangeCounts changes) throws Exception {
        Element feed = read(new AtomFeed("The Agency", "https://example.org", language)
                .write(List.of(told("a", "First", MORNING, changes)), List.of()));
        return texts((Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0), "summary")
                .get(0);
    }

    @Test
    void anEntryTellsWhatChangedWithTextsAsTheyAre() throws Exception {
        Element feed = read(new AtomFeed("The Agency", "https://example.org", "en").write(two(), List.of()));
        Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
        assertEquals(List.of("Second <1> & last"), texts(entry, "title"));
        assertEquals(
                List.of("Notes. Compared with the previous release: 3 figures new, 2 revised, 0 withdrawn, 1"
                        + " suppressed."),
                texts(entry, "summary"));
        assertTrue(texts((Element) feed.getElementsByTagNameNS(ATOM, "entry").item(1), "summary")
                .get(0)
                .endsWith("First release: 7 figures."));
    }

    @Test
    void idsStayTheSameWhereverTheFeedIsReadAndDifferBetweenReleases() {
        assertEquals(two().get(0).id(), two().get(0).id());
        assertNotEquals(two().get(0).id(), two().get(1).id());
        assertTrue(two().get(0).id().matches("urn:uuid:[0-9a-f-]{36}"));
    }

    @Test
    void thereIsAFeedInEachLanguageAndOneOfNothing() throws Exception {
        for (String language : LocalText.LANGUAGES) {
            Element feed = read(new AtomFeed("The Agency", "https://example.org", language).write(two(), List.of()));
            assertTrue(texts(feed, "title").get(0).contains("The Agency"), language);
            assertTrue(feed.getTextContent().contains("7"), language);
        }
        read(new AtomFeed("The Agency", "https://example.org", "en").write(List.of(), List.of()));
    }

    @Test
    void errataAndWithdrawalsAreEntriesAmongTheReleases() throws Exception {
        ReleaseNotice erratum = new ReleaseNotice(
                ReleaseNotice.Kind.ERRATUM,
                "7c8c2f0e-5d6d-4d0c-9f0a-3a6c1f2b9e11",
                "a",
                new LocalText(Map.of("en", "First", "fr", "Première")),
                new LocalText(Map.of("en", "One count is wrong.", "fr", "Un effectif est faux.")),
                MORNING.plusSeconds(30));
        ReleaseNotice withdrawal = new ReleaseNotice(
                ReleaseNotice.Kind.WITHDRAWAL,
                "withdrawal-c",
                "c",
                new LocalText(Map.of("en", "Third")),
                new LocalText(Map.of("en", "A figure could identify a person.")),
                MORNING.plusSeconds(90));

        Element feed = read(new AtomFeed("P", "https://example.org", "fr").write(two(), List.of(withdrawal, erratum)));

        NodeList entries = feed.getElementsByTagNameNS(ATOM, "entry");
        assertEquals(4, entries.getLength());
        assertEquals(List.of("2026-02-03T09:01:30Z"), texts(feed, "updated"));
        assertEquals(List.of("Retirée : Third"), texts((Element) entries.item(0), "title"));
        assertEquals(List.of("A figure could identify a person."), texts((Element) entries.item(0), "summary"));
        assertEquals(List.of("Erratum : Première"), texts((Element) entries.item(2), "title"));
        assertEquals(List.of("Un effectif est faux."), texts((Element) entries.item(2), "summary"));
        assertEquals(List.of("en"), languages(entries.item(0), "summary"));
        assertEquals(List.of(""), languages(entries.item(2), "summary"));
    }

    @Test
    void aTextInAnotherLanguageThanTheFeedNamesIt() throws Exception {
        Element feed = read(new AtomFeed("P", "https://example.org", "fr").write(two(), List.of()));

        Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
        assertEquals(List.of("Second <1> & last"), texts(entry, "title"));
        assertEquals(List.of("en"), languages(entry, "title"));
        assertTrue(texts(entry, "summary").get(0).startsWith("Remarques. "));
        assertEquals(List.of(""), languages(entry, "summary"));
    }

    private static List<String> languages(Node of, String name) {
        NodeList found = ((Element) of).getElementsByTagNameNS(ATOM, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> ((Element) found.item(i)).getAttribute("xml:lang"))
                .toList();
    }
}
