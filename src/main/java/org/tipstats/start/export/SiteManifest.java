package org.tipstats.start.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.tipstats.platform.signing.Statement;
import org.tipstats.platform.signing.Statement.Subject;
import org.tipstats.platform.signing.StatementSigner;
import org.tipstats.publish.manifest.ReleaseManifest;

/**
 * The manifest of a copy of the website: all its files with their hashes. A statement next to it, signed if the
 * exporter has a key, has the hash of the manifest. If it is signed, anyone can check a copy without trusting the
 * server that it comes from.
 *
 * @param release the id, the title, the time of publication and the hash of the release
 * @param service the address of the service, to which the copy links for everything that the copy does not contain
 */
public record SiteManifest(Map<String, Object> release, String service, List<ManifestFile> files) {

    /** The name of the list of files. */
    static final String LIST = "manifest.json";
    /** The name of the file with the statement about the list, which may be signed. */
    static final String SIGNED = ReleaseManifest.NAME;

    private static final String PREDICATE = "urn:tipstats:site-copy:1";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A file of the copy.
     *
     * @param path its place below the folder of the copy
     * @param mediaType the media type with which it should be served
     */
    public record ManifestFile(String path, long size, String sha256, String mediaType) {}

    /**
     * Reads the files of a folder.
     *
     * @param types the media types by path
     */
    static SiteManifest of(CopiedRelease release, String service, Path folder, SortedMap<String, String> types)
            throws IOException {
        List<ManifestFile> files = new ArrayList<>();
        for (Map.Entry<String, String> type : types.entrySet()) {
            Path file = folder.resolve(type.getKey());
            files.add(new ManifestFile(type.getKey(), Files.size(file), hash(file), type.getValue()));
        }
        return new SiteManifest(release.facts(), service, files);
    }

    /** Writes the list and the statement about it, which is signed if the signer has a key. */
    void write(Path folder, StatementSigner signer) throws IOException {
        byte[] list = JSON.writeValueAsBytes(this);
        Files.write(folder.resolve(LIST), list);
        Statement statement = Statement.of(List.of(Subject.of(LIST, DigestUtils.sha256Hex(list))), PREDICATE, release);
        Files.writeString(folder.resolve(SIGNED), signer.sign(statement).json());
    }

    /**
     * Checks a copy.
     *
     * @return one sentence for each error; empty if the copy is complete and the owner of the key signed it
     * @throws IOException if a file of the copy cannot be read
     */
    public static List<String> faults(Path folder, PublicKey key) throws IOException {
        Path list = folder.resolve(LIST);
        Path signed = folder.resolve(SIGNED);
        if (!Files.exists(list) || !Files.exists(signed)) {
            return List.of("The folder has no " + LIST + " with its " + SIGNED + ", so it is not a complete copy.");
        }
        List<String> faults =
                ReleaseManifest.faults(Map.of(LIST, hash(list)), Files.readString(signed), PREDICATE, key);
        return faults.isEmpty() ? differences(folder, list) : faults;
    }

    private static List<String> differences(Path folder, Path list) throws IOException {
        List<Subject> listed = new ArrayList<>();
        try {
            for (ManifestFile file :
                    JSON.readValue(list.toFile(), SiteManifest.class).files()) {
                listed.add(Subject.of(file.path(), file.sha256()));
            }
        } catch (JsonProcessingException e) {
            return List.of("The file " + LIST + " cannot be read.");
        }
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString().replace('\\', '/'), hash(file));
            }
        }
        found.keySet().removeAll(List.of(LIST, SIGNED));
        return ReleaseManifest.differences(found, listed);
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }
}
