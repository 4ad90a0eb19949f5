package org.tipstats.administration;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.page.Section;
import org.tipstats.page.Sections;

/** Declares the sections of this package. */
@Singleton
final class AdministrationSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.PEOPLE, Section.SCHEMAS, Section.AUDIT);
    }
}
