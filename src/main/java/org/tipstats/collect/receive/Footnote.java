package org.tipstats.collect.receive;

/** A justification whose text is a public comment. @param key of the value that it stands beside */
record Footnote(String key, long justification, String rule, String text) {

    /** Whether it is about the same as another. */
    boolean isAbout(Justification other) {
        return rule.equals(other.rule) && key.equals(other.subject);
    }
}
