package org.tipstats.publish.read;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvRecords;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * A dataset as it is stored permanently: a CSV text and its SHA-256. The header lists the ids of all components in the
 * order of the structure. Each line is one observation, in key order, in UTF-8 with LF. Equal figures give equal bytes.
 *
 * @param sha256 hash of the uncompressed text, in hex
 */
public record DatasetText(byte[] compressed, String sha256, long observations) {

    private static final CsvStyle STYLE = CsvStyle.STANDARD.withRaw(true);

    public static DatasetText write(Cube cube) {
        List<CsvColumn<Observation>> columns = ObservationField.of(cube.space()).stream()
                .map(field -> CsvColumn.<Observation>text(field.id(), field::text))
                .toList();
        return write(columns, cube.observations());
    }

    /** Writes rows of another type in the same format. */
    static <T> DatasetText write(List<CsvColumn<T>> columns, List<T> rows) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(1 << 16);
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(
                        new DigestOutputStream(new GZIPOutputStream(compressed, 1 << 16), digest),
                        StandardCharsets.UTF_8),
                1 << 16)) {
            new CsvTable<>(columns).write(rows.iterator(), STYLE, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DatasetText(compressed.toByteArray(), HexFormat.of().formatHex(digest.digest()), rows.size());
    }

    static Cube read(Dataflow dataflow, InputStream compressed) {
        KeySpace space = new KeySpace(dataflow.structure());
        List<Observation> observations = new ArrayList<>();
        DatasetReader rows = new DatasetReader(space);
        readRecords(compressed, record -> rows.read(record).ifPresent(observations::add));
        return Cube.of(space, observations);
    }

    /** Passes each record of a compressed text to the consumer, the header first. */
    static void readRecords(InputStream compressed, Consumer<String[]> records) {
        try (InputStream in = new GZIPInputStream(compressed, 1 << 16)) {
            CsvRecords.forEach(new InputStreamReader(in, StandardCharsets.UTF_8), records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the hash of a release: the SHA-256 of the lines {@code dataflow:sha256} of its datasets, in the order of
     * their ids. A dataset of another source has the id {@code dataflow@source}.
     */
    public static String hashOf(Map<String, DatasetText> texts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        texts.forEach((dataflow, text) ->
                digest.update((dataflow + ":" + text.sha256 + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
