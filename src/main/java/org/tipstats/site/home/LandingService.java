package org.tipstats.site.home;

import jakarta.enterprise.context.ApplicationScoped;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.home.LandingPages.LandingPage;

/** Makes the landing page of the latest release, or of a service without a release. */
@ApplicationScoped
class LandingService {

    private final PublishedReleases published;
    private final LandingPages pages;

    LandingService(PublishedReleases published, LandingPages pages) {
        this.published = published;
        this.pages = pages;
    }

    LandingPage page(PageTexts texts) {
        return published
                .latest()
                .map(release -> pages.of(
                        release,
                        dataflow -> published.vintage(release, dataflow).cube(),
                        texts))
                .orElseGet(() -> pages.unpublished(texts));
    }
}
