package org.tipstats.site.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.citation.CitationService;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.ReleasePrints;
import org.tipstats.site.chapter.PrintedFiles;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.Frame.ShownErratum;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.pdf.PdfPrinter.Printable;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * Prints reports. The report of the newest release is printed in all languages soon after its publication, so that no
 * reader has to wait for it.
 */
@Singleton
final class PrintedReports {

    private static final Logger LOG = Logger.getLogger(PrintedReports.class);

    private final PublishedReleases published;
    private final PatternsPages pages;
    private final ReportMaps maps;
    private final PrintedFiles files;
    private final ReleasePrints stored;
    private final CitationService citations;
    private final CatalogueConfig catalogue;
    private final Frames frames;
    private final String local;

    PrintedReports(
            PublishedReleases published,
            PatternsPages pages,
            ReportMaps maps,
            PrintedFiles files,
            ReleasePrints stored,
            CitationService citations,
            CatalogueConfig catalogue,
            Frames frames,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.published = published;
        this.pages = pages;
        this.maps = maps;
        this.files = files;
        this.stored = stored;
        this.citations = citations;
        this.catalogue = catalogue;
        this.frames = frames;
        this.local = "http://localhost:" + port;
    }

    @CheckedTemplate(basePath = "patterns")
    static final class Pages {

        static native TemplateInstance print(
                PageTexts t, PatternsPage page, List<ShownErratum> errata, String publisher);
    }

    /**
     * Returns the report of a published release as a PDF file. Stores the file only if the request used the service's
     * own address: links in the file begin with the address in the header Host of the request, and a request can name
     * any address there.
     *
     * @param asked the URL of the service as the request used it
     * @throws ProblemException 404 if there is no published release with this id; 410 if it was withdrawn; 503 if other
     *     files take too long to print
     */
    byte[] of(String id, URI asked, PageTexts t) {
        return of(id, asked, catalogue.base(asked).equals(catalogue.base(local)), t);
    }

    private byte[] of(String id, URI asked, boolean isStored, PageTexts t) {
        ReleaseReference release = pages.release(id);
        List<ShownErratum> errata = frames.errata(id, t);
        Supplier<Printable> report = () -> printable(release, asked, errata, t);
        return isStored
                ? files.report(release, edition(t, errata), catalogue.base(asked), report)
                : files.pdf(release, edition(t, errata), catalogue.base(asked), report);
    }

    private static String edition(PageTexts t, List<ShownErratum> errata) {
        return t.language() + "/reports " + errata.size();
    }

    private Printable printable(ReleaseReference release, URI asked, List<ShownErratum> errata, PageTexts t) {
        PatternsPage page = pages.page(release.id(), citations.of(release.id(), asked), Drawing.SHEET_WIDTH, t);
        Map<String, String> pictures = new HashMap<>();
        page.charts().forEach(chart -> pictures.put(chart.id(), chart.drawing().svg()));
        if (page.cover() != null) {
            pictures.put("cover", page.cover().drawing().svg());
        }
        if (page.map() != null) {
            pictures.put("world", maps.picture(page.map(), t));
        }
        return new Printable(
                t.say("patterns.title", "id", release.id()),
                t.of(page.release().titles()),
                t.language(),
                t.direction(),
                Pages.print(t, page, errata, catalogue.publisher()).render(),
                pictures,
                catalogue.base(asked));
    }

    /**
     * Deletes the stored reports of withdrawn releases. Then prints the report of the newest release in each language
     * for which no file is stored yet.
     */
    @Scheduled(
            every = "${tipstats.prints.every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void printMissing() {
        stored.deleteWithdrawn();
        printMissing(URI.create(catalogue.base(local)));
    }

    void printMissing(URI service) {
        published.latest().ifPresent(release -> {
            List<String> languages = new ArrayList<>(LocalText.LANGUAGES);
            // Several instances begin with different languages, to share the work.
            Collections.shuffle(languages);
            for (String language : languages) {
                printMissing(release, service, PageTexts.in(language));
            }
        });
    }

    private void printMissing(ReleaseReference release, URI service, PageTexts t) {
        try {
            String edition = edition(t, frames.errata(release.id(), t));
            if (!files.isStored(release, edition, catalogue.base(service))) {
                of(release.id(), service, true, t);
            }
        } catch (ProblemException e) {
            LOG.debugf("The report of release %s is printed later: %s", release.id(), e.getMessage());
        } catch (RuntimeException e) {
            // Continue, because the other languages may work.
            LOG.warnf(e, "The report of release %s was not printed in the language %s", release.id(), t.language());
        }
    }
}
