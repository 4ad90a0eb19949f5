package org.tipstats.start.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tipstats.platform.signing.StatementSigner;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.start.export.Crawl.CopiedFile;
import org.tipstats.start.export.LiveService.Answer;
import org.tipstats.start.export.SiteManifest.ManifestFile;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.FolderTree;

/**
 * Makes a copy of the public website with its newest release. Writes into a folder next to the target. When this folder
 * is complete, it gets the name of the target.
 */
public final class SiteExporter {

    private static final String API = "/api/v1/";
    private static final String START = "index.html";
    /** The number of simultaneous requests. Low, so that the service stays fast on a publication day. */
    private static final int WORKERS = 4;

    /** How long a worker may still write after the copy has failed. */
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(1);

    private final LiveService service;
    private final StatementSigner signer;
    private final Consumer<String> warnings;

    /**
     * The result of the export.
     *
     * @param service the address of the service, to which the copy links for everything that the copy does not contain
     */
    public record Exported(int files, long bytes, String service) {}

    /**
     * @param address scheme, host and port of the running service
     * @param warnings receives a sentence before the work if the copy will not be usable by other people
     */
    public SiteExporter(String address, StatementSigner signer, Consumer<String> warnings) {
        this.service = new LiveService(address.replaceFirst("/+$", ""));
        this.signer = signer;
        this.warnings = warnings;
    }

    /**
     * Makes the copy.
     *
     * @param languages the languages of its pages
     * @param target the folder to make; it must be empty if it exists
     * @throws ExportFailedException if the release may not be copied, or the copy cannot be completed
     */
    public Exported export(String release, List<String> languages, Path target) {
        CopiedRelease copied = CopiedRelease.read(release, service);
        try {
            checkEmpty(target);
            Path whole = target.toAbsolutePath().normalize();
            Path partial = whole.resolveSibling(whole.getFileName() + ".partial");
            Files.createDirectories(whole.getParent());
            Files.createDirectory(partial);
            try {
                SiteManifest manifest = fill(partial, copied, languages);
                copied.checkUnchanged(service);
                manifest.write(partial, signer);
                Files.deleteIfExists(whole);
                Files.move(partial, whole);
                long bytes =
                        manifest.files().stream().mapToLong(ManifestFile::size).sum();
                return new Exported(manifest.files().size(), bytes, manifest.service());
            } finally {
                FolderTree.delete(partial);
            }
        } catch (FileAlreadyExistsException e) {
            throw ExportFailedException.broken("The folder " + e.getMessage()
                    + " exists. An export that was cut off left it, or another one runs. Delete it in the first case.");
        } catch (IOException e) {
            throw ExportFailedException.broken("The copy cannot be written: " + e);
        } catch (UncheckedIOException e) {
            throw ExportFailedException.broken("The copy cannot be written: " + e.getCause());
        }
    }

    private static void checkEmpty(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw ExportFailedException.broken(target + " is a file. Name a folder that does not exist yet.");
        }
        try (Stream<Path> files = Files.list(target)) {
            if (files.findAny().isPresent()) {
                throw ExportFailedException.broken("The folder " + target + " is not empty.");
            }
        }
    }

    private SiteManifest fill(Path folder, CopiedRelease release, List<String> languages) throws IOException {
        String start = "/" + languages.get(0) + "/";
        Answer page = service.required(start);
        if (!page.isPage()) {
            throw ExportFailedException.broken("The service answered no page for " + start + ".");
        }
        String named = PageCopy.service(page.text(), start);
        String host = URI.create(named).getHost();
        if (host != null && DatabaseAddress.isLoopback(host)) {
            warnings.accept(
                    "The links of this copy lead to this machine only. Set TIPSTATS_CATALOGUE_ADDRESS and export"
                            + " again.");
        }
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            Crawl crawl = new Crawl(service, new CopyRules(release.id(), languages), folder, named, workers);
            List<String> required = new ArrayList<>(CopyRules.starts(languages));
            required.addAll(usualAnswers(release.id()));
            crawl.copy(required);
            SortedMap<String, CopiedFile> files = crawl.copied();
            List<CopiedFile> pages =
                    files.values().stream().filter(CopiedFile::isPage).toList();
            Crawl.each(pages, one -> rewrite(folder, one, files, named, release), workers);
            Files.copy(folder.resolve(CopyAddress.of(start).file()), folder.resolve(START));
            return SiteManifest.of(release, named, folder, types(files));
        } finally {
            end(workers);
        }
    }

    /** Stops the workers, and waits until they have written their files, because a failed copy is deleted next. */
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        try {
            workers.awaitTermination(LONGEST_WRITE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path rewrite(
            Path folder, CopiedFile page, Map<String, CopiedFile> files, String named, CopiedRelease release) {
        try {
            Path file = folder.resolve(page.address().file());
            String language = page.address().path().substring(1, 3);
            String note = PageTexts.in(language).say("copy.note", "id", release.id());
            PageCopy copy = new PageCopy(Files.readString(file), named);
            Files.writeString(
                    file,
                    copy.written(page.address(), to -> to.isOf(release.id()) && files.containsKey(to.link()), note));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> types(SortedMap<String, CopiedFile> files) {
        SortedMap<String, String> types = new TreeMap<>();
        files.values().forEach(file -> types.put(file.address().file(), file.type()));
        types.put(START, "text/html;charset=UTF-8");
        return types;
    }

    /**
     * Returns the addresses of API answers that programs usually request. A copy contains them even if no page links to
     * them.
     */
    private List<String> usualAnswers(String release) {
        List<String> all = new ArrayList<>(List.of(
                API + "releases",
                API + "releases/" + release,
                API + "releases/" + release + "/bundle.zip",
                API + "releases/" + release + "/manifest",
                API + "dataflows",
                API + "codelists",
                API + "catalogue.jsonld",
                API + "feed.atom"));
        ids("codelists").forEach(id -> all.add(API + "codelists/" + id));
        for (String dataflow : ids("dataflows")) {
            all.add(API + "dataflows/" + dataflow);
            addData(dataflow, "release=" + release, all);
        }
        return all;
    }

    private List<String> ids(String list) {
        List<String> ids = new ArrayList<>();
        service.required(API + list)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private void addData(String dataflow, String release, List<String> all) {
        String data = API + "data/" + dataflow;
        JsonNode codes = service.required(data + "/codes?" + release).json();
        if (codes.path("total").asInt() == 0) {
            return;
        }
        for (String format : List.of("csv", "xlsx", "parquet")) {
            all.add(data + "?" + release + "&format=" + format);
        }
        for (JsonNode area : codes.path("codes").path("REF_AREA")) {
            String choice = "?REF_AREA=" + area.path("id").asText() + "&" + release;
            all.add(data + choice);
            all.add(data + choice + "&format=csv");
            all.add(API + "series/" + dataflow + choice);
        }
    }
}
