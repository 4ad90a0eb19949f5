package org.tipstats.start.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs for this platform, unpacked once from an archive on the class path. The folder of the
 * programs is named after the archive's checksum. One atomic move creates the folder, so the folder is either complete
 * or absent.
 *
 * @param root the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path root) {
    private static final String PART = "part-";
    private static final boolean WINDOWS = os().contains("windows");

    /** Unpacks the programs into a folder, unless an earlier start has unpacked them. */
    static PostgresBinaries in(Path folder) throws IOException {
        return in(folder, archive());
    }

    static PostgresBinaries in(Path folder, URL archive) throws IOException {
        Path root = folder.resolve(checksum(archive));
        if (Files.notExists(root)) {
            Files.createDirectories(folder);
            FolderTree.deleteLeftovers(folder, PART);
            Path part = Files.createTempDirectory(folder, PART);
            try (InputStream stream = archive.openStream()) {
                unpack(stream, part);
                Files.move(part, root, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                FolderTree.delete(part);
                throw e;
            }
        }
        return new PostgresBinaries(root);
    }

    Path program(String name) {
        return root.resolve("bin").resolve(WINDOWS ? name + ".exe" : name);
    }

    private static URL archive() {
        ClassLoader loader = PostgresBinaries.class.getClassLoader();
        return archiveNames()
                .map(loader::getResource)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new StartRefusedException(("There is no embedded database for this platform (%s, %s)"
                                + " in this build. Build on this machine, or set TIPSTATS_DATABASE_URL to a PostgreSQL database.")
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))));
    }

    private static Stream<String> archiveNames() {
        String system = WINDOWS ? "windows" : os().contains("mac") ? "darwin" : "linux";
        boolean arm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("aarch64|arm64");
        List<String> machines = arm ? List.of("arm_64", "aarch_64") : List.of("x86_64");
        return machines.stream().map(machine -> "postgres-%s-%s.txz".formatted(system, machine));
    }

    private static String os() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    /**
     * Returns a checksum of the first megabyte. The first megabyte contains the date of the build. Reading the whole
     * archive would take half the time of a restart.
     */
    private static String checksum(URL archive) throws IOException {
        try (InputStream stream = archive.openStream()) {
            return DigestUtils.sha256Hex(stream.readNBytes(1 << 20)).substring(0, 16);
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive has an entry outside itself: " + entry.getName());
                }
                write(entry, tar, path);
                if (posix && !entry.isSymbolicLink()) {
                    boolean program = entry.isDirectory() || (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, path);
        } else {
            throw new IOException("The archive has an entry that is no file, folder or link: " + entry.getName());
        }
    }
}
