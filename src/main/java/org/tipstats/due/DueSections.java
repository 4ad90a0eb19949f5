package org.tipstats.due;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.page.Section;
import org.tipstats.page.Sections;

/** Declares the section of this package. */
@Singleton
final class DueSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.DUE);
    }
}
