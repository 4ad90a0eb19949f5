package org.tipstats.platform.mail;

import java.util.List;

/**
 * What a message says, in the language of its reader. It never has figures.
 *
 * @param areas the areas that it is about, all of which its reader must still have when it is sent; empty if it is about none
 * @param path the path of the page that the message leads to, below the language, for example {@code /desk}
 */
public record MailText(String subject, List<String> paragraphs, List<String> areas, String path) {

    public MailText {
        if (subject.isBlank() || paragraphs.isEmpty() || !path.startsWith("/")) {
            throw new IllegalArgumentException("a message has a subject, a text and a path");
        }
        subject = subject.replaceAll("\\s+", " ").strip();
        paragraphs = List.copyOf(paragraphs);
        areas = List.copyOf(areas);
    }

    /** Makes a message that is about no area. */
    public MailText(String subject, List<String> paragraphs, String path) {
        this(subject, paragraphs, List.of(), path);
    }
}
