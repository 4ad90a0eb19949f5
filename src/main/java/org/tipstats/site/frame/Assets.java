package org.tipstats.site.frame;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that pages load. Their addresses carry a hash of all of them. They may therefore be cached for ever, and a
 * module finds the modules that it imports in the same folder.
 */
@Singleton
public final class Assets {

    static final String FOLDER = "/assets/";

    /** Every file of the folder {@code web}. A jar offers no listing. */
    static final List<String> NAMES =
            List.of("base.js", "charts.js", "explorer.js", "file-drop.js", "icon.svg", "map.js", "site.css");

    /** Files that the build copies from the libraries to the same folder, with their licences. */
    static final List<String> LIBRARIES =
            List.of("echarts-LICENSE-d3.txt", "echarts-LICENSE.txt", "echarts-NOTICE.txt", "echarts.js");

    private static final int VERSION_DIGITS = 12;

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final String version;

    Assets() {
        MessageDigest digest = sha256();
        for (String name : Stream.concat(NAMES.stream(), LIBRARIES.stream()).toList()) {
            byte[] content = read(name);
            contents.put(name, content);
            digest.update(content);
        }
        this.version = HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    }

    /**
     * Returns the address of a file.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String at(String name) {
        if (!contents.containsKey(name)) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return FOLDER + version + "/" + name;
    }

    public String version() {
        return version;
    }

    Optional<byte[]> content(String name) {
        return Optional.ofNullable(contents.get(name));
    }

    private static byte[] read(String name) {
        try (InputStream content = Assets.class.getResourceAsStream("/web/" + name)) {
            if (content == null) {
                throw new IllegalStateException("the asset " + name + " is missing in the artefact");
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
