package org.tipstats.publish.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.signing.Statement;
import org.tipstats.platform.signing.Statement.SignedStatement;
import org.tipstats.platform.signing.Statement.Subject;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.tables.TableCatalogue.HashedFile;

/**
 * The manifest of a release: a signed statement that lists all files of its bundle with their hashes. With it, anyone
 * can check a copy of the bundle, wherever it comes from.
 */
public final class ReleaseManifest {

    /** The name of the manifest in a bundle. */
    public static final String NAME = "manifest.dsse.json";

    /** The predicate type of the statement. */
    private static final String PREDICATE = "urn:tipstats:release-manifest:1";

    /**
     * The largest manifest. No manifest needs more: a bundle has about twenty files, and open tables have a few
     * hundred.
     */
    private static final int MAX_BYTES = 8 << 20;

    private ReleaseManifest() {}

    /**
     * Makes the manifest of a release.
     *
     * @param log the entry of the audit log that records that the release was published or scheduled; null for a draft
     * @param files the files of the bundle
     * @param tables the files of the release's open tables, which are not in the bundle
     */
    public static Statement of(ReleaseReference release, ChainHead log, List<Subject> files, List<HashedFile> tables) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("release", release.id());
        facts.put("title", release.title());
        if (release.publishedAt() != null) {
            facts.put("publishedAt", release.publishedAt().toString());
        }
        facts.put("contentHash", release.contentHash());
        if (log != null) {
            facts.put("log", log);
        }
        if (!tables.isEmpty()) {
            facts.put("tables", tables);
        }
        return Statement.of(files, PREDICATE, facts);
    }

    /**
     * Checks a bundle.
     *
     * @return a sentence for each error; empty if the bundle is complete and unchanged since the owner of the key
     *     signed it
     * @throws IOException if the bundle has no entries or cannot be read to its end
     */
    public static List<String> faults(InputStream bundle, PublicKey key) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        String manifest = null;
        ZipInputStream zip = new ZipInputStream(bundle);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (hashes.containsKey(name) || name.equals(NAME) && manifest != null) {
                return List.of("The bundle has two files with the name " + name + ".");
            }
            if (name.equals(NAME)) {
                manifest = new String(zip.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            } else if (!entry.isDirectory()) {
                hashes.put(name, DigestUtils.sha256Hex(zip));
            }
        }
        if (manifest == null && hashes.isEmpty()) {
            throw new ZipException("The file has no entries.");
        }
        if (manifest == null) {
            return List.of("The bundle has no " + NAME + ", so it is not a release of this program.");
        }
        return faults(hashes, manifest, PREDICATE, key);
    }

    /**
     * Checks files against a signed statement. Returns a sentence for each fault.
     *
     * @param hashes the hashes of the files by name
     * @param predicate the predicate type that the statement must have
     */
    public static List<String> faults(Map<String, String> hashes, String manifest, String predicate, PublicKey key) {
        SignedStatement signed;
        try {
            signed = Statement.read(manifest);
        } catch (IllegalArgumentException e) {
            return List.of("The manifest cannot be read: " + e.getMessage() + ".");
        }
        if (signed.envelope().signatures().isEmpty()) {
            return List.of("The manifest is not signed.");
        }
        if (!signed.envelope().isSignedBy(key)) {
            return List.of("The manifest is not signed with this key.");
        }
        if (!signed.statement().predicateType().equals(predicate)) {
            return List.of("The signed statement is of another kind.");
        }
        return differences(hashes, signed.statement().subject());
    }

    /**
     * Compares the hashes of files, by name, with the hashes that a manifest lists. Returns a sentence for each error.
     */
    public static List<String> differences(Map<String, String> hashes, List<Subject> listed) {
        Map<String, String> unlisted = new TreeMap<>(hashes);
        List<String> faults = new ArrayList<>();
        for (Subject file : listed) {
            String found = unlisted.remove(file.name());
            if (found == null) {
                faults.add("The file " + file.name() + " is missing.");
            } else if (!found.equals(file.sha256())) {
                faults.add("The file " + file.name() + " was changed.");
            }
        }
        unlisted.keySet().forEach(name -> faults.add("The manifest does not have the file " + name + "."));
        return faults;
    }
}
