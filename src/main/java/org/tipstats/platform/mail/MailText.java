package org.tipstats.platform.mail;

import java.time.Instant;
import java.util.List;

/**
 * The content of a message, in the language of its reader. It never contains figures.
 *
 * @param areas the areas that the message is about; may be empty. The service sends the message only to a reader who
 *     still has all of these areas, or at least one of them if the message is about a consultation
 * @param path the path of the page that the message links to, without the language, for example {@code /desk}
 * @param until the time after which the message is not sent any more; null if it is always useful
 */
public record MailText(String subject, List<String> paragraphs, List<String> areas, String path, Instant until) {

    public MailText {
        if (subject.isBlank() || paragraphs.isEmpty() || !path.startsWith("/")) {
            throw new IllegalArgumentException("a message has a subject, a text and a path");
        }
        subject = plain(subject.replaceAll("\\s+", " ")).strip();
        paragraphs = paragraphs.stream().map(MailText::plain).toList();
        areas = List.copyOf(areas);
    }

    /** Makes a message that is about no area. */
    public MailText(String subject, List<String> paragraphs, String path) {
        this(subject, paragraphs, List.of(), path);
    }

    public MailText(String subject, List<String> paragraphs, List<String> areas, String path) {
        this(subject, paragraphs, areas, path, null);
    }

    /**
     * Returns a text without characters that could change the direction of the text around them, and without control
     * characters except line feeds and tabs. Reasons, titles and names may contain them.
     */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]", "");
    }

    /** Returns the same message with an end. */
    MailText with(Instant end) {
        return new MailText(subject, paragraphs, areas, path, end);
    }
}
