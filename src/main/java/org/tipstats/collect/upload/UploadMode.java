package org.tipstats.collect.upload;

/** Says how a file's rows change the accepted figures. */
public enum UploadMode {
    /** The rows are added to the accepted figures, or change them. */
    MERGE,
    /** The rows replace all figures of their areas and periods. */
    REPLACE
}
