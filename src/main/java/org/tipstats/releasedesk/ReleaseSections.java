package org.tipstats.releasedesk;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.page.Section;
import org.tipstats.page.Sections;

/** Declares the section of this package. */
@Singleton
final class ReleaseSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.DRAFTS);
    }
}
