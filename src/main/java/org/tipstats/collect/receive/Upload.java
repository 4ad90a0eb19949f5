package org.tipstats.collect.receive;

import java.io.InputStream;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * A file as it is sent in.
 *
 * @param fileName as the sender calls it, or null
 * @param key the Idempotency-Key, or null
 * @param language of the sentences in the answer
 */
public record Upload(
        InputStream body,
        String fileName,
        String mediaType,
        Dataflow dataflow,
        Mode mode,
        String key,
        String language) {}
