package org.tipstats.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.tipstats.platform.database.JsonText;

/**
 * Writes and reads entries of the log as lines of JSON. An entry that was written and read again is the same entry, so
 * its hash can be verified.
 */
public final class LogLines {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private LogLines() {}

    public static String write(RecordedEvent entry) {
        return JsonText.write(JSON, entry);
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException if the line is not an entry
     */
    public static RecordedEvent read(String line) {
        try {
            RecordedEvent entry = JSON.readValue(line, RecordedEvent.class);
            if (entry == null || entry.at() == null || entry.prevHash() == null || entry.hash() == null) {
                throw new IllegalArgumentException("the line is not an entry of the log");
            }
            return entry;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the line is not an entry of the log", e);
        }
    }
}
