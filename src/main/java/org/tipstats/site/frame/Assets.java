package org.tipstats.site.frame;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The files that pages load. The URL of each file contains a hash of all files. Browsers may therefore cache the files
 * for ever. All files have the same folder, named after the hash, so that a script finds the scripts that it imports.
 */
@Singleton
public final class Assets {

    static final String FOLDER = "/assets/";

    /**
     * The names of all files in the folder {@code web}. The code lists the names, because it cannot list a folder in a
     * jar.
     */
    static final List<String> NAMES = List.of(
            "base.js",
            "charts.js",
            "entry.js",
            "explorer.js",
            "file-drop.js",
            "icon.svg",
            "map.js",
            "site.css",
            "tabulate-engine.js",
            "tabulate-start.js",
            "tabulate.js");

    /** The names of library files and licence files that the build copies into the folder {@code web}. */
    static final List<String> LIBRARIES =
            List.of("echarts-LICENSE-d3.txt", "echarts-LICENSE.txt", "echarts-NOTICE.txt", "echarts.js");

    private static final String EMBLEM = "emblem.svg";
    private static final int MAX_EMBLEM = 100_000;
    private static final int VERSION_DIGITS = 12;

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final String version;

    /**
     * Reads all files.
     *
     * @param emblem an SVG file with the emblem of the publisher, from {@code tipstats.emblem}
     */
    Assets(@ConfigProperty(name = "tipstats.emblem") Optional<Path> emblem) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        Stream.concat(NAMES.stream(), LIBRARIES.stream()).forEach(name -> contents.put(name, read(name)));
        emblem.ifPresent(file -> contents.put(EMBLEM, readEmblem(file)));
        contents.values().forEach(digest::update);
        this.version = HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    }

    /**
     * Returns the URL of a file.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String at(String name) {
        if (!contents.containsKey(name)) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return FOLDER + version + "/" + name;
    }

    /** Returns the URL of the publisher's emblem, or of the service's icon if there is no emblem. */
    public String emblem() {
        return at(contents.containsKey(EMBLEM) ? EMBLEM : "icon.svg");
    }

    public String version() {
        return version;
    }

    Optional<byte[]> content(String name) {
        return Optional.ofNullable(contents.get(name));
    }

    private static byte[] readEmblem(Path file) {
        try {
            String text = Files.readString(file);
            if (text.length() > MAX_EMBLEM || !text.contains("<svg")) {
                throw new IllegalStateException("TIPSTATS_EMBLEM must be an SVG file of at most " + MAX_EMBLEM
                        + " characters, and " + file + " is none.");
            }
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("TIPSTATS_EMBLEM names " + file + ", which cannot be read.", e);
        }
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
}
