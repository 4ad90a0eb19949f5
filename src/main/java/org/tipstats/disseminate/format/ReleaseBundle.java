package org.tipstats.disseminate.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/**
 * Writes a whole release as one ZIP archive: each dataflow as plain CSV and as Parquet, the terms of use, a description
 * as a data package (datapackage.org, version 1), and the SHA-256 of every file. It writes the archive as a stream.
 * Equal releases give equal bytes.
 */
public final class ReleaseBundle {

    private final ReleaseReference release;
    private final Iterable<DataSelection> datasets;

    /** @param datasets the datasets that have observations, each complete; the iterator may make them one at a time */
    public ReleaseBundle(ReleaseReference release, Iterable<DataSelection> datasets) {
        this.release = release;
        this.datasets = datasets;
    }

    /** Writes the archive and flushes the stream, but does not close it. */
    public void write(OutputStream out) throws IOException {
        StableArchive archive = new StableArchive(out);
        List<BundledFile> files = new ArrayList<>();
        for (DataSelection dataset : datasets) {
            files.add(add(dataset, Format.PLAIN_CSV, archive));
            files.add(add(dataset, Format.PARQUET, archive));
        }
        StringBuilder sums = new StringBuilder();
        files.forEach(file -> sums.append(line(file.sha256(), file.path())));
        sums.append(add(LicenceFile.NAME, LicenceFile.text(files), archive));
        sums.append(add(DataPackage.NAME, new DataPackage(release, files).json(), archive));
        archive.add("SHA256SUMS", entry -> entry.write(sums.toString().getBytes(StandardCharsets.US_ASCII)));
        archive.finish();
    }

    /** Adds a text file and returns its line of the checksum file. */
    private static String add(String path, String text, StableArchive archive) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        DigestStream digested = new DigestStream(OutputStream.nullOutputStream());
        digested.write(bytes);
        archive.add(path, entry -> entry.write(bytes));
        return line(digested.sha256(), path);
    }

    private static String line(String sha256, String path) {
        return sha256 + "  " + path + "\n";
    }

    private static BundledFile add(DataSelection dataset, Format format, StableArchive archive) throws IOException {
        String path = "data/" + dataset.dataflow().id() + "." + format.extension();
        BundledFile[] file = new BundledFile[1];
        archive.add(path, entry -> {
            DigestStream digested = new DigestStream(entry);
            DataWriter.of(format, DataStyle.PLAIN).write(dataset, digested);
            digested.flush();
            file[0] = new BundledFile(
                    path,
                    format,
                    dataset.dataflow(),
                    dataset.terms(),
                    dataset.size(),
                    digested.bytes(),
                    digested.sha256());
        });
        return file[0];
    }
}
