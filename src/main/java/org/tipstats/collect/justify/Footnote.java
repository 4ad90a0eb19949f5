package org.tipstats.collect.justify;

/**
 * A justification whose text is a public comment.
 *
 * @param key the key of the value that the comment belongs to
 */
record Footnote(String key, long justification, String rule, String text) {

    /** Checks that another justification has the same rule and explains the same key. */
    boolean isAbout(Justification other) {
        return rule.equals(other.rule) && key.equals(other.subject);
    }
}
