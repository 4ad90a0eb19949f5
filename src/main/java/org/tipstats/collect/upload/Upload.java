package org.tipstats.collect.upload;

import java.io.InputStream;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * A file as it is submitted.
 *
 * @param fileName the name that the sender gave, or null
 * @param dataflow the dataflow of the figures; null if the file itself or its mapping says it, perhaps several
 * @param key the Idempotency-Key, or null
 * @param language the language of messages in the answer
 * @param mapping what the request says about the mapping of the file
 */
public record Upload(
        InputStream body,
        String fileName,
        String mediaType,
        Dataflow dataflow,
        UploadMode mode,
        String key,
        String language,
        MappingChoice mapping) {

    /** Creates an upload whose request says nothing about a mapping. */
    public Upload(
            InputStream body,
            String fileName,
            String mediaType,
            Dataflow dataflow,
            UploadMode mode,
            String key,
            String language) {
        this(body, fileName, mediaType, dataflow, mode, key, language, MappingChoice.NONE);
    }

    public Upload mappedBy(MappingChoice choice) {
        return new Upload(body, fileName, mediaType, dataflow, mode, key, language, choice);
    }

    /** Returns the same file with the figures of one dataflow. */
    public Upload of(Dataflow flow) {
        return new Upload(body, fileName, mediaType, flow, mode, key, language, mapping);
    }

    /** Says how a file's rows change the accepted figures. */
    public enum UploadMode {
        /** The rows are added to the accepted figures, or change them. */
        MERGE,
        /** The rows replace all figures of their areas and periods. */
        REPLACE
    }
}
