package org.tipstats.disseminate.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.function.IOConsumer;
import org.tipstats.disseminate.format.DataPackage.LicenceFile;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.signing.Statement.SignedStatement;
import org.tipstats.platform.signing.Statement.Subject;
import org.tipstats.platform.signing.StatementSigner;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.manifest.ReleaseManifest;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.tables.TableCatalogue.HashedFile;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Writes a complete release as one ZIP archive. It contains each dataflow as plain CSV and as Parquet, the terms of
 * use, a description as a data package (datapackage.org, version 1), the SHA-256 of each of these files, and a manifest
 * of all other files, which is signed if the service has a key. The archive is written as a stream. Equal components,
 * signed with the same key, give equal bytes.
 *
 * @param datasets the complete datasets that have observations; the iterator may make one dataset at a time
 * @param log the entry of the audit log that records that the release was published or scheduled; null for a draft
 * @param tables the files of the release's open tables; the archive does not contain them, but the manifest lists their
 *     hashes
 */
public record ReleaseBundle(
        ReleaseReference release,
        Iterable<DataSelection> datasets,
        ChainHead log,
        List<HashedFile> tables,
        StatementSigner signer) {

    /**
     * Writes the archive and flushes the stream, but does not close it.
     *
     * @return the signed manifest, which the archive contains
     */
    public SignedStatement write(OutputStream out) throws IOException {
        StableArchive archive = new StableArchive(out);
        List<BundledFile> files = new ArrayList<>();
        for (DataSelection dataset : datasets) {
            files.add(add(dataset, Format.PLAIN_CSV, archive));
            files.add(add(dataset, Format.PARQUET, archive));
        }
        List<Subject> listed = new ArrayList<>();
        files.forEach(file -> listed.add(Subject.of(file.path(), file.sha256())));
        listed.add(add(LicenceFile.NAME, LicenceFile.text(files), archive));
        listed.add(add(DataPackage.NAME, new DataPackage(release, files).json(), archive));
        String sums = listed.stream()
                .map(file -> file.sha256() + "  " + file.name() + "\n")
                .collect(Collectors.joining());
        listed.add(add("SHA256SUMS", sums, archive));
        SignedStatement manifest = signer.sign(ReleaseManifest.of(release, log, listed, tables));
        add(ReleaseManifest.NAME, manifest.json(), archive);
        archive.finish();
        return manifest;
    }

    /** Adds a text file to the archive and returns its name and hash. */
    private static Subject add(String path, String text, StableArchive archive) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        archive.add(path, entry -> entry.write(bytes));
        return Subject.of(path, DigestUtils.sha256Hex(bytes));
    }

    private static BundledFile add(DataSelection dataset, Format format, StableArchive archive) throws IOException {
        String path = "data/" + dataset.dataflow().id() + "." + format.extension();
        MessageDigest digest = DigestUtils.getSha256Digest();
        long bytes = archive.add(path, entry -> {
            OutputStream digested = new DigestOutputStream(entry, digest);
            DataWriter.of(format, DataStyle.PLAIN).write(dataset, digested);
            digested.flush();
        });
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return new BundledFile(path, format, dataset.dataflow(), dataset.terms(), dataset.size(), bytes, sha256);
    }

    /** A file of a bundle, as the bundle's description and checksums list it. */
    record BundledFile(
            String path, Format format, Dataflow dataflow, Terms terms, int observations, long bytes, String sha256) {}

    /** A ZIP archive whose bytes depend only on its entries, not on the time when it is made. */
    static final class StableArchive {

        /**
         * The time of all entries. The earliest ZIP time (1 January 1980) would add a field that depends on the time
         * zone.
         */
        private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

        private final ZipOutputStream zip;

        /** @param out the stream to write to; the archive does not close it */
        StableArchive(OutputStream out) {
            this.zip = new ZipOutputStream(out);
        }

        /**
         * Adds an entry and returns the number of its bytes.
         *
         * @param content writes the complete content; it may leave the stream open
         */
        long add(String name, IOConsumer<OutputStream> content) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(ENTRY_TIME);
            zip.putNextEntry(entry);
            content.accept(zip);
            zip.closeEntry();
            return entry.getSize();
        }

        void finish() throws IOException {
            zip.finish();
            zip.flush();
        }
    }
}
