package org.tipstats.site.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.platform.signing.StatementSigner;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.home.LandingPages.LandingPage;
import org.tipstats.site.home.StartPictures.Pictures;

/** Serves the start page and the page for developers. */
@Path(Site.LANG)
@Produces(MediaType.TEXT_HTML)
@PermitAll
class LandingResource {

    private final PublishedReleases published;
    private final LandingPages pages;
    private final StartPictures pictures;
    private final StatementSigner signer;
    private final Frames frames;

    LandingResource(
            PublishedReleases published,
            LandingPages pages,
            StartPictures pictures,
            StatementSigner signer,
            Frames frames) {
        this.published = published;
        this.pages = pages;
        this.pictures = pictures;
        this.signer = signer;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "portal")
    static final class Pages {

        /** @param pictures null if there are no figures of the world */
        static native TemplateInstance landing(Frame frame, PageTexts t, LandingPage page, Pictures pictures);

        /** @param key the public key that signs releases, in PEM; null if the service signs nothing */
        static native TemplateInstance developers(Frame frame, PageTexts t, LandingPage page, String key);
    }

    @GET
    @CacheableAnswer
    public TemplateInstance landing(RoutingContext context) {
        PageTexts t = frames.texts();
        LandingPage page = page(t);
        PageContext place = PageContext.titled(t.say("landing.heading")).showing(null);
        Frame frame = frames.frame(
                page.figures() == null ? place : place.api(page.figures().json()));
        if (frame.preparing() != null) {
            context.response().putHeader("Refresh", "5");
        }
        Pictures shown =
                page.release() == null ? null : pictures.of(page.release(), t).orElse(null);
        return Pages.landing(frame, t, page, shown);
    }

    @GET
    @CacheableAnswer
    @Path("/developers")
    public TemplateInstance developers() {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(t.say("developers.heading"))
                .in(Section.DEVELOPERS)
                .described(t.say("developers.lead"))
                .api("/q/openapi");
        return Pages.developers(
                frames.frame(place), t, page(t), signer.publicKey().orElse(null));
    }

    /** Makes the page of the latest release, or of a service without a release. */
    private LandingPage page(PageTexts texts) {
        return published
                .latest()
                .map(release -> pages.of(release, dataflow -> published.vintage(release, dataflow), texts))
                .orElseGet(pages::unpublished);
    }
}
