package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Sections;

/** The part of the website that this package has. */
@Singleton
final class DueSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.DUE);
    }
}
