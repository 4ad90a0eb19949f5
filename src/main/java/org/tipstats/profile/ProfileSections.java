package org.tipstats.profile;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.page.Section;
import org.tipstats.page.Sections;

/** Declares the sections of this package. */
@Singleton
final class ProfileSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.AREAS, Section.COVERAGE, Section.RELEASES, Section.SEARCH);
    }
}
