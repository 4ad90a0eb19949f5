package org.tipstats.site.file;

/**
 * The file field of a form.
 *
 * @param hint the accepted kinds of files and their largest size
 * @param limitBytes the largest size in bytes
 * @param limit the largest size in words
 * @param fault the fault of the chosen file; null if there is none
 */
public record FileDrop(String hint, long limitBytes, String limit, String fault) {

    /** Returns the accepted file name extensions for the form's {@code accept} attribute. */
    public String getAccept() {
        return ".csv,.tsv,.txt,.xlsx,.ods,.xml,.json";
    }
}
