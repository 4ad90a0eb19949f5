package org.tipstats.site.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file as text in a form. The form sends the file again with each step, so the service stores nothing and the reader
 * chooses the file only once.
 *
 * @param text the packed bytes of the file as text (Base64)
 */
record HeldFile(String name, String text) {

    /** The largest number of characters in the text. It is below the service's limit for a field of a form. */
    static final int MAX_CHARACTERS = 120_000;

    private static final int NO_BYTES_MORE = MAX_CHARACTERS / 4 * 3;

    /** Packs a file. Returns empty if the file is too large for a form. */
    static Optional<HeldFile> of(Path file, String name) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new GZIPOutputStream(packed)) {
            byte[] buffer = new byte[1 << 14];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                if (packed.size() > NO_BYTES_MORE) {
                    return Optional.empty();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = Base64.getEncoder().encodeToString(packed.toByteArray());
        return text.length() > MAX_CHARACTERS ? Optional.empty() : Optional.of(new HeldFile(name, text));
    }

    /**
     * Opens the file. The caller must limit the size, because the unpacked file may be much larger than the text.
     *
     * @return empty if the text is not a packed file
     */
    Optional<InputStream> open() {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            byte[] packed = Base64.getDecoder().decode(text);
            return Optional.of(new GZIPInputStream(new ByteArrayInputStream(packed)));
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }
}
