package org.tipstats.portal;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The addresses of the files that pages load. Each carries the hash of its content, so that it may be kept for good. */
@Singleton
final class Assets {

    private static final String FOLDER = "/assets/";
    private static final int DIGITS = 12;

    private final String style = address("site.css");
    private final String checkFile = address("check-file.js");
    private final String icon = address("icon.svg");

    public String style() {
        return style;
    }

    /** The module that checks a file without leaving the page. */
    public String checkFile() {
        return checkFile;
    }

    public String icon() {
        return icon;
    }

    private static String address(String name) {
        try (InputStream content = Assets.class.getResourceAsStream("/META-INF/resources" + FOLDER + name)) {
            if (content == null) {
                throw new IllegalStateException("the asset " + name + " is missing in the artefact");
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return FOLDER + name + "?v=" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
