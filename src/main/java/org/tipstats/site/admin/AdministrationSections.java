package org.tipstats.site.admin;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Sections;

/** Declares the sections of this package. */
@Singleton
final class AdministrationSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.PEOPLE, Section.SCHEMAS, Section.AUDIT);
    }
}
