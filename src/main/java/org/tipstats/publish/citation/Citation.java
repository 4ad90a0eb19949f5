package org.tipstats.publish.citation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * A citation of a published release.
 *
 * @param sha256 hash over the hashes of the release's datasets
 * @param texts a sentence for a list of sources, by language
 * @param csl an item for reference managers (CSL-JSON)
 */
public record Citation(
        String release, String url, String sha256, Map<String, String> texts, String bibtex, Map<String, Object> csl) {

    private static final String BIBTEX = """
        @misc{%s,
          author = {{%s}},
          title = {{%s}},
          year = {%d},
          month = {%d},
          version = {%s},
          howpublished = {\\url{%s}},
          note = {Published on %s, SHA-256 %s}
        }
        """;

    /** @param release a public release */
    static Citation of(ReleaseReference release, String publisher, String base) {
        LocalDate date = date(release);
        String url = url(base, release.id());
        return new Citation(
                release.id(),
                url,
                release.contentHash(),
                texts(release, publisher, base),
                bibtex(release, publisher, date, url),
                csl(release, publisher, date, url));
    }

    /**
     * Returns the permanent URL of a release.
     *
     * @param base the URL of the service
     */
    public static String url(String base, String release) {
        return base + "/api/v1/releases/" + release;
    }

    /** Returns the sentence for a list of sources. */
    static LocalText sentence(ReleaseReference release, String publisher, String base) {
        return new LocalText(texts(release, publisher, base));
    }

    /**
     * Returns the sentence for a list of sources.
     *
     * @param base the URL of the service
     */
    public static LocalText sentence(ReleaseView release, String publisher, String base) {
        return sentence(
                new ReleaseReference(
                        release.id(), release.titles(), release.publishedAt(), release.contentHash(), 0, true),
                publisher,
                base);
    }

    private static LocalDate date(ReleaseReference release) {
        return release.publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Map<String, String> texts(ReleaseReference release, String publisher, String base) {
        LocalDate date = date(release);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("publisher", publisher);
        values.put("year", Integer.toString(date.getYear()));
        values.put("id", release.id());
        values.put("date", date.toString());
        values.put("sha256", release.contentHash());
        values.put("url", url(base, release.id()));
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : LocalText.LANGUAGES) {
            // The template of the sentence already has a full stop.
            values.put("title", release.titles().inLanguage(language).replaceFirst("[.\u3002]\\s*$", ""));
            texts.put(language, Bundle.of(Citation.class, "citation", language).text("release", values));
        }
        return texts;
    }

    private static String bibtex(ReleaseReference release, String publisher, LocalDate date, String url) {
        return String.format(
                Locale.ROOT,
                BIBTEX,
                release.id().replaceAll("[^A-Za-z0-9:-]", "-"),
                escaped(publisher),
                escaped(release.title()),
                date.getYear(),
                date.getMonthValue(),
                escaped(release.id()),
                url,
                date,
                release.contentHash());
    }

    /** Escapes characters that are special in TeX. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\\' -> escaped.append("{\\textbackslash}");
                case '~' -> escaped.append("{\\textasciitilde}");
                case '^' -> escaped.append("{\\textasciicircum}");
                case '{', '}', '&', '%', '$', '#', '_' -> escaped.append('\\').append(c);
                default -> escaped.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return escaped.toString();
    }

    private static Map<String, Object> csl(ReleaseReference release, String publisher, LocalDate date, String url) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", release.id());
        item.put("type", "dataset");
        item.put("title", release.title());
        item.put("author", List.of(Map.of("literal", publisher)));
        item.put("publisher", publisher);
        item.put(
                "issued",
                Map.of("date-parts", List.of(List.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))));
        item.put("version", release.id());
        item.put("URL", url);
        item.put("note", "SHA-256 " + release.contentHash());
        return item;
    }
}
