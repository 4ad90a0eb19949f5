package org.tipstats.site.publish;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Sections;

/** Declares the section of this package. */
@Singleton
final class ReleaseSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.DRAFTS);
    }
}
