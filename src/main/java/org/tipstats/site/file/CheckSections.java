package org.tipstats.site.file;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Sections;

/** Declares the section of this package. */
@Singleton
final class CheckSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.CHECK);
    }
}
