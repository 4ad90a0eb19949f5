package org.tipstats.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.release.ReleaseReference;

/**
 * A whole release in one archive: each dataflow as plain CSV and as Parquet, a description of them as a data package
 * (datapackage.org, version 1), and the SHA-256 of every file. Streams; equal releases give equal bytes.
 */
public final class ReleaseBundle {

    private final ReleaseReference release;
    private final Iterable<DataSelection> datasets;

    /** @param datasets those that have observations, each whole; asked for one after another */
    public ReleaseBundle(ReleaseReference release, Iterable<DataSelection> datasets) {
        this.release = release;
        this.datasets = datasets;
    }

    /** Writes the archive and flushes; leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        StableArchive archive = new StableArchive(out);
        List<BundledFile> files = new ArrayList<>();
        for (DataSelection dataset : datasets) {
            files.add(add(dataset, Format.PLAIN_CSV, archive));
            files.add(add(dataset, Format.PARQUET, archive));
        }
        byte[] description = new DataPackage(release, files).json().getBytes(StandardCharsets.UTF_8);
        Digested digested = new Digested(OutputStream.nullOutputStream());
        digested.write(description);
        archive.add(DataPackage.NAME, entry -> entry.write(description));
        StringBuilder sums = new StringBuilder();
        files.forEach(file ->
                sums.append(file.sha256()).append("  ").append(file.path()).append('\n'));
        sums.append(digested.sha256()).append("  ").append(DataPackage.NAME).append('\n');
        archive.add("SHA256SUMS", entry -> entry.write(sums.toString().getBytes(StandardCharsets.US_ASCII)));
        archive.finish();
    }

    private static BundledFile add(DataSelection dataset, Format format, StableArchive archive) throws IOException {
        String path = "data/" + dataset.dataflow().id() + "." + format.extension();
        BundledFile[] file = new BundledFile[1];
        archive.add(path, entry -> {
            Digested digested = new Digested(entry);
            DataWriter.of(format, DataStyle.PLAIN).write(dataset, digested);
            digested.flush();
            file[0] = new BundledFile(
                    path, format, dataset.dataflow(), dataset.size(), digested.bytes(), digested.sha256());
        });
        return file[0];
    }
}
