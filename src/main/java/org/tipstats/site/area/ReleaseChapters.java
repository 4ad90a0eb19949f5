package org.tipstats.site.area;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.disseminate.coverage.CoverageService;
import org.tipstats.disseminate.series.SeriesService;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.Chapters;
import org.tipstats.site.chapter.SourceReference;
import org.tipstats.site.frame.PageTexts;

/** Makes chapters that have all years from the first to the last year with a figure in a release. */
@Singleton
public final class ReleaseChapters {

    private final CoverageService coverage;
    private final SeriesService series;

    ReleaseChapters(CoverageService coverage, SeriesService series) {
        this.coverage = coverage;
        this.series = series;
    }

    /**
     * Returns the maker of the chapters of a release.
     *
     * @param explorer true to add links to the explorer
     */
    public Chapters of(ReleaseReference release, boolean explorer, PageTexts texts) {
        return new Chapters(
                new SourceReference(release, texts),
                years(release),
                explorer,
                flow -> series.maker(release, flow),
                texts);
    }

    /** Returns the years from the first to the last year with a figure of any area in any dataflow. */
    public List<String> years(ReleaseReference release) {
        return coverage.years(release);
    }
}
