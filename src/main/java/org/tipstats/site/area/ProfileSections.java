package org.tipstats.site.area;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Sections;

/** Declares the sections of this package. */
@Singleton
final class ProfileSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.AREAS, Section.COVERAGE, Section.RELEASES, Section.SEARCH);
    }
}
