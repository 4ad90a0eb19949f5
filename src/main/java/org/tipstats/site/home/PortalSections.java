package org.tipstats.site.home;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Sections;

/** Declares the sections of this package. */
@Singleton
final class PortalSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.METHODS, Section.DEVELOPERS, Section.ABOUT, Section.DESK);
    }
}
