package org.tipstats.validate.findings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Property files beside classes, in UTF-8. */
public final class Texts {

    private Texts() {}

    /** The entries of a file beside a class; none when there is no such file. */
    public static Map<String, String> load(Class<?> beside, String name) {
        Map<String, String> texts = new TreeMap<>();
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
