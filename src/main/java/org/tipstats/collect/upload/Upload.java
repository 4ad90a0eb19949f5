package org.tipstats.collect.upload;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * A file as it is submitted.
 *
 * @param fileName the name that the sender gave, or null
 * @param dataflow the dataflow of the figures; null if the file or its mapping names one or several
 * @param key the Idempotency-Key, or null
 * @param language the language of messages in the answer
 * @param mapping the mapping that the request chooses for the file
 * @param origin where the rows come from
 * @param behalf the area for which a reviewer enters the file; null if the sender submits for own areas
 */
public record Upload(
        InputStream body,
        String fileName,
        String mediaType,
        Dataflow dataflow,
        UploadMode mode,
        String key,
        String language,
        MappingChoice mapping,
        UploadOrigin origin,
        Behalf behalf) {

    /** Creates the upload of a file whose request chooses no mapping. */
    public Upload(
            InputStream body,
            String fileName,
            String mediaType,
            Dataflow dataflow,
            UploadMode mode,
            String key,
            String language) {
        this(body, fileName, mediaType, dataflow, mode, key, language, MappingChoice.NONE, UploadOrigin.FILE, null);
    }

    /**
     * Creates an upload of rows that the service made from a person's entries. The rows are added to the accepted
     * figures, or change them.
     *
     * @param rows the rows as SDMX-CSV, with the columns of the dataflow
     * @param fileName the name that the rows get as a file
     */
    public static Upload ofRows(String rows, String fileName, Dataflow dataflow, UploadOrigin origin, String language) {
        return new Upload(
                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                fileName,
                "application/vnd.sdmx.data+csv",
                dataflow,
                UploadMode.MERGE,
                null,
                language,
                MappingChoice.NONE,
                origin,
                null);
    }

    public Upload mappedBy(MappingChoice choice) {
        return new Upload(body, fileName, mediaType, dataflow, mode, key, language, choice, origin, behalf);
    }

    /** @param other null if the sender submits for own areas */
    public Upload onBehalf(Behalf other) {
        return new Upload(body, fileName, mediaType, dataflow, mode, key, language, mapping, origin, other);
    }

    /** Returns the same file with the figures of one dataflow. */
    public Upload of(Dataflow flow) {
        return new Upload(body, fileName, mediaType, flow, mode, key, language, mapping, origin, behalf);
    }

    /** Says how a file's rows change the accepted figures. */
    public enum UploadMode {
        /** The rows are added to the accepted figures, or change them. */
        MERGE,
        /** The rows replace all figures of their areas and periods. */
        REPLACE
    }

    /** Says where the rows of a submission come from. */
    public enum UploadOrigin {
        /** From a file that somebody sent. */
        FILE,
        /** From figures that somebody typed in on a form of this service. */
        TYPED,
        /** From a declaration that there are no figures. */
        DECLARED
    }
}
