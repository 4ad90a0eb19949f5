package org.tipstats.site.home;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.site.area.AreaLists;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.topics.AnswerTopic;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves robots.txt, which closes some pages to search engines, and the sitemap, which lists the public pages. */
@Path("/")
@PermitAll
class SitemapResource {

    private static final List<String> CLOSED =
            List.of("/*/desk", "/*/sign-in", "/*/sign-out", "/*/invitation", "/*/search");

    /**
     * Paths, without the language, that every service has. Leaves out the paths of datasets, because these redirect.
     */
    private static final List<String> FIXED = List.of(
            "/",
            "/topics",
            "/data",
            "/areas",
            "/coverage",
            "/flows",
            "/mirror",
            "/releases",
            "/reports",
            "/calendar",
            "/rounds",
            "/methods",
            "/check",
            "/tabulate",
            "/developers",
            "/about",
            "/accessibility",
            "/problems");

    /**
     * Largest number of pages in the sitemap, which leaves out all further pages. The standard allows 50,000 URLs, and
     * each page has one URL for each language.
     */
    private static final int MAX_PAGES = 50_000 / LocalText.LANGUAGES.size();

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final ReleaseReader reader;
    private final AreaLists areas;
    private final CatalogueConfig catalogue;

    SitemapResource(
            SchemaRegistry schemas,
            PublishedReleases published,
            ReleaseReader reader,
            AreaLists areas,
            CatalogueConfig catalogue) {
        this.schemas = schemas;
        this.published = published;
        this.reader = reader;
        this.areas = areas;
        this.catalogue = catalogue;
    }

    /**
     * Returns robots.txt. Names the sitemap only if the settings contain the public address. The address in a request
     * may be false.
     */
    @GET
    @Path("robots.txt")
    @Produces(MediaType.TEXT_PLAIN)
    public String robots() {
        String rules = CLOSED.stream().map(path -> "Disallow: " + path + "\n").collect(Collectors.joining());
        String base = catalogue.base();
        return "User-agent: *\n" + rules + (base.isEmpty() ? "" : "\nSitemap: " + base + "/sitemap.xml\n");
    }

    @GET
    @CacheableAnswer
    @Path("sitemap.xml")
    @Produces(MediaType.APPLICATION_XML)
    public Response sitemap(@Context UriInfo uri) {
        String base = catalogue.base(uri.getBaseUri()).replace("&", "&amp;");
        String pages = paths().limit(MAX_PAGES).map(path -> entries(base, path)).collect(Collectors.joining());
        String sitemap = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n" + pages + "</urlset>\n";
        return Response.ok(sitemap)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /**
     * Returns the paths of public pages, without the language. Releases come last, because their number grows, and the
     * sitemap leaves out what is above the limit.
     */
    private Stream<String> paths() {
        BitSet reporting = published.latest().map(areas::reporting).orElseGet(BitSet::new);
        return Stream.of(
                        FIXED.stream(),
                        Arrays.stream(AnswerTopic.values()).map(topic -> "/topics/" + topic.id()),
                        schemas.areas().codes().stream()
                                .filter(area -> reporting.get(area.position()))
                                .map(area -> "/areas/" + area.id()),
                        RuleCatalogue.entries().stream().map(rule -> "/methods/rules/" + rule.id()),
                        schemas.codeLists().stream().map(list -> "/methods/codelists/" + list.id()),
                        reader.published().stream()
                                .map(release -> Addresses.encoded(release.id()))
                                .flatMap(id -> Stream.of("/releases/" + id, "/reports/" + id)))
                .flatMap(paths -> paths);
    }

    /** Returns an entry for each language of a page. Each entry names the page in all languages. */
    private static String entries(String base, String path) {
        String alternates = LocalText.LANGUAGES.stream()
                .map(language -> "<xhtml:link rel=\"alternate\" hreflang=\"" + language + "\" href=\"" + base + "/"
                        + language + path + "\"/>")
                .collect(Collectors.joining("\n"));
        return LocalText.LANGUAGES.stream()
                .map(language -> "<url><loc>" + base + "/" + language + path + "</loc>\n" + alternates + "</url>\n")
                .collect(Collectors.joining());
    }
}
