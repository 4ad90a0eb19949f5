package org.tipstats.site.file;

/**
 * The place for a file in a form.
 *
 * @param hint which kinds of files are taken, and how large they may be
 * @param limitBytes how large that is
 * @param limit the same in words
 * @param fault what is wrong with the file that was chosen; null for nothing
 */
public record FileDrop(String hint, long limitBytes, String limit, String fault) {

    /** The endings of the names of files that are taken, as a form has them. */
    public String getAccept() {
        return ".csv,.tsv,.txt,.xlsx,.ods,.xml,.json";
    }
}
