package org.tipstats.disseminate.notify;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tipstats.publish.notice.ReleaseNotice;
import org.tipstats.publish.release.ReleaseChange;
import org.tipstats.publish.release.ReleaseChange.Kind;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;

/** Writes releases, errata and withdrawals as an Atom feed (RFC 4287), the newest entry first. */
final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newInstance();

    private final String publisher;
    private final String base;
    private final String language;
    private final Bundle texts;

    /** @param base the URL of the service */
    AtomFeed(String publisher, String base, String language) {
        this.publisher = publisher;
        this.base = base;
        this.language = language;
        this.texts = Bundle.of(AtomFeed.class, "feed", language);
    }

    String write(List<FeedEntry> releases, List<ReleaseNotice> notices) {
        List<FeedPart> parts = Stream.concat(
                        releases.stream()
                                .map(release ->
                                        new FeedPart(release.release().publishedAt(), xml -> entry(xml, release))),
                        notices.stream().map(notice -> new FeedPart(notice.publishedAt(), xml -> entry(xml, notice))))
                .sorted(Comparator.comparing(FeedPart::at).reversed())
                .toList();
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language);
            head(xml, parts.isEmpty() ? Instant.EPOCH : parts.get(0).at());
            for (FeedPart part : parts) {
                part.writer().write(xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void head(XMLStreamWriter xml, Instant updated) throws XMLStreamException {
        String address = base + "/api/v1/feed.atom";
        element(xml, "id", address);
        element(xml, "title", texts.text("title", Map.of("publisher", publisher)));
        element(xml, "subtitle", texts.text("subtitle"));
        element(xml, "updated", updated.toString());
        xml.writeStartElement("author");
        element(xml, "name", publisher);
        xml.writeEndElement();
        link(xml, "self", "application/atom+xml", address + "?lang=" + language);
        alternates(xml, "/releases");
    }

    private void entry(XMLStreamWriter xml, FeedEntry reported) throws XMLStreamException {
        ReleaseView release = reported.release();
        xml.writeStartElement("entry");
        element(xml, "id", reported.id());
        text(xml, "title", release.titles());
        element(xml, "published", release.publishedAt().toString());
        element(xml, "updated", release.publishedAt().toString());
        alternates(xml, "/releases/" + release.id());
        link(xml, "related", "application/json", base + "/api/v1/releases/" + release.id() + "/changes");
        LocalText notes = new LocalText(release.notesIn());
        String said = notes.texts().isEmpty() ? "" : notes.inLanguage(language) + " ";
        element(xml, "summary", said + changes(reported.changes()));
        xml.writeEndElement();
    }

    private void entry(XMLStreamWriter xml, ReleaseNotice notice) throws XMLStreamException {
        String key = notice.kind() == ReleaseNotice.Kind.WITHDRAWAL ? "withdrawal" : "erratum";
        xml.writeStartElement("entry");
        element(xml, "id", urn(notice.id() + "|" + notice.publishedAt()));
        element(xml, "title", texts.text(key, Map.of("title", notice.titles().inLanguage(language))));
        element(xml, "published", notice.publishedAt().toString());
        element(xml, "updated", notice.publishedAt().toString());
        alternates(xml, "/releases/" + notice.release());
        text(xml, "summary", notice.text());
        xml.writeEndElement();
    }

    private static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private String changes(ChangeCounts changes) {
        return texts.text(
                changes.isFirst() ? "first" : "changes",
                Map.of(
                        "added", changes.count(Kind.NEW),
                        "revised", changes.count(Kind.REVISED),
                        "withdrawn", changes.count(Kind.WITHDRAWN),
                        "suppressed", changes.count(Kind.SUPPRESSED)));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(printable(text));
        xml.writeEndElement();
    }

    /**
     * Writes a text in the language of the feed. If the text lacks this language, writes another language and names it.
     */
    private void text(XMLStreamWriter xml, String name, LocalText text) throws XMLStreamException {
        xml.writeStartElement(name);
        String written = text.languageFor(language);
        if (!written.equals(language)) {
            xml.writeAttribute("xml:lang", written);
        }
        xml.writeCharacters(printable(text.inLanguage(language)));
        xml.writeEndElement();
    }

    /** Links to a page for people, then to the same content for programs. Feed readers open the first link. */
    private void alternates(XMLStreamWriter xml, String path) throws XMLStreamException {
        link(xml, "alternate", "text/html", base + "/" + language + path);
        link(xml, "alternate", "application/json", base + "/api/v1" + path);
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    /** Removes the characters that XML 1.0 cannot represent. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** An entry of the feed, to be written. */
    private record FeedPart(Instant at, PartWriter writer) {}

    @FunctionalInterface
    private interface PartWriter {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** A published release as the feed shows it. */
    record FeedEntry(ReleaseView release, ChangeCounts changes) {

        /**
         * Returns an id that never changes. No other release has the same id, not even a release of another service.
         */
        String id() {
            return urn(release.id() + "|" + release.contentHash() + "|" + release.publishedAt());
        }
    }

    /**
     * Numbers of published figures that differ from the previous release, by kind of change.
     *
     * @param isFirst whether there is no previous release to compare with
     */
    record ChangeCounts(boolean isFirst, Map<Kind, Long> counts) {

        static ChangeCounts of(List<ReleaseChange> changes) {
            Map<Kind, Long> counts = new EnumMap<>(Kind.class);
            changes.forEach(change -> counts.merge(change.change(), 1L, Long::sum));
            return new ChangeCounts(false, counts);
        }

        /**
         * Returns the counts of the first release, in which every figure is new.
         *
         * @param figures number of figures in the release
         */
        static ChangeCounts first(long figures) {
            return new ChangeCounts(true, Map.of(Kind.NEW, figures));
        }

        long count(Kind kind) {
            return counts.getOrDefault(kind, 0L);
        }
    }
}
