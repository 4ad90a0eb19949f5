package org.tipstats.site.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

/** Serves the start page, and the pages for developers, about the service and its terms, and about accessibility. */
@Path(Site.LANG)
@Produces(MediaType.TEXT_HTML)
@PermitAll
class LandingResource {

    private final PublishedReleases published;
    private final LandingPages pages;
    private final StartPictures pictures;
    private final StatementSigner signer;
    private final Frames frames;
    private final String contact;

    /** @param contact contact details of the operator, from {@code tipstats.contact} */
    LandingResource(
            PublishedReleases published,
            LandingPages pages,
            StartPictures pictures,
            StatementSigner signer,
            Frames frames,
            @ConfigProperty(name = "tipstats.contact") Optional<String> contact) {
        this.published = published;
        this.pages = pages;
        this.pictures = pictures;
        this.signer = signer;
        this.frames = frames;
        this.contact = contact.orElse(null);
    }

    @CheckedTemplate(basePath = "portal")
    static final class Pages {

        /** @param pictures null if there are no figures of the world */
        static native TemplateInstance landing(Frame frame, PageTexts t, LandingPage page, Pictures pictures);

        /** @param key the public key that signs releases, in PEM; null if the service signs nothing */
        static native TemplateInstance developers(Frame frame, PageTexts t, LandingPage page, String key);

        static native TemplateInstance about(Frame frame, PageTexts t, String contact);

        static native TemplateInstance accessibility(Frame frame, PageTexts t, String contact);
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

    @GET
    @Path("/about")
    public TemplateInstance about() {
        PageTexts t = frames.texts();
        return Pages.about(
                frames.frame(PageContext.titled(t.say("about.heading")).in(Section.ABOUT)), t, contact);
    }

    @GET
    @Path("/accessibility")
    public TemplateInstance accessibility() {
        PageTexts t = frames.texts();
        return Pages.accessibility(frames.frame(PageContext.titled(t.say("accessibility.heading"))), t, contact);
    }

    /** Makes the page of the latest release, or of a service without a release. */
    private LandingPage page(PageTexts texts) {
        return published
                .latest()
                .map(release -> pages.of(release, dataflow -> published.vintage(release, dataflow), texts))
                .orElseGet(pages::unpublished);
    }
}
