package org.tipstats.platform.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import org.apache.commons.io.function.Uncheck;

/** Writes values as JSON, and reads JSON that the program wrote itself. So a failure is always a bug. */
public final class JsonText {

    private JsonText() {}

    public static String write(ObjectMapper json, Object value) {
        return Uncheck.get(() -> json.writeValueAsString(value));
    }

    /** @param reader reads the type that the caller expects */
    public static <T> T read(ObjectReader reader, String text) {
        return Uncheck.get(() -> reader.readValue(text));
    }
}
